package dev.vsim.run.replay;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.source.FileProblem;
import java.util.Optional;

/**
 * Reads plain text: a number a line, with {@code 0x} an address and without a page number, unless
 * the options say otherwise; before or behind it perhaps R, W or I for read, write or instruction
 * fetch; {@code #} begins a comment.
 */
final class TextParser implements RecordParser {
  private static final String WORDS = "RWI";
  private static final Op[] OPS = {Op.READ, Op.WRITE, Op.EXECUTE};

  private final Line line;
  private final TraceNumbers numbers;
  private final long[] counts = new long[WORDS.length()];
  private long packed;

  TextParser(String file, TraceOptions options) {
    this.line = new Line(file, TraceFormat.TEXT);
    this.numbers = options.numbers();
  }

  @Override
  public int wholeEnd(byte[] bytes, int from, int to) {
    return RecordParser.lastLineEnd(bytes, from, to);
  }

  @Override
  public void parse(Stretch in, Batch out) {
    while (!in.usedUp() && out.wanted() > 0 && error().isEmpty()) {
      line.begin(in.bytes(), in.at());
      line.blanks();
      if (!over() && reference()) {
        out.add(packed);
      }
      in.moveTo(line.next());
    }
  }

  @Override
  public Optional<ReplayError> error() {
    return line.error();
  }

  @Override
  public long records() {
    return line.number();
  }

  @Override
  public Tally tally() {
    return new Tally(counts[2], counts[0], counts[1], 0);
  }

  private boolean over() {
    return line.atEnd() || line.here() == '#';
  }

  private boolean reference() {
    int before = word();
    boolean spaced = before < 0 || line.blanks();
    boolean hex = line.took("0x") || line.took("0X");
    if (!spaced || !line.number(hex ? 16 : 10)) {
      line.notAReference();
      return false;
    }
    int behind = line.blanks() && before < 0 ? word() : -1;
    line.blanks();
    if (!over()) {
      line.notAReference();
      return false;
    }
    return pack(hex, Math.max(0, Math.max(before, behind)));
  }

  /** Which word stands here, or −1. */
  private int word() {
    int word = WORDS.indexOf(Character.toUpperCase(line.here()));
    if (word >= 0) {
      line.step();
    }
    return word;
  }

  private boolean pack(boolean hex, int word) {
    boolean page = numbers == TraceNumbers.BY_SPELLING ? !hex : numbers == TraceNumbers.PAGES;
    if (line.wide()) {
      line.tooWide();
      return false;
    }
    if (page && Long.compareUnsigned(line.value(), ReferenceSource.GREATEST_PAGE) > 0) {
      line.wrong(FileProblem.TRACE_PAGE);
      return false;
    }
    Op op = OPS[word];
    packed =
        page ? ReferenceSource.page(line.value(), op) : ReferenceSource.address(line.value(), op);
    counts[word]++;
    return true;
  }
}
