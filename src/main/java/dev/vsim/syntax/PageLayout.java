package dev.vsim.syntax;

import static vsim.VsimLexer.CALL;
import static vsim.VsimLexer.ELSE;
import static vsim.VsimLexer.INDEX;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LBRACKET;
import static vsim.VsimLexer.LPAREN;

import dev.vsim.source.SourceText;
import dev.vsim.text.DisplayWidth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Puts pieces into lines: a line where there was one, indented by two for each line with an open
 * bracket, and by two more where it continues a statement; comments behind code in one column as
 * long as the lines follow each other.
 */
final class PageLayout {
  private static final int INDENT = 2;

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private final Deque<Opened> open = new ArrayDeque<>();
  private Piece before;

  /** How many line ends stand before semicolons that the next piece has behind it. */
  private int endsBefore;

  /** Whether a semicolon stands behind the last piece that is no comment. */
  private boolean separated;

  /** The last piece that is no comment, and its line. */
  private Piece word;

  private Line wordLine;

  PageLayout(SourceText source) {
    this.text = source.text();
  }

  void add(Piece piece) {
    if (piece.is(Piece.Kind.SEPARATES)) {
      endsBefore = piece.lineEnds();
      separated = true;
      return;
    }
    Piece next = piece.further(endsBefore);
    if (next.lineEnds() > 0) {
      begin(next);
    } else {
      goOn(next);
    }
    endsBefore = 0;
    before = next;
    if (!next.is(Piece.Kind.COMMENT)) {
      separated = false;
      word = next;
      wordLine = lines.get(lines.size() - 1);
    }
  }

  private void begin(Piece piece) {
    int indentation = piece.is(Piece.Kind.CLOSES) ? close() : indentation(piece);
    boolean comment = piece.is(Piece.Kind.COMMENT);
    if (separated && !comment && Kinds.continuesLine(word.type())) {
      wordLine.code.append(';');
    }
    boolean apart = before != null && !before.is(Piece.Kind.OPENS) && !piece.is(Piece.Kind.CLOSES);
    Line line = new Line(indentation, apart && piece.lineEnds() > 1);
    lines.add(line);
    if (piece.is(Piece.Kind.OPENS)) {
      open.push(new Opened(piece.type(), indentation));
    }
    line.code.append(written(piece));
  }

  private int indentation(Piece piece) {
    Opened innermost = open.peek();
    int base = innermost == null ? 0 : innermost.indentation + INDENT;
    boolean inside = innermost != null && innermost.isParenthesis();
    boolean continues = piece.continues() && !inside && !piece.is(ELSE) && !piece.is(LBRACE);
    return continues ? base + INDENT : base;
  }

  private void goOn(Piece piece) {
    Line line = lines.get(lines.size() - 1);
    if (piece.is(Piece.Kind.COMMENT)) {
      line.comment = written(piece);
      return;
    }
    if (piece.is(Piece.Kind.CLOSES)) {
      close();
    } else if (piece.is(Piece.Kind.OPENS)) {
      open.push(new Opened(piece.type(), line.indentation));
    }
    boolean apart = separated && !before.is(Piece.Kind.OPENS) && !piece.is(Piece.Kind.CLOSES);
    boolean blank = separated || Spacing.isBetween(before, piece);
    line.code.append(apart ? ";" : "").append(blank ? " " : "").append(written(piece));
  }

  /** The indentation of the line in which the bracket that ends here began. */
  private int close() {
    return open.pop().indentation;
  }

  private String written(Piece piece) {
    return text.substring(piece.start(), piece.end()).stripTrailing();
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.comment != null && line.column == 0) {
        align(i);
      }
      line.write(out);
    }
    return out.toString();
  }

  /** Gives the comments of this line and of those that follow without a gap their common column. */
  private void align(int first) {
    int end = first;
    int widest = 0;
    while (end < lines.size()
        && lines.get(end).comment != null
        && (end == first || !lines.get(end).apart)) {
      widest = Math.max(widest, lines.get(end).width());
      end++;
    }
    for (Line each : lines.subList(first, end)) {
      each.column = widest + INDENT;
    }
  }

  /** A bracket that is open, and how far the line in which it stands is indented. */
  private record Opened(int type, int indentation) {
    boolean isParenthesis() {
      return type == LPAREN || type == CALL || type == LBRACKET || type == INDEX;
    }
  }

  /** One line of the page. */
  private static final class Line {
    private final int indentation;
    private final boolean apart;
    private final StringBuilder code = new StringBuilder();
    private String comment;
    private int column;

    Line(int indentation, boolean apart) {
      this.indentation = indentation;
      this.apart = apart;
    }

    int width() {
      return indentation + DisplayWidth.of(code.toString());
    }

    void write(StringBuilder out) {
      out.append(apart ? "\n" : "").append(" ".repeat(indentation)).append(code);
      if (comment != null) {
        out.append(" ".repeat(column - width())).append(comment);
      }
      out.append('\n');
    }
  }
}
