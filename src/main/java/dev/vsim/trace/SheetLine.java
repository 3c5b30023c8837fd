package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a worksheet, {@code expect next evict app page B}, as somebody has filled it in: which
 * of its answers differ, and nothing of what would be right.
 */
public final class SheetLine {
  /** How every line of a sheet begins. */
  public static final String BEGINNING = "expect next ";

  private final Place at;
  private final TraceLine line;

  private SheetLine(Place at, TraceLine line) {
    this.at = at;
    this.line = line;
  }

  /** Whether a statement is a line of a sheet rather than an assertion of the scenario. */
  public static boolean isOne(Place at) {
    return at.source().text().startsWith(BEGINNING, at.span().start());
  }

  /** The line, if it is one whose items are plain values. */
  public static Optional<SheetLine> of(Place at) {
    int start = at.span().start() + BEGINNING.length();
    return new LineParser(at.source(), new Diagnostics())
        .parse(start, at.span().end(), at.line())
        .map(line -> new SheetLine(at, line));
  }

  /** What to say of an answer that does not hold: where, and that it differs. */
  public List<FailureFrame.Line> differing(Mismatch.NotNext mismatch) {
    if (mismatch.found().isEmpty()) {
      return List.of(new FailureFrame.Line("the scenario has no event for this line"));
    }
    List<FailureFrame.Line> lines = new ArrayList<>();
    for (int slot : Difference.of(mismatch.wanted(), mismatch.found().get())) {
      lines.add(new FailureFrame.Line(span(slot), carets(slot) + " " + name(slot) + " differs"));
    }
    return lines;
  }

  /** What of the event that the line meets it leaves out or answers by no value, if anything. */
  public Optional<String> unanswered(Event event) {
    if (!line.has(TraceLine.SUBJECT) || !line.subject().equals(subject(event))) {
      return Optional.of("whom the event is about is left out");
    }
    for (EventField field : EventKind.of(event).fields()) {
      boolean named = line.has(TraceLine.FIRST_FIELD + field.index());
      if (!named && field.value(event).isPresent()) {
        return Optional.of("`" + field.name() + "` is left out");
      }
      if (named && !(line.test(field).orElseThrow() instanceof FieldTest.Is)) {
        return Optional.of("`" + line.raw(field).orElseThrow() + "` is no answer");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> subject(Event event) {
    return Optional.of(event.subject().path());
  }

  private String name(int slot) {
    return switch (slot) {
      case TraceLine.KIND -> "the event";
      case TraceLine.SUBJECT -> "whom it is about";
      default -> line.kind().fields().get(slot - TraceLine.FIRST_FIELD).name();
    };
  }

  private Span span(int slot) {
    int start = at.span().start() + BEGINNING.length();
    return new Span(start + line.start(slot), start + line.end(slot));
  }

  private String carets(int slot) {
    return Columns.carets(line, List.of(slot)).strip();
  }
}
