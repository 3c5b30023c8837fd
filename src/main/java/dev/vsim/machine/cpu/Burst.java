package dev.vsim.machine.cpu;

/** A stretch of work for a processor; one object serves all bursts of its owner on one thread. */
final class Burst {
  /** Longer than virtual time. */
  static final long ENDLESS = Long.MAX_VALUE;

  private final Owner owner;
  private long left;
  private long done;
  private Burst next;

  /** Whose work it is. */
  interface Owner {
    /** Its burst gets a core for the first time, or again after it was over. */
    void begins(long now);

    /** Its burst is over. */
    void ends(long now);
  }

  Burst(Owner owner) {
    this.owner = owner;
  }

  Owner owner() {
    return owner;
  }

  /** How many nanoseconds are left. */
  long left() {
    return left;
  }

  /** More work of the same owner. */
  void add(long nanoseconds) {
    left += nanoseconds;
  }

  void makeEndless() {
    left = ENDLESS;
  }

  /** Some of it is done. */
  void run(long nanoseconds) {
    done += nanoseconds;
    if (left != ENDLESS) {
      left -= nanoseconds;
    }
  }

  /** What is left will not be done. */
  void drop() {
    left = 0;
  }

  /** How many nanoseconds of its owner's work have been done. */
  long done() {
    return done;
  }

  Burst next() {
    return next;
  }

  void link(Burst behind) {
    next = behind;
  }
}
