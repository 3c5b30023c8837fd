package dev.vsim.syntax;

import dev.vsim.source.Span;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/**
 * A token at its place: slim, since there are millions, and aware of the bracket that it stands in.
 */
final class Lexeme implements Token {
  private final int type;
  private final int start;
  private final int end;
  private final int channel;
  private final Opener enclosing;
  private int index = -1;

  Lexeme(int type, int start, int end, int channel, Opener enclosing) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.channel = channel;
    this.enclosing = enclosing;
  }

  /** The same stretch of text as another type of token. */
  Lexeme as(int newType) {
    return new Lexeme(newType, start, end, channel, enclosing);
  }

  /** Gives it its number among the tokens of its text; the token stream does, once. */
  Lexeme numbered(int number) {
    index = number;
    return this;
  }

  int start() {
    return start;
  }

  /** Behind its last code unit. */
  int end() {
    return end;
  }

  /** The innermost bracket that was open before it, or null. */
  Opener enclosing() {
    return enclosing;
  }

  Span span() {
    return new Span(start, end);
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public int getChannel() {
    return channel;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  /** Not known: lines are counted only where a diagnostic needs one. */
  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return 0;
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public CharStream getInputStream() {
    return null;
  }
}
