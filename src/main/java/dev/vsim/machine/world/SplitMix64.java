package dev.vsim.machine.world;

/**
 * The world's random numbers: the same from the same seed, everywhere.
 *
 * <p>Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
 */
public final class SplitMix64 {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public SplitMix64(long seed) {
    this.state = seed;
  }

  /** Begins anew: {@code seed 42}. */
  public void reseed(long seed) {
    state = seed;
  }

  /** The next 64 bits. */
  public long next() {
    state += GAMMA;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The next bits as a number from 0 to {@code bound} − 1: their unsigned remainder. */
  public long below(long bound) {
    return Long.remainderUnsigned(next(), bound);
  }
}
