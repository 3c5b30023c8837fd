package dev.vsim.machine.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A VMDK's content identifier: the low 32 bits of the 64-bit FNV-1a hash of the disk's path in
 * UTF-8 and, little-endian in 8 bytes, the count of changes of its contents (rules.md R31).
 *
 * <p>Fowler, Noll and Vo's parameters, as in draft-eastlake-fnv.
 */
final class ContentId {
  /** What stands in place of a parent's identifier in a base. */
  static final int NO_PARENT = 0xffffffff;

  /** Two values have a meaning of their own. */
  private static final int RESERVED = 0xfffffffe;

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private ContentId() {}

  static int of(String disk, long changes) {
    long hash = fold(BASIS, disk.getBytes(StandardCharsets.UTF_8));
    byte[] count =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(changes).array();
    int id = (int) fold(hash, count);
    return id == NO_PARENT || id == RESERVED ? id - 2 : id;
  }

  private static long fold(long start, byte[] bytes) {
    long hash = start;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xFF)) * PRIME;
    }
    return hash;
  }
}
