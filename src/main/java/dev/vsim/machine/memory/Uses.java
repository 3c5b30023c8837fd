package dev.vsim.machine.memory;

/**
 * When the pages of a set were loaded and used, counted in its references from 1: for {@code why}.
 */
public interface Uses {
  /** The reference for which the page in a frame was loaded. */
  long loadedAt(int frame);

  /** The last reference to the page in a frame. */
  long usedAt(int frame);
}
