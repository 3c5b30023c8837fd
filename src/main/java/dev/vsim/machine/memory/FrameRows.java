package dev.vsim.machine.memory;

import java.util.Arrays;

/**
 * Four ints for each frame, side by side so that one cache line holds what an eviction needs: whose
 * page the frame holds, and a link forward and one back. A frame is in at most one {@link
 * FrameList} at a time.
 */
public final class FrameRows {
  static final int BYTES = 4 * Integer.BYTES;

  private static final int ROW_BITS = 2;
  private static final int OWNER = 1;
  private static final int NEXT = 2;
  private static final int PREVIOUS = 3;

  /** The owner's int holds the page's bits from 32 up in its low 8. */
  private static final int OWNER_SHIFT = 8;

  private static final long HIGH_PAGE_MASK = (1 << OWNER_SHIFT) - 1;
  private static final int FREE = -1;

  private int[] rows = {};

  int length() {
    return rows.length >>> ROW_BITS;
  }

  void reach(int frames) {
    int had = length();
    rows = Arrays.copyOf(rows, frames << ROW_BITS);
    for (int frame = had; frame < frames; frame++) {
      free(frame);
    }
  }

  void own(int frame, int owner, long page) {
    rows[frame << ROW_BITS] = (int) page;
    rows[(frame << ROW_BITS) + OWNER] = (owner << OWNER_SHIFT) | (int) (page >>> Integer.SIZE);
  }

  void free(int frame) {
    rows[(frame << ROW_BITS) + OWNER] = FREE;
  }

  boolean inUse(int frame) {
    return rows[(frame << ROW_BITS) + OWNER] != FREE;
  }

  int owner(int frame) {
    return rows[(frame << ROW_BITS) + OWNER] >>> OWNER_SHIFT;
  }

  long page(int frame) {
    int at = frame << ROW_BITS;
    long high = rows[at + OWNER] & HIGH_PAGE_MASK;
    return (high << Integer.SIZE) | Integer.toUnsignedLong(rows[at]);
  }

  int next(int frame) {
    return rows[(frame << ROW_BITS) + NEXT];
  }

  int previous(int frame) {
    return rows[(frame << ROW_BITS) + PREVIOUS];
  }

  void linkNext(int frame, int next) {
    rows[(frame << ROW_BITS) + NEXT] = next;
  }

  void linkPrevious(int frame, int previous) {
    rows[(frame << ROW_BITS) + PREVIOUS] = previous;
  }
}
