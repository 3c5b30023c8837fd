package dev.vsim.machine.memory;

import dev.vsim.value.Subject;

/** A VM, to the kernel of the host in whose frames its memory lies. */
public interface Tenant {
  Subject subject();

  /** What it may claim of the host's memory. */
  Claim claim();

  /** How many bytes are reserved for it now: none while it is off. */
  long reserved();

  /** Whether its memory must stay where it is. */
  boolean isPinned();

  /** How many of its frames are backed; one that shares a frame of the host counts as well. */
  int backed();

  /** The frames of the host among which its pages replace each other. */
  FrameSet frameSet();

  /** How many references its processes have made. */
  long references();

  /** The next backed frame of the guest from this one on that is no table's, or −1. */
  int nextBacked(int guestFrame);

  /** The frame of the host behind a backed frame of the guest. */
  int hostFrame(int guestFrame);

  /** Puts a frame of the host behind a backed frame of the guest, read-only, since it is shared. */
  void share(int guestFrame, int hostFrame);

  /**
   * A frame of the guest is backed no longer.
   *
   * @param slot where what it held lies in the host's swap area, −1 if it held zeros
   */
  void lose(int guestFrame, int slot);

  /** Clears A in the entry of a backed frame, and drops its translations if {@code drops}. */
  void clearAccessed(int guestFrame, boolean drops);

  /** Clears D in the entry of a backed frame, and drops its translations. */
  void clearDirty(int guestFrame);

  /** The driver in the guest that takes frames from its kernel for the host. */
  Balloon balloon();
}
