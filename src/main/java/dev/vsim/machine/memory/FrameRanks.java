package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;

/**
 * Which frame is the n-th of a set, counted upwards: sums in a tree (Fenwick, Software: Practice
 * and Experience 1994).
 */
final class FrameRanks {
  private static final int BYTES = 1 + Integer.BYTES;

  private boolean[] members = {};

  /**
   * At index i, how many members lie in the stretch of length (lowest bit of i) that ends before
   * frame i.
   */
  private int[] sums = {0};

  private int size;

  int size() {
    return size;
  }

  /** Makes room for every frame of a set. */
  void reach(FrameSet frames) {
    if (frames.reach() > members.length) {
      int length = Integer.highestOneBit(Math.max(1, frames.reach() - 1)) * 2;
      frames.charge((long) (length - members.length) * BYTES);
      members = Arrays.copyOf(members, length);
      sums = new int[length + 1];
      for (int frame = 0; frame < length; frame++) {
        if (members[frame]) {
          count(frame, 1);
        }
      }
    }
  }

  void add(int frame) {
    members[frame] = true;
    size++;
    count(frame, 1);
  }

  void remove(int frame) {
    members[frame] = false;
    size--;
    count(frame, -1);
  }

  /** The frame below which there are exactly so many others. */
  int at(int index) {
    int place = 0;
    int left = index;
    for (int step = members.length; step > 0; step >>= 1) {
      if (place + step < sums.length && sums[place + step] <= left) {
        place += step;
        left -= sums[place];
      }
    }
    return place;
  }

  private void count(int frame, int more) {
    for (int i = frame + 1; i < sums.length; i += i & -i) {
      sums[i] += more;
    }
  }

  /** The members. */
  Checkpoint checkpoint() {
    boolean[] kept = members.clone();
    return Checkpoint.of(
        kept.length,
        () -> {
          Arrays.fill(members, false);
          Arrays.fill(sums, 0);
          size = 0;
          for (int frame = 0; frame < kept.length; frame++) {
            if (kept[frame]) {
              add(frame);
            }
          }
        });
  }
}
