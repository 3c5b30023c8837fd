package dev.vsim.syntax;

import static vsim.VsimLexer.AND;
import static vsim.VsimLexer.ARROW;
import static vsim.VsimLexer.AS;
import static vsim.VsimLexer.ASSIGN;
import static vsim.VsimLexer.AT_LEAST;
import static vsim.VsimLexer.AT_MOST;
import static vsim.VsimLexer.BIT_AND;
import static vsim.VsimLexer.BIT_OR;
import static vsim.VsimLexer.BIT_XOR;
import static vsim.VsimLexer.CALL;
import static vsim.VsimLexer.COLON;
import static vsim.VsimLexer.COMMA;
import static vsim.VsimLexer.DOT;
import static vsim.VsimLexer.ELSE;
import static vsim.VsimLexer.EQUAL;
import static vsim.VsimLexer.FALSE;
import static vsim.VsimLexer.FLOOR;
import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.HOLE_CLOSE;
import static vsim.VsimLexer.HOLE_OPEN;
import static vsim.VsimLexer.IF;
import static vsim.VsimLexer.IN;
import static vsim.VsimLexer.INDEX;
import static vsim.VsimLexer.IP;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LBRACKET;
import static vsim.VsimLexer.LESS;
import static vsim.VsimLexer.LET;
import static vsim.VsimLexer.LPAREN;
import static vsim.VsimLexer.MAC;
import static vsim.VsimLexer.MINUS;
import static vsim.VsimLexer.MOD;
import static vsim.VsimLexer.NAME;
import static vsim.VsimLexer.NEXT;
import static vsim.VsimLexer.NONE;
import static vsim.VsimLexer.NOT;
import static vsim.VsimLexer.NOT_EQUAL;
import static vsim.VsimLexer.NUMBER;
import static vsim.VsimLexer.ONLY;
import static vsim.VsimLexer.OR;
import static vsim.VsimLexer.PLUS;
import static vsim.VsimLexer.QUOTE;
import static vsim.VsimLexer.RANGE;
import static vsim.VsimLexer.RBRACE;
import static vsim.VsimLexer.RBRACKET;
import static vsim.VsimLexer.RPAREN;
import static vsim.VsimLexer.SEP;
import static vsim.VsimLexer.SHIFT_LEFT;
import static vsim.VsimLexer.SIGN;
import static vsim.VsimLexer.SLASH;
import static vsim.VsimLexer.STAR;
import static vsim.VsimLexer.TRUE;
import static vsim.VsimLexer.UNQUOTE;

/**
 * What the types of tokens have in common, where the token filter and the mistakes need to know.
 */
final class Kinds {
  private Kinds() {}

  /**
   * {@code let}, {@code in}, {@code true}: reserved at a statement's start and as names that are
   * declared.
   */
  static boolean isReserved(int type) {
    return type >= LET && type <= AS;
  }

  /** A name, a word that only {@code expect} knows, or a reserved one. */
  static boolean isWord(int type) {
    return isName(type) || isReserved(type);
  }

  static boolean isName(int type) {
    return type == NAME || type >= NEXT && type <= ONLY;
  }

  /** Behind such a token a glued bracket calls or indexes, and a glued {@code -} is no sign. */
  static boolean endsValue(int type) {
    return switch (type) {
      case NUMBER, MAC, IP, RPAREN, RBRACKET, UNQUOTE, TRUE, FALSE, NONE -> true;
      default -> isName(type);
    };
  }

  /** Such a token can be the first of a value. */
  static boolean startsValue(int type) {
    return switch (type) {
      case NUMBER, MAC, IP, LPAREN, LBRACKET, QUOTE, SIGN, TRUE, FALSE, NONE -> true;
      default -> isName(type);
    };
  }

  /** A line that ends with such a token goes on in the next. */
  static boolean continuesLine(int type) {
    return switch (type) {
      case PLUS, MINUS, STAR, SLASH, FLOOR, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT -> true;
      case EQUAL, NOT_EQUAL, AT_MOST, AT_LEAST, RANGE, ASSIGN, COMMA, ARROW, AND, OR, NOT -> true;
      default -> false;
    };
  }

  /** A line that begins with such a token continues the one before. */
  static boolean continuesLineBefore(int type) {
    return switch (type) {
      case LBRACE, LESS, ARROW, ELSE -> true;
      default -> false;
    };
  }

  /** Each such token makes the tree of an expression one level higher. */
  static boolean isOperator(int type) {
    return switch (type) {
      case DOT, CALL, INDEX, SIGN, STAR, SLASH, FLOOR, MOD, PLUS, MINUS, RANGE -> true;
      case BIT_AND,
          BIT_OR,
          BIT_XOR,
          SHIFT_LEFT,
          EQUAL,
          NOT_EQUAL,
          LESS,
          AT_MOST,
          GREATER,
          AT_LEAST ->
          true;
      case IN, NOT, AND, OR, IF -> true;
      default -> false;
    };
  }

  /**
   * What stands before and behind such a token are parts side by side, neither inside the other.
   */
  static boolean separates(int type) {
    return switch (type) {
      case SEP, COMMA, COLON, ASSIGN, ARROW -> true;
      default -> false;
    };
  }

  static boolean opens(int type) {
    return switch (type) {
      case LPAREN, CALL, LBRACKET, INDEX, LBRACE, QUOTE, HOLE_OPEN -> true;
      default -> false;
    };
  }

  static boolean closes(int type) {
    return switch (type) {
      case RPAREN, RBRACKET, RBRACE, UNQUOTE, HOLE_CLOSE -> true;
      default -> false;
    };
  }
}
