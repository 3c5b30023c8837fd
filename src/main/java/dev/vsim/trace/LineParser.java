package dev.vsim.trace;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes the lines of recorded traces apart, by hand and without strings between: a line is checked,
 * then kept as places.
 */
final class LineParser {
  private static final int FIRST_ROOM = 32;

  private final SourceText source;
  private final String text;
  private final Diagnostics diagnostics;
  private int[] tokens = new int[FIRST_ROOM];
  private int count;

  LineParser(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.text = source.text();
    this.diagnostics = diagnostics;
  }

  /** The event that stands from {@code start}, behind {@code expect}, to the line's {@code end}. */
  Optional<TraceLine> parse(int start, int end, int number) {
    cut(start, end);
    if (count == 0) {
      return fail(AssertionProblem.NO_EVENT, new Span(start, end));
    }
    Optional<EventKind> kind = EventKind.named(token(0));
    if (kind.isEmpty()) {
      return fail(AssertionProblem.UNKNOWN_EVENT, span(0), token(0));
    }
    int[] bounds = new int[2 * (TraceLine.FIRST_FIELD + kind.get().fields().size())];
    Arrays.fill(bounds, -1);
    place(TraceLine.KIND, 0, bounds);
    return fill(kind.get(), bounds)
        ? Optional.of(new TraceLine(kind.get(), text, bounds, number))
        : Optional.empty();
  }

  /**
   * Puts subject and fields into their slots: where the number of items is odd, the first is the
   * subject.
   */
  private boolean fill(EventKind kind, int[] bounds) {
    int items = count - 1;
    int first = 1;
    if (items % 2 == 1) {
      place(TraceLine.SUBJECT, 1, bounds);
      first = 2;
    }
    int expected = 0;
    for (int i = first; i < count; i += 2) {
      int index = field(kind, i, expected);
      if (index < 0 || !accepts(kind, index, i, bounds)) {
        return false;
      }
      place(TraceLine.FIRST_FIELD + index, i + 1, bounds);
      expected = index + 1;
    }
    return true;
  }

  /**
   * The index of the field that a token names, looked for first where the printing order has it; -1
   * if there is none.
   */
  private int field(EventKind kind, int token, int expected) {
    List<EventField> fields = kind.fields();
    for (int i = 0; i < fields.size(); i++) {
      int index = (expected + i) % fields.size();
      if (isToken(token, fields.get(index).name())) {
        return index;
      }
    }
    String names = fields.stream().map(EventField::name).collect(Collectors.joining(", "));
    report(
        Diagnostic.of(
            AssertionProblem.UNKNOWN_FIELD, source, span(token), kind.name(), token(token), names));
    return -1;
  }

  private boolean accepts(EventKind kind, int index, int token, int[] bounds) {
    EventField field = kind.fields().get(index);
    if (bounds[2 * (TraceLine.FIRST_FIELD + index)] >= 0) {
      report(Diagnostic.of(AssertionProblem.FIELD_TWICE, source, span(token), field.name()));
      return false;
    }
    if (FieldReader.test(field, token(token + 1)).isPresent()) {
      return true;
    }
    report(misfit(field, token + 1));
    return false;
  }

  private Diagnostic misfit(EventField field, int token) {
    String raw = token(token);
    Span span = span(token);
    return field.words().isEmpty()
        ? Diagnostic.of(
            AssertionProblem.VALUE_MISFIT, source, span, raw, Wording.holds(field), field.name())
        : Diagnostic.of(
            AssertionProblem.UNKNOWN_WORD,
            source,
            span,
            raw,
            field.name(),
            field.kind().name(),
            String.join(", ", field.words()));
  }

  private void cut(int start, int end) {
    count = 0;
    int at = blanks(start, end);
    while (at < end && text.charAt(at) != '#') {
      int stop = tokenEnd(at, end);
      if (2 * count == tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * tokens.length);
      }
      tokens[2 * count] = at;
      tokens[2 * count + 1] = stop;
      count++;
      at = blanks(stop, end);
    }
  }

  private int blanks(int start, int end) {
    int at = start;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Behind a token: at a blank that stands in no quotes and no brackets. */
  private int tokenEnd(int start, int end) {
    int depth = 0;
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '"') {
        at = quoteEnd(at, end);
      } else if (depth == 0 && (c == ' ' || c == '\t')) {
        return at;
      } else {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        at++;
      }
    }
    return end;
  }

  private int quoteEnd(int open, int end) {
    int at = open + 1;
    while (at < end && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, end);
  }

  private boolean isToken(int token, String word) {
    int start = tokens[2 * token];
    return tokens[2 * token + 1] - start == word.length() && text.startsWith(word, start);
  }

  private String token(int token) {
    return text.substring(tokens[2 * token], tokens[2 * token + 1]);
  }

  private Span span(int token) {
    return new Span(tokens[2 * token], tokens[2 * token + 1]);
  }

  private void place(int slot, int token, int[] bounds) {
    bounds[2 * slot] = tokens[2 * token];
    bounds[2 * slot + 1] = tokens[2 * token + 1];
  }

  private Optional<TraceLine> fail(AssertionProblem problem, Span span, Object... arguments) {
    report(Diagnostic.of(problem, source, span, arguments));
    return Optional.empty();
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }
}
