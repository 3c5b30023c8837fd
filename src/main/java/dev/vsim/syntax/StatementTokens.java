package dev.vsim.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The filtered tokens of a text as the parser wants them, made when they are asked for; only those
 * that it still looks at, and a few before, are kept.
 */
final class StatementTokens implements TokenStream {
  /** How many tokens behind the parser's place stay, for diagnostics to look at. */
  private static final int KEPT = 8;

  private static final int WINDOW = 1024;

  private final TokenFilter filter;
  private final String name;
  private final List<Lexeme> window = new ArrayList<>();
  private int first;
  private int at;
  private int marks;

  StatementTokens(TokenFilter filter, String name) {
    this.filter = filter;
    this.name = name;
  }

  /**
   * Forgets what begins at this place or behind it, and goes on there, where a statement begins in
   * this bracket.
   */
  void restart(int offset, Opener enclosing) {
    int kept = window.size();
    while (kept > 0 && window.get(kept - 1).start() >= offset) {
      kept--;
    }
    window.subList(kept, window.size()).clear();
    at = first + kept;
    filter.restart(offset, enclosing);
  }

  /** The token of this number if it is still, or already, here; else null. */
  Lexeme at(int index) {
    return index < first || index >= first + window.size() ? null : window.get(index - first);
  }

  @Override
  public Lexeme LT(int distance) {
    int place = at - first + (distance < 0 ? distance : distance - 1);
    if (place < 0) {
      return null;
    }
    while (place >= window.size()) {
      window.add(filter.next().numbered(first + window.size()));
    }
    return window.get(place);
  }

  @Override
  public int LA(int distance) {
    Lexeme token = LT(distance);
    return token == null ? Token.INVALID_TYPE : token.getType();
  }

  @Override
  public void consume() {
    if (LA(1) != Token.EOF) {
      at++;
      if (marks == 0 && at - first > WINDOW) {
        window.subList(0, at - first - KEPT).clear();
        first = at - KEPT;
      }
    }
  }

  @Override
  public int mark() {
    return ++marks;
  }

  @Override
  public void release(int marker) {
    marks--;
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
  }

  @Override
  public Token get(int index) {
    return window.get(index - first);
  }

  @Override
  public int size() {
    return first + window.size();
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getSourceName() {
    return name;
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(Token start, Token stop) {
    return "";
  }
}
