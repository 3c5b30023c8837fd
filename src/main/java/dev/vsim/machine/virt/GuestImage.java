package dev.vsim.machine.virt;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A VM's guest-physical memory at one moment: the frames that held something or were backed, and
 * what they held. A snapshot keeps one, a suspended VM's file is one, and it is what a migration
 * sends.
 */
public final class GuestImage {
  private static final long ENTRY_BYTES = 80;

  private final SortedMap<Integer, Optional<byte[]>> frames;
  private final int pageSize;

  /**
   * @param frames by frame what it held, nothing for zeros; the image's own from now on
   */
  GuestImage(SortedMap<Integer, Optional<byte[]>> frames, int pageSize) {
    this.frames = Collections.unmodifiableSortedMap(frames);
    this.pageSize = pageSize;
  }

  /** The frames in order of guest-physical addresses, and what they held: nothing for zeros. */
  public SortedMap<Integer, Optional<byte[]>> frames() {
    return frames;
  }

  /** Roughly how many bytes of heap it takes. */
  public long bytes() {
    long held = frames.values().stream().filter(Optional::isPresent).count();
    return frames.size() * ENTRY_BYTES + held * pageSize;
  }
}
