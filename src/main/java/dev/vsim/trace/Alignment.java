package dev.vsim.trace;

/**
 * How two sequences go on together behind their first difference: either one element changed, or
 * some are missing, or some are extra.
 *
 * @param missing how many of the wanted are left out until the two agree again
 * @param extra how many of the found are passed over until then
 */
record Alignment(int missing, int extra) {
  /** How far it is looked for where the two agree again. */
  static final int REACH = 64;

  private static final Alignment CHANGED = new Alignment(1, 1);

  /** Whether an element of each sequence, counted from the difference on, is the same. */
  interface Same {
    boolean same(int wanted, int found);
  }

  /**
   * Compares what follows a difference. Two agreeing elements in a row, or the end of both, are
   * taken for agreement; if there is none within reach, one element has changed.
   *
   * @param wanted how many are wanted from the difference on
   * @param found how many were found
   */
  static Alignment of(int wanted, int found, Same same) {
    if (wanted == 0 || found == 0) {
      return new Alignment(wanted, found);
    }
    if (agree(1, 1, wanted, found, same)) {
      return CHANGED;
    }
    for (int k = 1; k <= REACH; k++) {
      if (agree(0, k, wanted, found, same)) {
        return new Alignment(0, k);
      } else if (agree(k, 0, wanted, found, same)) {
        return new Alignment(k, 0);
      }
    }
    return CHANGED;
  }

  private static boolean agree(int w, int f, int wanted, int found, Same same) {
    if (w >= wanted || f >= found) {
      return w == wanted && f == found;
    }
    return same.same(w, f) && agreeNext(w + 1, f + 1, wanted, found, same);
  }

  private static boolean agreeNext(int w, int f, int wanted, int found, Same same) {
    boolean both = w < wanted && f < found;
    return both ? same.same(w, f) : w >= wanted && f >= found;
  }
}
