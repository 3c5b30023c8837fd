package dev.vsim.machine.cpu;

/**
 * Where the time of a core went, in nanoseconds; the three add up to the time of its host.
 *
 * @param used by threads
 * @param switching from one thread to another
 * @param idle without a thread
 */
public record CoreTimes(long used, long switching, long idle) {
  /** No time at all. */
  public static final CoreTimes NONE = new CoreTimes(0, 0, 0);

  public CoreTimes plus(CoreTimes other) {
    return new CoreTimes(used + other.used, switching + other.switching, idle + other.idle);
  }

  /** All three together. */
  public long total() {
    return used + switching + idle;
  }

  /** The part of the time in which threads ran, from 0 to 1. */
  public double utilization() {
    return total() == 0 ? 0 : (double) used / total();
  }
}
