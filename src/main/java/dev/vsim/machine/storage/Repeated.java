package dev.vsim.machine.storage;

import java.util.HashMap;
import java.util.Map;

/** Bytes that are written one behind the other, again and again: what {@code disk-write} writes. */
public final class Repeated {
  /** With more bytes than this no two blocks are likely to be alike. */
  private static final int MOST_PHASES = 512;

  private final byte[] bytes;

  /** By where in the bytes they begin, blocks that were made; they are all alike. */
  private final Map<Integer, Block> made = new HashMap<>();

  /**
   * @param bytes at least one
   */
  public Repeated(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** Whether they are zeros. */
  boolean isZeros() {
    return Grain.isZero(bytes);
  }

  /** Writes what stands so many bytes behind the beginning. */
  void fill(long position, byte[] into, int from, int count) {
    int at = (int) (position % bytes.length);
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, bytes.length - at);
      System.arraycopy(bytes, at, into, from + done, part);
      at = 0;
      done += part;
    }
  }

  /** A whole block of what stands so many bytes behind the beginning; null where that is zeros. */
  Block block(long position) {
    int phase = (int) (position % bytes.length);
    if (made.containsKey(phase)) {
      return made.get(phase);
    }
    byte[] page = new byte[Block.SIZE];
    fill(phase, page, 0, Block.SIZE);
    Block block = Grain.isZero(page) ? null : new Block(page);
    if (bytes.length <= MOST_PHASES) {
      made.put(phase, block);
    }
    return block;
  }
}
