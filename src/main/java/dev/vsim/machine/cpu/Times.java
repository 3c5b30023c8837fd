package dev.vsim.machine.cpu;

/**
 * Where the time of a thread went, in nanoseconds; the five add up to the time for which its
 * machine was on (rules.md R17).
 *
 * @param used on a core
 * @param ready able to run, without a core or while the core changes over to it
 * @param coStop able to run, and held back for the sake of its siblings
 * @param waiting for I/O
 * @param idle halted
 */
public record Times(long used, long ready, long coStop, long waiting, long idle) {
  /** No time at all. */
  public static final Times NONE = new Times(0, 0, 0, 0, 0);

  public Times plus(Times other) {
    return new Times(
        used + other.used,
        ready + other.ready,
        coStop + other.coStop,
        waiting + other.waiting,
        idle + other.idle);
  }

  /** All five together. */
  public long total() {
    return used + ready + coStop + waiting + idle;
  }
}
