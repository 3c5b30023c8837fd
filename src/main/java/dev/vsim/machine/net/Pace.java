package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;

/** How long frames take through something, one after the other. */
@FunctionalInterface
interface Pace {
  /** At once. */
  Pace NONE = length -> 0;

  /** In picoseconds, for a frame of so many octets. */
  long of(int length);

  /** On a wire of so many bits a second. */
  static Pace wire(long rate) {
    return length -> ((long) length + Ethernet.AROUND) * Byte.SIZE * 1_000_000_000_000L / rate;
  }

  /** Up and down a guest's own stack. */
  static Pace stack(Costs costs) {
    long packet = costs.of(Cost.GUEST_STACK);
    long octet = costs.of(Cost.COPY);
    return length -> packet + octet * length;
  }

  /** Through a switch that is a program. */
  static Pace software(Costs costs) {
    long frame = costs.of(Cost.SWITCH_FRAME);
    long octet = costs.of(Cost.COPY);
    return length -> frame + octet * length;
  }
}
