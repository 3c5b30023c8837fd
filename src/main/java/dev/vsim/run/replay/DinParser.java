package dev.vsim.run.replay;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;
import java.util.Optional;

/**
 * Reads Dinero III's {@code din}: a label and a hexadecimal address a line; the rest of the line is
 * a comment. Its escape labels 3 and 4 name no kind of reference and are refused.
 */
final class DinParser implements RecordParser {
  private static final String LABELS = "012";
  private static final Op[] OPS = {Op.READ, Op.WRITE, Op.EXECUTE};

  private final Line line;
  private final long[] counts = new long[LABELS.length()];
  private int label;

  DinParser(String file, TraceOptions options) {
    this.line = new Line(file, TraceFormat.DIN);
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
      if (!line.atEnd() && reference()) {
        counts[label]++;
        out.add(ReferenceSource.address(line.value(), OPS[label]));
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

  private boolean reference() {
    label = LABELS.indexOf(line.here());
    line.step();
    boolean sound = label >= 0 && line.blanks() && hexadecimal();
    if (!sound || !(line.atEnd() || line.blanks())) {
      line.notAReference();
    } else if (line.wide()) {
      line.tooWide();
    } else {
      return true;
    }
    return false;
  }

  private boolean hexadecimal() {
    line.took("0x");
    return line.number(16);
  }
}
