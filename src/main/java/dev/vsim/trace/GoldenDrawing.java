package dev.vsim.trace;

import dev.vsim.text.PlainText;
import java.util.List;

/**
 * Draws how a trace differs from its golden one: the lines around the first difference, the
 * differing fields marked.
 */
public final class GoldenDrawing {
  private static final int SHOWN = 5;

  private final StringBuilder out = new StringBuilder();
  private final int width;

  private GoldenDrawing(GoldenComparison.Differs difference) {
    this.width = Integer.toString(greatest(difference)).length();
  }

  /**
   * The lines below the headline, each with its line end.
   *
   * @param command what accepts the trace as it is: {@code vsim test scenarios/lru.vsim --bless}
   */
  public static String draw(GoldenComparison.Differs difference, String command) {
    GoldenDrawing drawing = new GoldenDrawing(difference);
    drawing.lines(difference);
    drawing.out.append("  if this is right: ").append(command).append('\n');
    return drawing.out.toString();
  }

  private void lines(GoldenComparison.Differs difference) {
    difference.before().ifPresent(line -> add(' ', line));
    boolean changed = difference.wanted().size() == 1 && difference.found().size() == 1;
    if (changed) {
      changed(difference.wanted().get(0), difference.found().get(0));
    } else {
      several('-', difference.wanted(), difference.unlisted());
      several('+', difference.found(), difference.unlisted());
    }
    difference.behind().ifPresent(line -> add(' ', line));
  }

  private void changed(TraceLine wanted, TraceLine found) {
    List<Integer> slots = Difference.of(wanted, found);
    String below = Columns.carets(found, slots);
    String above = Columns.carets(wanted, slots);
    add('-', wanted);
    if (!above.equals(below) && above.length() != below.length()) {
      carets(above);
    }
    add('+', found);
    carets(below);
  }

  private void several(char sign, List<TraceLine> lines, long unlisted) {
    lines.stream().limit(SHOWN).forEach(line -> add(sign, line));
    long more = lines.size() - SHOWN + unlisted;
    if (!lines.isEmpty() && more > 0) {
      out.append("  ").append(sign).append(' ').append(" ".repeat(width));
      out.append("   … and ").append(more).append(" more\n");
    }
  }

  private void add(char sign, TraceLine line) {
    String number = Integer.toString(line.number());
    out.append("  ").append(sign).append(' ').append(" ".repeat(width - number.length()));
    out.append(number).append("   ").append(PlainText.shown(line.text())).append('\n');
  }

  private void carets(String carets) {
    out.append(" ".repeat(4 + width + 3)).append(carets).append('\n');
  }

  private static int greatest(GoldenComparison.Differs difference) {
    int greatest = 0;
    for (List<TraceLine> lines :
        List.of(
            difference.before().stream().toList(),
            difference.wanted(),
            difference.found(),
            difference.behind().stream().toList())) {
      for (TraceLine line : lines) {
        greatest = Math.max(greatest, line.number());
      }
    }
    return greatest;
  }
}
