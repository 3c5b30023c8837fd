package dev.vsim.machine.time;

/**
 * Virtual time, counted in picoseconds and told in nanoseconds; also how long one thing was busy.
 */
public final class Clock {
  /** The end of virtual time, in nanoseconds: 146 years. */
  public static final long END = 1L << 62;

  private static final long PER_NANOSECOND = 1000;
  private static final long LONGEST_STEP = 1L << 52;

  /** All picoseconds ever charged, modulo 2^64: only differences of it mean anything. */
  private long charged;

  private long told;
  private long nanoseconds;

  /**
   * Lets time pass. Between two calls of {@link #now()} at most 2^63 ps may be charged: 106 days.
   */
  public void advance(long picoseconds) {
    charged += picoseconds;
  }

  /** A reading to take the difference of two from, in picoseconds. */
  public long charged() {
    return charged;
  }

  /** Whole nanoseconds since the start. */
  public long now() {
    long due = charged - told;
    long whole = due / PER_NANOSECOND;
    told += whole * PER_NANOSECOND;
    nanoseconds = whole < END - nanoseconds ? nanoseconds + whole : END;
    return nanoseconds;
  }

  /** Whether the end of virtual time is reached; the clock stands then. */
  public boolean isOver() {
    return now() == END;
  }

  /** The picoseconds since {@link #now()}, from 0 to 999. */
  public int fraction() {
    now();
    return (int) (charged - told);
  }

  /** Lets the time pass until an instant; nothing passes where the clock is there already. */
  public void reach(long at, int picoseconds) {
    while (at - now() > LONGEST_STEP) {
      charged += LONGEST_STEP * PER_NANOSECOND;
    }
    long missing = (at - nanoseconds) * PER_NANOSECOND + picoseconds - (charged - told);
    if (missing > 0) {
      charged += missing;
    }
  }

  /** Nanoseconds since the start with their fraction. */
  public double exact() {
    return now() + (charged - told) / (double) PER_NANOSECOND;
  }

  /** A clock that shows the same. */
  public Clock copy() {
    Clock copy = new Clock();
    copy.become(this);
    return copy;
  }

  /** Shows what another one does. */
  public void become(Clock other) {
    charged = other.charged;
    told = other.told;
    nanoseconds = other.nanoseconds;
  }
}
