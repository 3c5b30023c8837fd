package dev.vsim.syntax;

import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.RBRACE;
import static vsim.VsimLexer.RBRACKET;
import static vsim.VsimLexer.RPAREN;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.FormProblem;
import dev.vsim.source.Span;
import dev.vsim.source.SyntaxProblem;
import dev.vsim.source.Unread;
import java.util.Optional;

/**
 * Brackets that are missing, too many or the wrong ones; and lines that go on where their writer
 * thought them over.
 */
final class BracketMistakes {
  private BracketMistakes() {}

  /** {@code access (0x1000} and then the next line. */
  static Optional<Diagnostic> unclosed(Failure failure) {
    return failure.unclosed().map(open -> unclosed(failure, open));
  }

  private static Diagnostic unclosed(Failure failure, Failure.Opening innermost) {
    Failure.Opening open =
        innermost.bracket().equals("{") ? Suspicion.unclosed(failure).orElse(innermost) : innermost;
    Unread problem =
        open.bracket().equals("<")
            ? SyntaxProblem.UNCLOSED_PROPERTIES
            : SyntaxProblem.UNCLOSED_BRACKET;
    return failure.about(problem, open.span(), open.bracket(), open.closer());
  }

  /** {@code f(1]}. */
  static Optional<Diagnostic> wrongCloser(Failure failure) {
    if (!failure.is(RPAREN, RBRACKET, GREATER)) {
      return Optional.empty();
    }
    return failure
        .innermost()
        .filter(open -> !open.bracket().equals("{") && !open.closer().equals(failure.text()))
        .filter(
            open ->
                !(failure.is(GREATER)
                    && !failure.expects(open.bracket().equals("(") ? RPAREN : RBRACKET)))
        .map(
            open ->
                failure
                    .about(
                        SyntaxProblem.WRONG_CLOSER, failure.text(), open.bracket(), open.closer())
                    .withNote(open.span(), "opened here"));
  }

  /** {@code access 0x1000)}. */
  static Optional<Diagnostic> closesNothing(Failure failure) {
    boolean closer =
        failure.is(RPAREN, RBRACKET, RBRACE) || failure.is(GREATER) && !failure.followsValue();
    boolean opened =
        failure.openings().stream().anyMatch(open -> open.closer().equals(failure.text()));
    return closer && !opened
        ? Optional.of(
            failure.about(
                SyntaxProblem.CLOSES_NOTHING, failure.text(), Brackets.opener(failure.text())))
        : Optional.empty();
  }

  /** {@code let x = 1 +} and then the next statement, which became a part of this one. */
  static Optional<Diagnostic> dangling(Failure failure) {
    if (!failure.isBeyond()) {
      return Optional.empty();
    }
    for (int distance = 1; failure.before(distance) != null; distance++) {
      Lexeme token = failure.before(distance);
      if (token.end() <= failure.cut()) {
        Span span = token.span();
        return Kinds.continuesLine(token.getType())
            ? Optional.of(failure.about(FormProblem.DANGLING_OPERATOR, span, failure.text(token)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
