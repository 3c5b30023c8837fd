package dev.vsim.run.replay;

/**
 * Seeded random numbers (SplitMix64; Steele, Lea, Flood, OOPSLA 2014), the same on every machine.
 */
final class Dice {
  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) next();
    }
    return bytes;
  }
}
