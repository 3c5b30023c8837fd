package dev.vsim.run.replay;

import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.source.FileProblem;
import dev.vsim.text.Numerals;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The references of a recorded trace, in order. The file is read and unpacked in a thread of its
 * own, which ends with the trace, at the limit, with an error, or with {@link #close}. When {@link
 * #next} gives 0, {@link #error} says whether that was the end.
 */
public final class RecordedTrace implements ReferenceSource, AutoCloseable {
  /**
   * So many unpacked bytes without a reference are no trace; what a thousandfold packed file could
   * go on with for ever.
   */
  private static final long MOST_IDLE_BYTES = 1 << 26;

  /** What a reference may take on average, beyond that: its line, and comments around it. */
  private static final long MOST_BYTES_A_REFERENCE = 1 << 12;

  private final String name;
  private final TraceFormat format;
  private final RecordParser parser;
  private final Batch batch;
  private final Unpacking unpacking;
  private final long size;
  private final long limit;
  private final Stretch stretch = new Stretch();
  private Chunk chunk;
  private int chunkEnd;
  private long unpacked;
  private long idleSince;
  private long idleReferences;
  private boolean over;
  private Optional<ReplayError> error = Optional.empty();

  RecordedTrace(
      String name,
      TraceFormat format,
      TraceOptions options,
      Unpacking unpacking,
      Chunk first,
      long size) {
    this.name = name;
    this.format = format;
    this.parser = format.parser(name, options);
    this.limit = options.limit();
    this.batch = new Batch(limit);
    this.unpacking = unpacking;
    this.size = size;
    begin(first, new Sample(first).start(format));
  }

  /**
   * Opens a trace.
   *
   * @param name the file's name as the user wrote it, which errors use and whose ending may tell
   *     the format
   */
  public static OpenedTrace open(Path file, String name, TraceOptions options) {
    return new Opening(name, options).open(file);
  }

  /** The format it has, given or found out. */
  public TraceFormat format() {
    return format;
  }

  @Override
  public int next(long[] into) {
    batch.into(into);
    while (!over && batch.wanted() > 0) {
      if (stretch.usedUp()) {
        proceed();
      } else {
        parse();
      }
    }
    if (over || batch.enough()) {
      unpacking.close();
    }
    return batch.filled();
  }

  /** Why the trace ended before its time. */
  public Optional<ReplayError> error() {
    return error;
  }

  /** What has been read so far, by kind. */
  public Tally tally() {
    return parser.tally();
  }

  /** References read so far, counted as recorded. */
  public long references() {
    return batch.references();
  }

  /** Bytes taken so far, after unpacking. */
  public long unpackedBytes() {
    return unpacked;
  }

  /**
   * How much of the trace is read, from 0 to 1: of the file as it lies there, or of the limit if
   * that is nearer.
   */
  public double fraction() {
    double ofFile = size == 0 ? 1 : (double) chunk.packedPosition() / size;
    double ofLimit = limit == 0 ? 1 : (double) batch.references() / limit;
    return Math.min(1, Math.max(ofFile, ofLimit));
  }

  /** Ends the reading; {@link #next} gives nothing more. */
  @Override
  public void close() {
    over = true;
    batch.drop();
    unpacking.close();
  }

  /** Whether the reading thread ends within this time. */
  boolean threadEndsWithin(long milliseconds) throws InterruptedException {
    return unpacking.endsWithin(milliseconds);
  }

  private void parse() {
    parser.parse(stretch, batch);
    if (parser.error().isPresent()) {
      fail(batch.references() > 0 ? parser.error().get() : wrongFormat(parser.error().get()));
    }
  }

  /**
   * What is wrong with the very first reference: perhaps the trace is in another format than was
   * said.
   */
  private ReplayError wrongFormat(ReplayError asItIs) {
    boolean inFirstChunk = unpacked == chunk.end() - Chunk.HEAD;
    Sample sample = new Sample(chunk);
    Optional<TraceFormat> other = sample.format().filter(found -> inFirstChunk && found != format);
    return other
        .map(found -> ReplayError.wrongFormat(name, format, found, sample.firstLine()))
        .orElse(asItIs);
  }

  /** Goes to the next chunk, the unfinished record of this one before it, or to the end. */
  private void proceed() {
    if (chunk.last()) {
      finish();
    } else if (chunkEnd - stretch.end() > Chunk.HEAD) {
      fail(
          ReplayError.at(
              parser.records() + 1,
              FileProblem.TRACE_LONG_LINE,
              name,
              Numerals.grouped(parser.records() + 1)));
    } else {
      Chunk before = chunk;
      int rest = chunkEnd - stretch.end();
      Chunk after = unpacking.next();
      System.arraycopy(before.bytes(), stretch.end(), after.bytes(), Chunk.HEAD - rest, rest);
      unpacking.giveBack(before);
      begin(after, Chunk.HEAD - rest);
    }
  }

  private void begin(Chunk next, int from) {
    chunk = next;
    chunkEnd = format.lines() ? next.textEnd() : next.end();
    stretch.of(next.bytes(), from, parser.wholeEnd(next.bytes(), from, chunkEnd));
    unpacked += next.end() - Chunk.HEAD;
    watchIdleness();
  }

  private void watchIdleness() {
    if (batch.references() > idleReferences) {
      idleReferences = batch.references();
      idleSince = unpacked;
    }
    boolean sparse = unpacked - MOST_IDLE_BYTES > MOST_BYTES_A_REFERENCE * batch.references();
    if (unpacked - idleSince > MOST_IDLE_BYTES || sparse) {
      fail(
          ReplayError.at(
              parser.records(), FileProblem.TRACE_IDLE, name, Numerals.grouped(parser.records())));
    }
  }

  private static String left(int bytes) {
    return bytes == 1 ? "1 byte is" : bytes + " bytes are";
  }

  private void finish() {
    int rest = chunkEnd - stretch.end();
    if (chunk.error().isPresent()) {
      fail(chunk.error().get());
    } else if (rest > 0) {
      fail(
          ReplayError.at(
              parser.records() + 1, FileProblem.TRACE_CUT, name, left(rest), format.expected()));
    } else if (batch.references() == 0) {
      fail(ReplayError.of(FileProblem.TRACE_WITHOUT_REFERENCES, name));
    }
    over = true;
  }

  private void fail(ReplayError why) {
    error = Optional.of(why);
    over = true;
  }
}
