package dev.vsim.trace;

import dev.vsim.source.DrawnLine;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.text.PlainText;
import java.util.List;
import java.util.Optional;

/** Draws a statement that failed: its place, its text, and what there is to say about it. */
public final class FailureFrame {
  /**
   * Something to say.
   *
   * @param about the part of the statement that it stands below, where it is about one
   * @param text a line or more, of whoever's making
   */
  public record Line(Optional<Span> about, String text) {
    /** About the whole statement. */
    public Line(String text) {
      this(Optional.empty(), text);
    }

    /** About a part of it. */
    public Line(Span about, String text) {
      this(Optional.of(about), text);
    }
  }

  private final Place at;
  private final DrawnLine statement;
  private final String margin;
  private final StringBuilder out = new StringBuilder();

  private FailureFrame(Place at) {
    this.at = at;
    this.statement = new DrawnLine(at.source(), at.line(), at.span().start());
    this.margin = "  " + " ".repeat(Integer.toString(at.line()).length()) + " |";
  }

  /**
   * {@code lab3.vsim:9: failed: expect evict}, the statement's line, then the lines given, beside a
   * bar.
   *
   * @param lines what there is to say
   */
  public static String draw(Place at, List<Line> lines) {
    FailureFrame frame = new FailureFrame(at);
    frame.headline();
    lines.forEach(frame::line);
    return frame.out.toString();
  }

  /** The same where all is about the whole statement. */
  static String drawPlain(Place at, List<String> lines) {
    return draw(at, lines.stream().map(Line::new).toList());
  }

  private void headline() {
    out.append(PlainText.path(at.file())).append(':').append(at.line());
    out.append(": failed: ").append(at.text()).append('\n');
    out.append("  ").append(at.line()).append(" | ").append(statement).append('\n');
  }

  private void line(Line line) {
    int column =
        line.about().filter(this::isInLine).map(s -> statement.column(s.start())).orElse(0);
    for (String text : PlainText.lines(line.text())) {
      out.append(margin).append(text.isEmpty() ? "" : " " + " ".repeat(column) + text).append('\n');
    }
  }

  private boolean isInLine(Span part) {
    SourceText source = at.source();
    return source.line(part.start()) == at.line() && statement.shows(part.start());
  }
}
