package dev.vsim.syntax;

import static vsim.VsimLexer.*;

/** What the types of tokens have in common, where the token filter and the mistakes need to know. */
final class Kinds {
  private Kinds() {}

  /** {@code let}, {@code in}, {@code true}: reserved at a statement's start and as names that are declared. */
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
      case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> true;
      case IN, NOT, AND, OR, IF -> true;
      default -> false;
    };
  }

  /** What stands before and behind such a token are parts side by side, neither inside the other. */
  static boolean separates(int type) {
    return switch (type) {
      case SEP, COMMA, COLON, ASSIGN, ARROW, ELSE -> true;
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
