package dev.vsim.syntax;

import static vsim.VsimLexer.FOREIGN_COMMENT;
import static vsim.VsimLexer.FOREIGN_TEXT;
import static vsim.VsimLexer.HOLE_CLOSE;
import static vsim.VsimLexer.HOLE_OPEN;
import static vsim.VsimLexer.QUOTE;
import static vsim.VsimLexer.STRANGE;
import static vsim.VsimLexer.TOO_DEEP;
import static vsim.VsimLexer.UNCLOSED_TEXT;

import dev.vsim.source.Characters;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.FileProblem;
import dev.vsim.source.HabitProblem;
import dev.vsim.source.Span;
import dev.vsim.source.SyntaxProblem;
import java.util.Optional;
import vsim.VsimParser;

/** What is wrong with a character or a single token, wherever it stands. */
final class CharacterMistakes {
  /** What stands for bytes that are no UTF-8. */
  private static final int UNREADABLE = 0xFFFD;

  private CharacterMistakes() {}

  /** {@code "boot} to the end of the line. */
  static Optional<Diagnostic> unclosedText(Failure failure) {
    if (!failure.is(UNCLOSED_TEXT) && !inUnclosedHole(failure)) {
      return Optional.empty();
    }
    Opener open = failure.offending().enclosing();
    while (open.outer() != null && open.type() != QUOTE && open.type() != HOLE_OPEN) {
      open = open.outer();
    }
    if (open.type() == HOLE_OPEN) {
      return Optional.of(
          failure.about(SyntaxProblem.UNCLOSED_HOLE, new Span(open.start(), open.start() + 2)));
    }
    Span span = new Span(open.start(), Math.max(failure.offending().start(), open.start() + 1));
    return Optional.of(failure.about(SyntaxProblem.UNCLOSED_TEXT, span));
  }

  /**
   * A text with a hole that is not ended: the quote that should end the text begins another in the
   * hole.
   */
  private static boolean inUnclosedHole(Failure failure) {
    Opener open = failure.offending().enclosing();
    return failure.is(QUOTE)
        && failure.expects(HOLE_CLOSE)
        && open != null
        && open.type() == HOLE_OPEN;
  }

  /** {@code "${}"}. */
  static Optional<Diagnostic> emptyHole(Failure failure) {
    boolean empty =
        failure.is(HOLE_CLOSE)
            && failure.before() != null
            && failure.before().getType() == HOLE_OPEN;
    return empty
        ? Optional.of(
            failure.about(SyntaxProblem.EMPTY_HOLE, failure.before().span().to(failure.place())))
        : Optional.empty();
  }

  /** A bracket or an operator more than the limit allows. */
  static Optional<Diagnostic> tooDeep(Failure failure) {
    if (failure.mistake() instanceof TooMuch mistake) {
      return Optional.of(failure.about(mistake.problem()));
    }
    if (!failure.is(TOO_DEEP)) {
      return Optional.empty();
    }
    char first = failure.text().charAt(0);
    boolean bracket =
        "([{\"$".indexOf(first) >= 0
            || first == '<' && failure.isWithin(VsimParser.PropertiesContext.class);
    return Optional.of(
        failure.about(bracket ? SyntaxProblem.TOO_DEEP : SyntaxProblem.TOO_MANY_OPERATORS));
  }

  /** A comment as in C, from slash and star to star and slash. */
  static Optional<Diagnostic> foreignComment(Failure failure) {
    return failure.is(FOREIGN_COMMENT)
        ? Optional.of(failure.about(HabitProblem.FOREIGN_COMMENT, "/* … */"))
        : Optional.empty();
  }

  /** {@code 'boot'}. */
  static Optional<Diagnostic> singleQuotes(Failure failure) {
    if (failure.is(FOREIGN_TEXT)) {
      String text = failure.text();
      String inside = text.substring(1, text.length() - 1).replace("\"", "\\\"");
      return Optional.of(failure.about(HabitProblem.SINGLE_QUOTES, inside));
    }
    return failure.is(STRANGE) && failure.text().equals("'")
        ? Optional.of(failure.about(HabitProblem.SINGLE_QUOTES, "…"))
        : Optional.empty();
  }

  /** {@code \} at the end of a line. */
  static Optional<Diagnostic> backslash(Failure failure) {
    return failure.is(STRANGE) && failure.text().equals("\\")
        ? Optional.of(failure.about(HabitProblem.LINE_CONTINUATION))
        : Optional.empty();
  }

  /** Anything else that is no character of the language. */
  static Optional<Diagnostic> strange(Failure failure) {
    if (!failure.is(STRANGE)) {
      return Optional.empty();
    }
    int character = failure.text().codePointAt(0);
    String shown = Characters.shown(character);
    if (character == UNREADABLE) {
      return Optional.of(
          Diagnostic.of(FileProblem.NOT_UTF_8, failure.source(), failure.place(), ""));
    }
    if (Characters.isControl(character)) {
      return Optional.of(failure.about(SyntaxProblem.CONTROL_CHARACTER, shown));
    }
    return Optional.of(
        Characters.asciiFor(character)
            .map(ascii -> failure.about(SyntaxProblem.LOOK_ALIKE, shown, ascii))
            .orElseGet(() -> failure.about(SyntaxProblem.STRANGE_CHARACTER, shown)));
  }
}
