package dev.vsim.machine.net;

import dev.vsim.value.Subject;
import dev.vsim.value.Value;

/** A network card or adapter: a VM's, a host's, a router's. */
public interface Nic extends Subject {
  @Override
  default String kind() {
    return "nic";
  }

  /** Its hardware address, or none where it only carries others' frames. */
  Value mac();

  /** The address that its stack has on it, or none. */
  Value ip();

  /** The longest packet, in octets. */
  int mtu();

  /** Whether its link is up. */
  boolean isUp();

  /** How many frames it has sent. */
  long sent();

  /** How many frames it has taken in. */
  long received();

  /** The rate of the last transfer from or to it, in bits a second; 0 before any. */
  default long throughput() {
    return 0;
  }

  /** How many exits it has caused. */
  default long exitCount() {
    return 0;
  }
}
