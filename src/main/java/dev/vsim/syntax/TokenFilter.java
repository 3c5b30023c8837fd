package dev.vsim.syntax;

import static vsim.VsimLexer.ALLOW;
import static vsim.VsimLexer.CALL;
import static vsim.VsimLexer.COMMENT;
import static vsim.VsimLexer.DOT;
import static vsim.VsimLexer.EXPECT;
import static vsim.VsimLexer.FORBID;
import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.HOLE_CLOSE;
import static vsim.VsimLexer.HOLE_OPEN;
import static vsim.VsimLexer.IF;
import static vsim.VsimLexer.INDEX;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LBRACKET;
import static vsim.VsimLexer.LESS;
import static vsim.VsimLexer.LPAREN;
import static vsim.VsimLexer.MINUS;
import static vsim.VsimLexer.NEWLINE;
import static vsim.VsimLexer.QUOTE;
import static vsim.VsimLexer.RANGE;
import static vsim.VsimLexer.RBRACE;
import static vsim.VsimLexer.SEMICOLON;
import static vsim.VsimLexer.SEP;
import static vsim.VsimLexer.SIGN;
import static vsim.VsimLexer.STRANGE;
import static vsim.VsimLexer.TOO_DEEP;
import static vsim.VsimLexer.UNCLOSED_TEXT;
import static vsim.VsimLexer.UNQUOTE;

import dev.vsim.source.SourceText;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import vsim.VsimLexer;

/**
 * Stands between the lexer and the parser, and decides what depends on a token's surroundings:
 * which line ends separate, whether a bracket is glued to what stands before and so calls or
 * indexes, whether a {@code -} is a sign, where a text that was never closed ends, and whether a
 * bracket or an expression goes too deep.
 */
final class TokenFilter implements TokenFactory<Lexeme> {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String text;
  private final SourceCharacters characters;
  private final VsimLexer lexer;
  private final Nesting nesting;
  private final Consumer<Lexeme> comments;

  /** The token handed out last; null where nothing stands before. */
  private Lexeme previous;

  /** Whether {@link #previous} is a word behind a dot, and so never a reserved one. */
  private boolean previousIsMember;

  /** Whether the patterns of an assertion are being read, where a {@code ..} may end a line. */
  private boolean inPattern;

  /** A token that waits until the separator before it is handed out. */
  private Lexeme held;

  private TokenFilter(SourceText source, Consumer<Lexeme> comments) {
    this.text = source.text();
    this.characters = new SourceCharacters(source);
    this.lexer = new VsimLexer(characters);
    this.lexer.removeErrorListeners();
    this.lexer.setTokenFactory(this);
    this.nesting = new Nesting(ScenarioParser.MOST_NESTED);
    this.comments = comments;
  }

  /** A filter at the start of a text, which hands each comment on as it comes by. */
  static TokenFilter of(SourceText source, Consumer<Lexeme> comments) {
    TokenFilter filter = new TokenFilter(source, comments);
    filter.restart(begin(source), null);
    return filter;
  }

  /** Where a text begins: behind a byte order mark, if it has one. */
  static int begin(SourceText source) {
    return source.text().startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  }

  /** Goes on at another place, as if a statement began there in this bracket. */
  void restart(int offset, Opener enclosing) {
    characters.seek(offset);
    lexer._hitEOF = false;
    leaveTextMode();
    nesting.restart(enclosing);
    previous = null;
    previousIsMember = false;
    inPattern = enclosing != null && enclosing.patterns();
    held = null;
  }

  /** The next token for the parser; at the end of the text for ever EOF. */
  Lexeme next() {
    if (held != null) {
      Lexeme waiting = held;
      held = null;
      return admit(waiting);
    }
    boolean lineEnded = false;
    while (true) {
      Lexeme token = (Lexeme) lexer.nextToken();
      switch (token.getType()) {
        case COMMENT -> comments.accept(token);
        case NEWLINE -> {
          if (inText()) {
            return closeTexts(token);
          }
          lineEnded = true;
        }
        case SEMICOLON -> {
          if (!isSeparated()) {
            return admit(token.as(SEP));
          }
        }
        default -> {
          return separated(token, lineEnded);
        }
      }
    }
  }

  private Lexeme separated(Lexeme token, boolean lineEnded) {
    if (inText() && token.getType() == Token.EOF) {
      return closeTexts(token);
    }
    if (!needsSeparator(token.getType(), lineEnded)) {
      return admit(token);
    }
    held = token;
    return admit(
        new Lexeme(SEP, previous.end(), previous.end(), Token.DEFAULT_CHANNEL, token.enclosing()));
  }

  private boolean needsSeparator(int type, boolean lineEnded) {
    if (isSeparated()) {
      return false;
    }
    if (type == Token.EOF || type == RBRACE && !nesting.inHole()) {
      return true;
    }
    return lineEnded
        && !nesting.inParentheses()
        && !continuesLine()
        && !Kinds.continuesLineBefore(type);
  }

  private boolean isSeparated() {
    return previous == null || previous.getType() == SEP || previous.getType() == LBRACE;
  }

  private boolean continuesLine() {
    int type = previous.getType();
    boolean backslash = type == STRANGE && text.charAt(previous.start()) == '\\';
    return backslash
        || Kinds.continuesLine(type) && !previousIsMember && !(type == RANGE && inPattern);
  }

  private boolean inText() {
    return !lexer._modeStack.isEmpty();
  }

  /** A text ends with its line at the latest; the token says that it was not closed. */
  private Lexeme closeTexts(Lexeme end) {
    Lexeme unclosed =
        new Lexeme(UNCLOSED_TEXT, end.start(), end.start(), Token.DEFAULT_CHANNEL, nesting.open());
    leaveTextMode();
    nesting.leaveTexts();
    characters.seek(end.start());
    lexer._hitEOF = false;
    return remember(unclosed);
  }

  private void leaveTextMode() {
    lexer._modeStack.clear();
    lexer.mode(Lexer.DEFAULT_MODE);
  }

  private Lexeme admit(Lexeme raw) {
    Lexeme token = inContext(raw);
    boolean fits = measure(token);
    return remember(fits ? token : token.as(TOO_DEEP));
  }

  private Lexeme remember(Lexeme token) {
    previousIsMember =
        previous != null && previous.getType() == DOT && Kinds.isWord(token.getType());
    previous = token;
    return token;
  }

  /** What the token is, given what stands around it. */
  private Lexeme inContext(Lexeme token) {
    return switch (token.getType()) {
      case LPAREN -> isGlued(token) ? token.as(CALL) : token;
      case LBRACKET -> isGlued(token) ? token.as(INDEX) : token;
      case MINUS -> isSign(token) ? token.as(SIGN) : token;
      case RBRACE -> nesting.inHole() ? token.as(HOLE_CLOSE) : token;
      default -> token;
    };
  }

  private boolean isGlued(Lexeme token) {
    return previous != null
        && previous.end() == token.start()
        && (previousIsMember || Kinds.endsValue(previous.getType()));
  }

  private boolean isSign(Lexeme token) {
    int behind = token.end();
    boolean gluedBehind = behind < text.length() && !Character.isWhitespace(text.charAt(behind));
    return gluedBehind && !isGlued(token);
  }

  /** Keeps count of brackets and operators; false where the token goes too deep. */
  private boolean measure(Lexeme token) {
    int type = token.getType();
    if (startsItem(type)) {
      nesting.next();
    }
    if (Kinds.opens(type)) {
      return open(token);
    }
    if (Kinds.closes(type)) {
      close(type);
    } else if (Kinds.separates(type)) {
      nesting.next();
    } else if (isOperator(type)) {
      return raise(type);
    }
    inPattern = type == SEP ? opensPatterns() : inPattern || beginsPattern(type);
    return true;
  }

  private boolean raise(int type) {
    return switch (type) {
      case LESS -> nesting.raiseByLess();
      case GREATER -> nesting.raiseByGreater();
      default -> nesting.raise();
    };
  }

  private static boolean beginsPattern(int type) {
    return type == EXPECT || type == FORBID || type == ALLOW;
  }

  private boolean open(Lexeme token) {
    int type = token.getType();
    boolean operates = type == CALL || type == INDEX;
    return (!operates || nesting.raise())
        && nesting.enter(type, token.start(), inPattern && type == LBRACE);
  }

  private void close(int type) {
    switch (type) {
      case RBRACE -> {
        nesting.leaveThrough(LBRACE);
        nesting.next();
        inPattern = opensPatterns();
      }
      case HOLE_CLOSE -> {
        nesting.leaveThrough(HOLE_OPEN);
        if (inText()) {
          lexer.popMode();
        }
      }
      case UNQUOTE -> nesting.leaveThrough(QUOTE);
      default -> nesting.leaveParenthesis();
    }
  }

  private boolean opensPatterns() {
    return nesting.open() != null && nesting.open().patterns();
  }

  /** {@code if} is an operator only behind a value. */
  private boolean isOperator(int type) {
    return Kinds.isOperator(type)
        && (type != IF || previous != null && Kinds.endsValue(previous.getType()));
  }

  /** A value right behind a value is another argument. */
  private boolean startsItem(int type) {
    return previous != null && Kinds.startsValue(type) && Kinds.endsValue(previous.getType());
  }

  /** Makes the lexer's tokens; they stand in the bracket that is open when they are read. */
  @Override
  public Lexeme create(
      Pair<TokenSource, CharStream> source,
      int type,
      String given,
      int channel,
      int start,
      int stop,
      int line,
      int column) {
    return new Lexeme(type, start, stop + 1, channel, nesting.open());
  }

  @Override
  public Lexeme create(int type, String given) {
    return new Lexeme(
        type, characters.index(), characters.index(), Token.DEFAULT_CHANNEL, nesting.open());
  }
}
