package dev.vsim.syntax;

/**
 * What the formatter moves as a whole: a token, a text with its quotes, or a comment.
 *
 * @param kind what it is to the layout
 * @param type its token
 * @param start its first offset
 * @param end behind its last
 * @param lineEnds how many line ends stand before it, behind the piece before
 * @param glued whether nothing stands before it, behind the piece before
 * @param continues whether it stands in the middle of a statement
 */
record Piece(
    Kind kind, int type, int start, int end, int lineEnds, boolean glued, boolean continues) {
  /** What it is to the layout. */
  enum Kind {
    WORD,
    OPENS,
    CLOSES,
    SEPARATES,
    COMMENT
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(int other) {
    return type == other;
  }

  /** The same with more line ends before it. */
  Piece further(int more) {
    return new Piece(kind, type, start, end, lineEnds + more, glued, continues);
  }
}
