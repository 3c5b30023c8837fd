package dev.vsim.syntax;

import static vsim.VsimLexer.CALL;
import static vsim.VsimLexer.HOLE_OPEN;
import static vsim.VsimLexer.INDEX;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LBRACKET;
import static vsim.VsimLexer.LPAREN;
import static vsim.VsimLexer.QUOTE;

/**
 * Which brackets are open, and how high the tree of what stands in them can grow. Both are limited
 * before the parser sees anything, so that no text, however hostile, makes it or a later pass run
 * out of stack.
 *
 * <p>The height is counted from tokens: each operator raises the item that it stands in by one, a
 * bracket by one over the highest item inside. That is never less than the height of the tree.
 */
final class Nesting {
  private final int limit;
  private final int[] operators;
  private final int[] angles;
  private final int[] inside;
  private final int[] highest;
  private Opener open;
  private int refused;

  Nesting(int limit) {
    this.limit = limit;
    this.operators = new int[limit + 1];
    this.angles = new int[limit + 1];
    this.inside = new int[limit + 1];
    this.highest = new int[limit + 1];
  }

  /** The innermost open bracket, or null. */
  Opener open() {
    return open;
  }

  /** Goes on as if only these were open. */
  void restart(Opener innermost) {
    open = innermost;
    refused = 0;
    clear(depth());
  }

  private int depth() {
    return open == null ? 0 : open.depth();
  }

  private void clear(int depth) {
    operators[depth] = 0;
    angles[depth] = 0;
    inside[depth] = 0;
    highest[depth] = 0;
  }

  /** Whether a line's end is only a blank here. */
  boolean inParentheses() {
    return open != null && open.type() != LBRACE;
  }

  /** Opens a bracket; false where that would be too deep. */
  boolean enter(int type, int start, boolean patterns) {
    if (depth() == limit) {
      refused++;
      return false;
    }
    open = new Opener(type, start, open, depth() + 1, patterns);
    clear(open.depth());
    return true;
  }

  /** Counts an operator; false where the item has too many. */
  boolean raise() {
    int depth = depth();
    operators[depth]++;
    return operators[depth] + inside[depth] <= limit;
  }

  /** Counts a {@code <}, which compares or opens; false where there are too many. */
  boolean raiseByLess() {
    angles[depth()]++;
    return raise();
  }

  /** Counts a {@code >} unless it can close a {@code <}; false where there are too many. */
  boolean raiseByGreater() {
    int depth = depth();
    if (angles[depth] == 0) {
      return raise();
    }
    angles[depth]--;
    return true;
  }

  /** Begins another item beside those before. */
  void next() {
    int depth = depth();
    highest[depth] = heightAt(depth);
    operators[depth] = 0;
    angles[depth] = 0;
    inside[depth] = 0;
  }

  private int heightAt(int depth) {
    return Math.max(highest[depth], operators[depth] + inside[depth]);
  }

  /**
   * Closes a {@code )} or {@code ]}; a wrong one closes what is open, too, for it is mostly a slip.
   */
  void leaveParenthesis() {
    if (refused > 0) {
      refused--;
    } else if (open != null && isParenthesis(open.type())) {
      leave();
    }
  }

  /**
   * Closes up to the innermost brace, hole or text of this kind; whatever is open in it was
   * forgotten.
   */
  void leaveThrough(int type) {
    if (refused > 0) {
      refused--;
      return;
    }
    while (open != null && open.type() != type && isParenthesis(open.type())) {
      leave();
    }
    if (open != null && open.type() == type) {
      leave();
    }
  }

  /** Closes every text that is open; a line's end does. */
  void leaveTexts() {
    Opener left = open;
    for (Opener each = open; each != null; each = each.outer()) {
      left = each.type() == QUOTE ? each.outer() : left;
    }
    restart(left);
  }

  private void leave() {
    int height = heightAt(open.depth()) + 1;
    open = open.outer();
    inside[depth()] = Math.max(inside[depth()], height);
  }

  private static boolean isParenthesis(int type) {
    return type == LPAREN || type == CALL || type == LBRACKET || type == INDEX;
  }

  /** Whether the innermost brace is a hole in a text. */
  boolean inHole() {
    Opener each = open;
    while (each != null && isParenthesis(each.type())) {
      each = each.outer();
    }
    return each != null && each.type() == HOLE_OPEN;
  }
}
