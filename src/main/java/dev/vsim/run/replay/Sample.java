package dev.vsim.run.replay;

import java.util.Arrays;
import java.util.Optional;

/** A trace's first unpacked bytes, and what they tell of its format. */
final class Sample {
  /** So many references convince. */
  private static final int REFERENCES = 64;

  private static final String UTF_8_MARK = "\357\273\277";

  private final Chunk chunk;
  private final int from;
  private final int end;

  Sample(Chunk chunk) {
    this.chunk = chunk;
    this.from =
        Chunk.HEAD + (Magic.begins(UTF_8_MARK, beginning(chunk), 0) ? UTF_8_MARK.length() : 0);
    this.end = chunk.textEnd();
  }

  boolean isEmpty() {
    return chunk.end() == Chunk.HEAD;
  }

  /** Which other kind of file begins like this. */
  Optional<Magic> magic() {
    return Magic.of(beginning(chunk));
  }

  /** Where the first record of this format begins: text may have a byte order mark before it. */
  int start(TraceFormat format) {
    return format.lines() ? from : Chunk.HEAD;
  }

  /** The format of the lines, where these bytes are lines of one. */
  Optional<TraceFormat> textFormat() {
    return Arrays.stream(TraceFormat.values())
        .filter(TraceFormat::lines)
        .filter(this::convincing)
        .findFirst();
  }

  /** The format that these bytes have, or if none fits, the one whose lines they begin with. */
  Optional<TraceFormat> format() {
    return textFormat()
        .or(() -> binary() ? Optional.of(TraceFormat.ORACLE_GENERAL) : Optional.empty())
        .or(this::beginning);
  }

  /** The first line, fit to be shown. */
  String firstLine() {
    int lineEnd = from;
    while (lineEnd < chunk.end() && chunk.bytes()[lineEnd] != '\n') {
      lineEnd++;
    }
    return Shown.bytes(chunk.bytes(), from, lineEnd);
  }

  private boolean binary() {
    return OracleGeneralParser.plausible(chunk.bytes(), Chunk.HEAD, chunk.end());
  }

  private boolean convincing(TraceFormat format) {
    RecordParser parser = tried(format);
    return parser.records() > 0 && parser.error().isEmpty();
  }

  private Optional<TraceFormat> beginning() {
    return Arrays.stream(TraceFormat.values())
        .filter(TraceFormat::lines)
        .filter(format -> tried(format).tally().references() > 0)
        .findFirst();
  }

  private RecordParser tried(TraceFormat format) {
    RecordParser parser = format.parser("", TraceOptions.DEFAULT);
    Batch batch = new Batch(REFERENCES);
    batch.into(new long[REFERENCES]);
    Stretch stretch = new Stretch();
    stretch.of(chunk.bytes(), from, parser.wholeEnd(chunk.bytes(), from, end));
    parser.parse(stretch, batch);
    return parser;
  }

  private static byte[] beginning(Chunk chunk) {
    return Arrays.copyOfRange(
        chunk.bytes(), Chunk.HEAD, Math.min(chunk.end(), Chunk.HEAD + Magic.REACH));
  }
}
