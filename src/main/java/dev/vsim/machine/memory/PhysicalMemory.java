package dev.vsim.machine.memory;

/**
 * What a kernel takes for its physical memory: a host's RAM, or in a VM what lies behind the EPT.
 */
public interface PhysicalMemory {
  /** The bytes in the frames of the host, which hold a guest's too. */
  Ram ram();

  /**
   * Takes the bytes out of one of the kernel's frames, which is all zeros afterwards; null if it
   * was before.
   */
  byte[] take(int frame);

  /** A copy of the bytes in one of the kernel's frames; null for zeros. */
  byte[] copy(int frame);

  /** The bytes in one of the kernel's frames, only to be looked at; null for zeros. */
  default byte[] peek(int frame) {
    return copy(frame);
  }

  /** Makes a frame hold these bytes, or zeros for null. */
  void put(int frame, byte[] bytes);

  /** The kernel does without a frame: what it held is gone, and nothing need be behind it. */
  void surrender(int frame);

  /** The kernel takes a frame of its region for a table (rules.md R8). */
  void tableTaken(int frame);
}
