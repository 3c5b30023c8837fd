package dev.vsim.run.replay;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.source.FileProblem;
import dev.vsim.text.Numerals;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads what valgrind's lackey prints with {@code --trace-mem=yes}. A line as lackey writes it
 * takes the quick way; all others, the tool's own words among them, the thorough one.
 */
final class LackeyParser implements RecordParser {
  /** More than any instruction moves, a save of all vector and tile registers included. */
  private static final int GREATEST_SIZE = 1 << 16;

  private static final String KINDS = "ILSM";
  private static final byte[] KIND_OF = kinds();
  private static final Op[] OPS = {Op.EXECUTE, Op.READ, Op.WRITE, Op.WRITE};

  private final int shift;
  private final boolean both;
  private final Line line;
  private final long[] counts = new long[KINDS.length()];
  private int kind;
  private long address;
  private int size;

  LackeyParser(String file, TraceOptions options) {
    this.shift = options.pageShift();
    this.both = options.straddle() == Straddle.BOTH;
    this.line = new Line(file, TraceFormat.LACKEY);
  }

  @Override
  public int wholeEnd(byte[] bytes, int from, int to) {
    return RecordParser.lastLineEnd(bytes, from, to);
  }

  @Override
  public void parse(Stretch in, Batch out) {
    byte[] bytes = in.bytes();
    int at = in.at();
    while (at < in.end() && out.wanted() > 0 && error().isEmpty()) {
      at = plain(bytes, at, in.end(), out);
      if (at < in.end() && out.wanted() > 0) {
        at = any(bytes, at, out);
      }
    }
    in.moveTo(at);
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
    return new Tally(counts[0], counts[1], counts[2], counts[3]);
  }

  /**
   * Reads lines of the usual form that stay in one page, and stops at the first that is otherwise.
   */
  private int plain(byte[] bytes, int from, int end, Batch out) {
    long[] packed = out.packed();
    int filled = out.filled();
    int wanted = out.wanted();
    int count = 0;
    int at = from;
    while (at < end && count < wanted) {
      int after = usual(bytes, at);
      if (after < 0 || page(address) != page(address + size - 1)) {
        break;
      }
      counts[kind]++;
      packed[filled + count++] = ReferenceSource.address(address, OPS[kind]);
      at = after;
    }
    line.count(count);
    out.added(count);
    return at;
  }

  /**
   * Reads {@code I 0401ab70,3}: eight digits or more, one digit of size; gives where the next line
   * begins, or −1.
   */
  private int usual(byte[] bytes, int at) {
    int kindHere = KIND_OF[bytes[at + 1] & 0xff];
    long value = Hex.eight(bytes, at + 3);
    if (kindHere < 0
        || bytes[at] != (kindHere == 0 ? 'I' : ' ')
        || bytes[at + 2] != ' '
        || value < 0) {
      return -1;
    }
    int place = at + 11;
    int digit = Hex.digit(bytes[place]);
    while (digit >= 0 && value >>> 60 == 0) {
      value = value << 4 | digit;
      digit = Hex.digit(bytes[++place]);
    }
    int bytesMoved = bytes[place + 1] - '0';
    if (bytes[place] != ',' || bytesMoved < 1 || bytesMoved > 9 || bytes[place + 2] != '\n') {
      return -1;
    }
    kind = kindHere;
    address = value;
    size = bytesMoved;
    return place + 3;
  }

  private int any(byte[] bytes, int at, Batch out) {
    line.begin(bytes, at);
    if (!line.atEnd() && !line.took("==") && !line.took("--") && reference()) {
      touch(out);
    }
    return line.next();
  }

  private boolean reference() {
    line.blanks();
    kind = KINDS.indexOf(line.here());
    line.step();
    if (kind < 0 || !line.blanks() || !line.number(16)) {
      line.notAReference();
    } else if (line.wide()) {
      line.tooWide();
    } else {
      address = line.value();
      return size();
    }
    return false;
  }

  private boolean size() {
    if (!line.took(",") || !line.number(10) || !line.atEnd()) {
      line.notAReference();
      return false;
    }
    boolean sound = !line.wide() && line.value() >= 1 && line.value() <= GREATEST_SIZE;
    size = sound ? (int) line.value() : 0;
    if (!sound || Long.compareUnsigned(address + size - 1, address) < 0) {
      line.wrong(FileProblem.TRACE_SIZE, Numerals.grouped(GREATEST_SIZE));
      return false;
    }
    return true;
  }

  private void touch(Batch out) {
    counts[kind]++;
    out.add(ReferenceSource.address(address, OPS[kind]));
    if (both) {
      out.straddle(page(address) + 1, page(address + size - 1), shift, OPS[kind]);
    }
  }

  private long page(long va) {
    return va >>> shift;
  }

  /** By the second character of a line, of which an instruction's is a blank. */
  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    Arrays.fill(kinds, (byte) -1);
    for (int kind = 1; kind < KINDS.length(); kind++) {
      kinds[KINDS.charAt(kind)] = (byte) kind;
    }
    kinds[' '] = 0;
    return kinds;
  }
}
