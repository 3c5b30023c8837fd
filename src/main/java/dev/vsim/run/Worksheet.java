package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.trace.Place;

/**
 * A scenario with its trace, some values of which somebody is to find out. It is run like any
 * scenario; what is said of wrong answers does not give the right ones away, and nothing is
 * printed.
 */
public final class Worksheet {
  /** The comment that every worksheet begins with. */
  public static final String HEADER = "# vsim worksheet 1";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Worksheet() {}

  /** Whether a text is a worksheet. */
  public static boolean isOne(SourceText source) {
    String first = source.lineText(1);
    int start = first.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    return first.substring(start).strip().equals(HEADER);
  }

  /** A sheet has run: events for which no line is left were not asked about, or no longer. */
  static void close(CheckedProgram program, int left, AssertionWitness witness) {
    if (left > 0) {
      Span last = program.statements().get(program.statements().size() - 1).span();
      Place place = new Place(program.source(), last);
      witness.unanswered(
          place, left == 1 ? "one event has no line" : "the last " + left + " events have no line");
    }
  }
}
