package dev.vsim.machine.net;

import dev.vsim.machine.time.EventQueue;

/**
 * Something that does one piece of work at a time, in the order asked: a wire, a vCPU, the core
 * that copies for a card. Times are in picoseconds.
 */
final class Turn {
  private static final long PER_NANOSECOND = 1000;

  private final EventQueue queue;
  private long freeAt;
  private int freeFraction;
  private long busy;

  Turn(EventQueue queue) {
    this.queue = queue;
  }

  /** Takes on work after all it has; says in how much time from the present that will be done. */
  long take(long picoseconds) {
    busy += picoseconds;
    long done = backlog() + picoseconds;
    long late = queue.fraction() + done % PER_NANOSECOND;
    freeAt = queue.instant() + done / PER_NANOSECOND + late / PER_NANOSECOND;
    freeFraction = (int) (late % PER_NANOSECOND);
    return done;
  }

  /** For how long from the present it has work. */
  long backlog() {
    long nanoseconds = freeAt - queue.instant();
    return nanoseconds < 0
        ? 0
        : Math.max(0, nanoseconds * PER_NANOSECOND + freeFraction - queue.fraction());
  }

  /** For how long it has worked in all by now. */
  long busy() {
    return busy - backlog();
  }
}
