package dev.vsim.machine.storage;

/**
 * 4 KiB of a disk's contents that are not all zeros. They never change, so that files which hold
 * the same share them: a delta with its parent, a clone with its source.
 */
final class Block {
  static final int SIZE = 4096;

  /** An array's and the object's own header, and the reference. */
  static final long HEAP = SIZE + 40L;

  private final byte[] bytes;
  private int uses;

  /**
   * @param bytes are the block's own from now on
   */
  Block(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /** One more grain has it; says whether it is the first. */
  boolean take() {
    uses++;
    return uses == 1;
  }

  /** A grain has it no longer; says whether nobody has it. */
  boolean leave() {
    uses--;
    return uses == 0;
  }
}
