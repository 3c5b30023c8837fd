package dev.vsim.machine.cpu;

import java.util.Arrays;

/**
 * For how long more than so many cores have been idle, for each line of the roster. A vCPU that is
 * number r of those that wait in a VM without cores is co-stopped while more than r cores are idle,
 * and else ready (rules.md R17): the difference of two readings says how long, without a visit to
 * every VM that waits.
 */
final class IdleCores {
  private final Dispatcher cores;
  private long[][] beyond = {};
  private int[] now = {};
  private long last;

  IdleCores(Dispatcher cores) {
    this.cores = cores;
  }

  /** Time has passed, with the idle cores that there were. */
  void advance(long time) {
    for (int line = 0; line < now.length; line++) {
      for (int rank = 0; rank < now[line]; rank++) {
        beyond[line][rank] += time - last;
      }
    }
    last = time;
  }

  /** Looks how many cores are idle from now on. */
  void count() {
    int lines = cores.roster().lines();
    if (now.length < lines) {
      int before = now.length;
      now = Arrays.copyOf(now, lines);
      beyond = Arrays.copyOf(beyond, lines);
      for (int line = before; line < lines; line++) {
        beyond[line] = new long[cores.count()];
      }
    }
    for (int line = 0; line < lines; line++) {
      now[line] = cores.free(cores.roster().affinity(line));
    }
  }

  /** How many cores of a line are idle. */
  int now(int line) {
    return line < now.length ? now[line] : 0;
  }

  /** For how many nanoseconds up to a time more than {@code rank} cores were idle. */
  long beyond(int line, int rank, long time) {
    if (line >= now.length || rank >= cores.count()) {
      return 0;
    }
    return beyond[line][rank] + (rank < now[line] ? time - last : 0);
  }
}
