package dev.vsim.image;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A disk in memory, to be written and compared with. */
final class Grains implements GrainSource {
  private final long capacity;
  private final TreeMap<Long, byte[]> grains = new TreeMap<>();

  Grains(long capacity) {
    this.capacity = capacity;
  }

  /** So many grains at random places: noise, one letter, zeros. */
  static Grains random(long capacity, int count, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    Grains grains = new Grains(capacity);
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[Vmdk.GRAIN];
      switch (dice.nextInt(3)) {
        case 0 -> dice.nextBytes(bytes);
        case 1 -> Arrays.fill(bytes, (byte) dice.nextInt(256));
        default -> bytes[dice.nextInt(bytes.length)] = 1;
      }
      grains.put(dice.nextLong(capacity / Vmdk.GRAIN), bytes);
    }
    grains.put(capacity / Vmdk.GRAIN - 1, new byte[Vmdk.GRAIN]);
    return grains;
  }

  void put(long grain, byte[] bytes) {
    grains.put(grain, bytes);
  }

  boolean has(long grain) {
    return grains.containsKey(grain);
  }

  @Override
  public long capacity() {
    return capacity;
  }

  @Override
  public long next(long from) {
    Long next = grains.ceilingKey(from);
    return next == null ? -1 : next;
  }

  @Override
  public byte[] read(long grain) {
    return grains.get(grain);
  }
}
