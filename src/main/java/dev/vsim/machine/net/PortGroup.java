package dev.vsim.machine.net;

import dev.vsim.value.Subject;

/** Ports of a virtual switch that are alike: {@code port-group prod on vswitch1 < vlan 200 >}. */
public final class PortGroup implements Subject {
  /** The VLAN number that stands for all of them: the guest sees the tags. */
  public static final int TRUNK = 4095;

  private final String name;
  private final Switch owner;
  private final int vlan;
  private final Security security;

  PortGroup(String name, Switch owner, int vlan, Security security) {
    this.name = name;
    this.owner = owner;
    this.vlan = vlan;
    this.security = security;
  }

  @Override
  public String kind() {
    return "port-group";
  }

  @Override
  public String path() {
    return name;
  }

  /** The switch that it is on. */
  public Switch owner() {
    return owner;
  }

  /** 0: none; 1 to 4094; {@link #TRUNK}. */
  public int vlan() {
    return vlan;
  }

  public Security security() {
    return security;
  }

  Vlans vlans() {
    return vlan == TRUNK ? Vlans.ALL : Vlans.access(vlan);
  }
}
