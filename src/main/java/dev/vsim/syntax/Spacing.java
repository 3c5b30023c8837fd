package dev.vsim.syntax;

import static vsim.VsimLexer.CALL;
import static vsim.VsimLexer.COLON;
import static vsim.VsimLexer.COMMA;
import static vsim.VsimLexer.DOT;
import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.INDEX;
import static vsim.VsimLexer.LBRACKET;
import static vsim.VsimLexer.LPAREN;
import static vsim.VsimLexer.PRINT;
import static vsim.VsimLexer.RANGE;
import static vsim.VsimLexer.RBRACKET;
import static vsim.VsimLexer.RPAREN;
import static vsim.VsimLexer.SIGN;

/** Where a blank stands between two pieces of a line. */
final class Spacing {
  private Spacing() {}

  static boolean isBetween(Piece left, Piece right) {
    return !(sticksRight(left, right) || sticksLeft(left, right) || isShift(left, right));
  }

  private static boolean sticksRight(Piece left, Piece right) {
    return switch (left.type()) {
      case LPAREN, CALL, LBRACKET, INDEX, DOT, SIGN -> true;
      // what stands behind an open range, as in `719.. cause`, does not belong to it
      case RANGE -> !(left.glued() && !right.glued());
      default -> false;
    };
  }

  private static boolean sticksLeft(Piece left, Piece right) {
    return switch (right.type()) {
      case RPAREN, RBRACKET, COMMA, COLON, CALL, INDEX, DOT, RANGE -> true;
      case LPAREN -> left.is(PRINT) && right.glued();
      default -> false;
    };
  }

  /** {@code >>} as an operator. */
  private static boolean isShift(Piece left, Piece right) {
    return left.is(GREATER) && left.is(Piece.Kind.WORD) && right.is(GREATER) && right.glued();
  }
}
