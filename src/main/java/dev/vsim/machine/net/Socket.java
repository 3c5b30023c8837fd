package dev.vsim.machine.net;

import java.util.Optional;

/** Where a virtual card is plugged in: a switch, perhaps in one of its port groups. */
public record Socket(Switch owner, Optional<PortGroup> group) {
  /** A port there. */
  Port port() {
    return owner.numberedPort(group.map(PortGroup::vlans).orElse(Vlans.access(0)));
  }
}
