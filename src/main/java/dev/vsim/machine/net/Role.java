package dev.vsim.machine.net;

import dev.vsim.event.DropReason;

/** What a stack does beyond what every stack does: that of a guest does nothing more. */
interface Role {
  /** A guest's: it takes every datagram and every connection. */
  Role GUEST = new Role() {};

  /** Whether packets to this address are for the stack, although no interface has it. */
  default boolean owns(int ip) {
    return false;
  }

  /** Whether it puts fragments of others' packets together before it passes them on. */
  default boolean gathers() {
    return false;
  }

  /** Whether it has dealt with a packet that is for the stack, so that nobody else shall. */
  default boolean takes(Interface in, byte[] packet, Undertaking cause) {
    return false;
  }

  /** A packet has come in that is for somebody else. */
  default void pass(Interface in, byte[] packet, Undertaking cause) {
    in.stack().world().journal().droppedPacket(in.speaker(), DropReason.NOT_FOR_ME, packet);
  }

  /** A datagram for which nobody waits. */
  default void datagram(Interface in, byte[] packet, Undertaking cause) {}
}
