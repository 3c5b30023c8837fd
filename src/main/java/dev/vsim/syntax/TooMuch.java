package dev.vsim.syntax;

import dev.vsim.source.SyntaxProblem;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Says inside the parser that an angle bracket opens too deep, or that a statement is too long. */
final class TooMuch extends RecognitionException {
  private static final long serialVersionUID = 1;

  private final SyntaxProblem problem;

  TooMuch(Parser parser, Token where, SyntaxProblem problem) {
    super(parser, parser.getInputStream(), parser.getContext());
    setOffendingToken(where);
    this.problem = problem;
  }

  SyntaxProblem problem() {
    return problem;
  }
}
