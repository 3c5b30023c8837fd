package dev.vsim.syntax;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Says inside the parser that an angle bracket opens too deep; never leaves it. */
final class TooDeep extends RecognitionException {
  private static final long serialVersionUID = 1;

  TooDeep(Parser parser, Token opener) {
    super(parser, parser.getInputStream(), parser.getContext());
    setOffendingToken(opener);
  }
}
