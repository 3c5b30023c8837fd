package dev.vsim.syntax;

import java.util.List;

/** A seeded generator (SplitMix64), the same on every machine. */
final class Dice {
  private long state;

  Dice(long seed) {
    state = seed;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** From 0 to one less than {@code bound}. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  boolean once(int in) {
    return below(in) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[below(choices.length)];
  }
}
