package dev.vsim.machine.virt;

import dev.vsim.event.Op;

/** Who hears how a guest uses memory: the policies of those in whose frames that lies. */
interface GuestUses {
  /** A backed frame of the guest was used in a way that its entry did not tell yet. */
  void noteUse(int guestFrame, Op op);

  /** A reference of the guest is about to be made. */
  void reference();

  /** A reference of the guest has ended in a frame of the physical host. */
  void used(int frame);
}
