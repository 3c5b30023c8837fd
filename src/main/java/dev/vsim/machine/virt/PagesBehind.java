package dev.vsim.machine.virt;

/** The pages of a VM that are still on the host that it has left; they follow it. */
public interface PagesBehind {
  /** Whether a frame of the guest's has not followed yet. */
  boolean lacks(int frame);

  /** The guest refers to a frame that has not followed: it comes before all others. */
  void fetch(int frame);

  /** The guest overwrites the whole of a frame, whether it has followed or not. */
  void overwritten(int frame);
}
