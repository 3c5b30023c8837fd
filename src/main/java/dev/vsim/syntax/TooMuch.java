package dev.vsim.syntax;

import dev.vsim.source.Unread;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Says inside the parser that an angle bracket opens too deep, or that a statement is too long. */
final class TooMuch extends RecognitionException {
  private static final long serialVersionUID = 1;

  private final Unread problem;

  TooMuch(Parser parser, Token where, Unread problem) {
    super(parser, parser.getInputStream(), parser.getContext());
    setOffendingToken(where);
    this.problem = problem;
  }

  Unread problem() {
    return problem;
  }
}
