package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;

/**
 * When the page in each frame was last seen to have been used, and for every 64 frames a time
 * before which none of them was, so that few of many need be looked at to find that nobody is old.
 */
final class LastSeen {
  private static final long NEVER = Long.MAX_VALUE;
  static final int STRETCH_BITS = 6;
  private static final int STRETCH = 1 << STRETCH_BITS;

  private final FrameSet frames;
  private long[] times = {};

  /** By stretch: no page that is not referenced was seen before; often none then either. */
  private long[] floors = {};

  LastSeen(FrameSet frames) {
    this.frames = frames;
  }

  long time(int frame) {
    return times[frame];
  }

  void see(int frame, long time) {
    if (frame >= times.length) {
      grow();
    }
    times[frame] = time;
    int stretch = frame >>> STRETCH_BITS;
    floors[stretch] = Math.min(floors[stretch], time);
  }

  private void grow() {
    int had = times.length;
    times = frames.reach(times);
    Arrays.fill(times, had, times.length, NEVER);
    int stretches = floors.length;
    floors = Arrays.copyOf(floors, (times.length + STRETCH - 1) / STRETCH);
    Arrays.fill(floors, stretches, floors.length, NEVER);
  }

  /** The frame has no page any more. */
  void forget(int frame) {
    times[frame] = NEVER;
  }

  /** Whether there is a page in the frame that was last seen before a time. */
  boolean isBefore(long time, int frame) {
    return frame < times.length && times[frame] < time;
  }

  int stretches() {
    return floors.length;
  }

  /** Whether a page that has not been referenced since was last seen before a time. */
  boolean anyBefore(long time) {
    for (int stretch = 0; stretch < floors.length; stretch++) {
      if (mayBeBefore(time, stretch)) {
        measure(stretch);
        if (mayBeBefore(time, stretch)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The same of the pages in 64 frames, those from 64 times the stretch on, if it is not known
   * better.
   */
  boolean mayBeBefore(long time, int stretch) {
    return floors[stretch] < time;
  }

  /** Finds out when the first of the pages in a stretch that have not been referenced was seen. */
  void measure(int stretch) {
    floors[stretch] = least(stretch);
  }

  private long least(int stretch) {
    int from = stretch << STRETCH_BITS;
    int to = Math.min(times.length, from + STRETCH);
    long least = NEVER;
    for (int frame = from; frame < to; frame++) {
      if (times[frame] < least && !frames.referenced(frame)) {
        least = times[frame];
      }
    }
    return least;
  }

  Checkpoint checkpoint() {
    Kept.Longs kept = new Kept.Longs(times);
    return Checkpoint.of(
        kept.bytes(),
        () -> {
          kept.into(times, NEVER);
          Arrays.fill(floors, 0);
        });
  }
}
