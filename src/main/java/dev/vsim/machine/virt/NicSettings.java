package dev.vsim.machine.virt;

import java.util.OptionalLong;

/**
 * What a VM declares of a network card.
 *
 * @param mac its address in the low 48 bits; nothing: one is made for it
 */
public record NicSettings(Card card, Network network, OptionalLong mac) {
  /** The cards there are. */
  public enum Card {
    /** Intel's 82545EM, emulated. */
    E1000,
    /** VMware's paravirtual card. */
    VMXNET3
  }

  /** How a card is joined to the world (rules.md R25). */
  public enum Network {
    BRIDGE,
    NAT,
    HOST_ONLY
  }
}
