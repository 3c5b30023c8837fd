package dev.vsim.syntax;

import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.RBRACE;

import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Finds the brace that was forgotten: where a closing brace is indented less than the line of the
 * brace that it closes by count, its writer meant it for an outer one.
 */
final class Suspicion {
  private Suspicion() {}

  /**
   * The first brace of the failed statement whose closing brace belongs to another by its
   * indentation.
   */
  static Optional<Failure.Opening> unclosed(Failure failure) {
    Lexeme first = failure.first();
    TokenFilter filter = TokenFilter.of(failure.source(), comment -> {});
    filter.restart(first.start(), first.enclosing());
    Lexeme token = filter.next();
    while (token.getType() != Token.EOF && token.start() < failure.offending().start()) {
      Opener open = token.getType() == RBRACE ? token.enclosing() : null;
      if (open != null && open.type() == LBRACE && isIndentedLess(failure.lines(), token, open)) {
        return Optional.of(new Failure.Opening("{", open.start()));
      }
      token = filter.next();
    }
    return Optional.empty();
  }

  private static boolean isIndentedLess(Lines lines, Lexeme closer, Opener open) {
    return lines.isFirst(closer.start())
        && lines.indentation(closer.start()) < lines.indentation(open.start());
  }
}
