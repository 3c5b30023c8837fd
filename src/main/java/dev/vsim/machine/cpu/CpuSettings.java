package dev.vsim.machine.cpu;

/**
 * What a VM declares about processor time; shares, reservation and limit are those of each of its
 * vCPUs, and only a proportional scheduler heeds them.
 *
 * @param affinity the cores on which its vCPUs may run
 * @param shares how much it counts beside others, at least 1
 * @param reservation nanoseconds in each {@linkplain #WINDOW window} that it gets if it wants them
 * @param limit nanoseconds in each window that it gets at most
 */
public record CpuSettings(Affinity affinity, int shares, long reservation, long limit) {
  /** The time in which reservations and limits hold, in nanoseconds. */
  public static final long WINDOW = 100_000_000;

  /** Everywhere, 1000 shares, nothing reserved, no limit. */
  public static final CpuSettings DEFAULT = new CpuSettings(Affinity.ANY, 1000, 0, WINDOW);

  public CpuSettings withAffinity(Affinity other) {
    return new CpuSettings(other, shares, reservation, limit);
  }

  public CpuSettings withShares(int other) {
    return new CpuSettings(affinity, other, reservation, limit);
  }

  public CpuSettings withReservation(long other) {
    return new CpuSettings(affinity, shares, other, limit);
  }

  public CpuSettings withLimit(long other) {
    return new CpuSettings(affinity, shares, reservation, other);
  }

  /** Whether what it gets depends on the windows. */
  boolean isWindowed() {
    return reservation > 0 || limit < WINDOW;
  }
}
