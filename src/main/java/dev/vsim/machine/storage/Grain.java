package dev.vsim.machine.storage;

import dev.vsim.machine.world.Budget;

/**
 * 64 KiB of a disk's contents: what a sparse file takes at once (VMware, Virtual Disk Format 5.0).
 * One that holds zeros costs little.
 */
final class Grain {
  /** Bytes of a grain. */
  static final int SIZE = 1 << 16;

  /** What a grain takes without its blocks: the entry in a tree, a number, the array. */
  private static final long HEAP = 180;

  private static final int BLOCKS = SIZE / Block.SIZE;

  private final Budget budget;
  private final Block[] blocks = new Block[BLOCKS];

  /** A grain of zeros. */
  Grain(Budget budget) {
    budget.charge(HEAP);
    this.budget = budget;
  }

  /** The same contents, for another file. */
  Grain copy() {
    Grain copy = new Grain(budget);
    for (int i = 0; i < BLOCKS; i++) {
      copy.put(i, blocks[i]);
    }
    return copy;
  }

  /** Copies bytes out. */
  void read(int offset, byte[] into, int from, int count) {
    int done = 0;
    while (done < count) {
      int at = offset + done;
      int within = at % Block.SIZE;
      int part = Math.min(count - done, Block.SIZE - within);
      Block block = blocks[at / Block.SIZE];
      if (block != null) {
        System.arraycopy(block.bytes(), within, into, from + done, part);
      }
      done += part;
    }
  }

  /** Writes a part of what is repeated, from so many bytes behind its beginning. */
  void write(int offset, int count, Repeated data, long position) {
    int done = 0;
    while (done < count) {
      int at = offset + done;
      int within = at % Block.SIZE;
      int part = Math.min(count - done, Block.SIZE - within);
      int index = at / Block.SIZE;
      put(
          index,
          part == Block.SIZE
              ? data.block(position + done)
              : patched(blocks[index], within, part, data, position + done));
      done += part;
    }
  }

  /** Writes a whole grain. */
  void write(byte[] bytes) {
    write(0, SIZE, new Repeated(bytes), 0);
  }

  private static Block patched(Block old, int within, int count, Repeated data, long position) {
    byte[] bytes = old == null ? new byte[Block.SIZE] : old.bytes().clone();
    data.fill(position, bytes, within, count);
    return isZero(bytes) ? null : new Block(bytes);
  }

  /** The file that had it lets go of it. */
  void drop() {
    for (int i = 0; i < BLOCKS; i++) {
      put(i, null);
    }
    budget.release(HEAP);
  }

  private void put(int index, Block block) {
    if (block != null && block.take()) {
      budget.charge(Block.HEAP);
    }
    if (blocks[index] != null && blocks[index].leave()) {
      budget.release(Block.HEAP);
    }
    blocks[index] = block;
  }

  static boolean isZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
