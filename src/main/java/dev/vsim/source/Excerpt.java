package dev.vsim.source;

import dev.vsim.text.Paint;
import java.util.ArrayList;
import java.util.List;

/** The lines of one source text that a diagnostic speaks of, with line numbers and underlines. */
final class Excerpt {
  private static final int MARGIN = 2;

  private final SourceText source;
  private final List<DiagnosticDrawing.Mark> marks;
  private final Paint paint;
  private final int digits;

  /** An excerpt with these places, in order of their start. */
  Excerpt(SourceText source, List<DiagnosticDrawing.Mark> marks, Paint paint) {
    this.source = source;
    this.marks = marks;
    this.paint = paint;
    this.digits = String.valueOf(lineOf(marks.get(marks.size() - 1))).length();
  }

  Span first() {
    return marks.get(0).span();
  }

  private int lineOf(DiagnosticDrawing.Mark mark) {
    return source.line(mark.span().start());
  }

  String draw() {
    StringBuilder out = new StringBuilder();
    int done = 0;
    int lineBefore = 0;
    while (done < marks.size()) {
      Row row = new Row(marks.get(done));
      while (done < marks.size() && row.takes(marks.get(done))) {
        done++;
      }
      if (lineBefore > 0 && row.line > lineBefore + 1) {
        out.append(" ".repeat(MARGIN)).append(paint.faint("…")).append('\n');
      }
      row.draw(out);
      lineBefore = row.line;
    }
    return out.toString();
  }

  private String mark(DiagnosticDrawing.Mark mark, String text) {
    return mark.primary() ? paint.error(text) : paint.other(text);
  }

  private String gutter(String number) {
    return paint.faint(" ".repeat(MARGIN + digits - number.length()) + number + " |");
  }

  /** One source line with what is underlined in it. */
  private final class Row {
    private final int line;
    private final DrawnLine drawn;
    private final int lineEnd;
    private final List<Underline> underlines = new ArrayList<>();

    Row(DiagnosticDrawing.Mark first) {
      this.line = lineOf(first);
      int lineStart = source.lineStart(line);
      this.lineEnd = lineStart + source.lineText(line).length();
      this.drawn =
          new DrawnLine(source.text(), lineStart, lineEnd, Math.min(first.span().start(), lineEnd));
    }

    /** Adds the place if it is in this line, and in the part of it that is shown. */
    boolean takes(DiagnosticDrawing.Mark mark) {
      int start = Math.min(mark.span().start(), lineEnd);
      if (lineOf(mark) != line || !drawn.shows(start)) {
        return false;
      }
      int from = drawn.column(start);
      int to = drawn.column(Math.min(mark.span().end(), lineEnd));
      underlines.add(new Underline(from, Math.max(from + 1, to), mark));
      return true;
    }

    void draw(StringBuilder out) {
      append(out, gutter(String.valueOf(line)), drawn.toString());
      append(out, gutter(""), carets());
      for (int i = underlines.size() - 2; i >= 0; i--) {
        Underline each = underlines.get(i);
        if (!each.mark.label().isEmpty()) {
          append(out, gutter(""), " ".repeat(each.from) + mark(each.mark, each.mark.label()));
        }
      }
    }

    private void append(StringBuilder out, String gutter, String text) {
      out.append(gutter).append(text.isEmpty() ? "" : " ").append(text).append('\n');
    }

    /** All underlines, and behind them the label of the last. */
    private String carets() {
      StringBuilder out = new StringBuilder();
      int column = 0;
      for (Underline each : underlines) {
        int from = Math.max(column, each.from);
        if (from < each.to) {
          out.append(" ".repeat(from - column));
          out.append(mark(each.mark, "^".repeat(each.to - from)));
          column = each.to;
        }
      }
      DiagnosticDrawing.Mark last = underlines.get(underlines.size() - 1).mark;
      return last.label().isEmpty() ? out.toString() : out + " " + mark(last, last.label());
    }
  }

  /** Columns, from 0, that are underlined. */
  private record Underline(int from, int to, DiagnosticDrawing.Mark mark) {}
}
