package dev.vsim.syntax;

import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** The first reading's way with mistakes: it gives the statement up. */
class GivingUp implements ANTLRErrorStrategy {
  @Override
  public void reset(Parser parser) {
    // has no state
  }

  /** Never puts in a token that is not there. */
  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void recover(Parser parser, RecognitionException mistake) {
    throw mistake;
  }

  @Override
  public void sync(Parser parser) {
    // a wrong token is found where it is asked for
  }

  @Override
  public boolean inErrorRecoveryMode(Parser parser) {
    return false;
  }

  @Override
  public void reportMatch(Parser parser) {
    // has no state
  }

  @Override
  public void reportError(Parser parser, RecognitionException mistake) {
    // whoever recovers reports
  }
}
