package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;

/**
 * Four ints for each frame, side by side so that one cache line holds what an eviction needs: whose
 * page the frame holds (its {@linkplain FrameTable#identity identity}), and a link forward and one
 * back. A frame is in at most one {@link FrameList} at a time, or its links hold two numbers.
 */
public final class FrameRows {
  static final int BYTES = 4 * Integer.BYTES;

  /** The identity in a frame that is free. */
  static final long FREE = -1;

  private static final int ROW_BITS = 2;
  private static final int HIGH = 1;
  private static final int NEXT = 2;
  private static final int PREVIOUS = 3;

  private int[] rows = {};

  int length() {
    return rows.length >>> ROW_BITS;
  }

  void reach(int frames) {
    int had = length();
    rows = Arrays.copyOf(rows, frames << ROW_BITS);
    for (int frame = had; frame < frames; frame++) {
      own(frame, FREE);
    }
  }

  void own(int frame, long identity) {
    int at = frame << ROW_BITS;
    rows[at] = (int) identity;
    rows[at + HIGH] = (int) (identity >>> Integer.SIZE);
  }

  long identity(int frame) {
    int at = frame << ROW_BITS;
    return ((long) rows[at + HIGH] << Integer.SIZE) | Integer.toUnsignedLong(rows[at]);
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

  /** What a policy that keeps no lists has noted of a frame in the place of the first link. */
  int place(int frame) {
    return next(frame);
  }

  void place(int frame, int place) {
    linkNext(frame, place);
  }

  /** And in that of the second. */
  int note(int frame) {
    return previous(frame);
  }

  void note(int frame, int note) {
    linkPrevious(frame, note);
  }

  /** All rows. */
  Checkpoint checkpoint() {
    Kept.Ints kept = new Kept.Ints(rows);
    int had = length();
    return Checkpoint.of(
        kept.bytes(),
        () -> {
          kept.into(rows, 0);
          for (int frame = had; frame < length(); frame++) {
            own(frame, FREE);
          }
        });
  }
}
