package dev.vsim.machine.memory;

import java.util.Arrays;

/**
 * One link forward and one back for each frame; a frame is in at most one {@link FrameList} at a
 * time.
 */
public final class FrameLinks {
  int[] next = {};
  int[] previous = {};

  void reach(int frames) {
    next = Arrays.copyOf(next, frames);
    previous = Arrays.copyOf(previous, frames);
  }
}
