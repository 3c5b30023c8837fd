package dev.vsim.machine.virt;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.FrameSet;

/** Who hears how a guest uses memory: the policies of those in whose frames that lies. */
interface GuestUses {
  /** A backed frame of the guest was used in a way that its entry did not tell yet. */
  void noteUse(int guestFrame, Op op);

  /** A reference of the guest is about to be made. */
  void reference();

  /** Whether {@link #reference} does anything. */
  boolean countsReferences();

  /** The set of the physical host that all frames of the guest are of now; else this one. */
  FrameSet frameSetBehind(FrameSet own);

  /** A reference has ended in a frame of the guest, and so in a frame of the physical host. */
  void used(int guestFrame, int frame);
}
