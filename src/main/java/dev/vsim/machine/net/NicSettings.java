package dev.vsim.machine.net;

import java.util.Optional;

/**
 * What a VM declares of one of its network cards.
 *
 * @param card which card it is
 * @param network what it is on
 * @param mac its address, or empty for the next one
 * @param ip its guest's address on it, or empty for the next one
 * @param mtu the longest packet that its guest sends
 * @param queues how many queues it has; an e1000 has one
 * @param dhcp whether its guest asks a server for the address
 * @param promiscuous whether it listens to everything
 * @param tso whether it cuts bursts into segments itself
 * @param lro whether it joins segments that come in
 */
public record NicSettings(
    Card card,
    Attachment network,
    Optional<Long> mac,
    Optional<Integer> ip,
    int mtu,
    int queues,
    boolean dhcp,
    boolean promiscuous,
    boolean tso,
    boolean lro) {
  /** The same, whose addresses are made for it. */
  NicSettings withoutAddresses() {
    return new NicSettings(
        card,
        network,
        Optional.empty(),
        Optional.empty(),
        mtu,
        queues,
        dhcp,
        promiscuous,
        tso,
        lro);
  }

  /** The cards that there are. */
  public enum Card {
    E1000,
    VMXNET3
  }

  /** What a card can be on. */
  public sealed interface Attachment {
    /** The host's switch of a mode. */
    record Of(Mode mode) implements Attachment {
      @Override
      public Socket socket(HostNetwork on) {
        return new Socket(on.of(mode), Optional.empty());
      }

      @Override
      public Optional<Socket> elsewhere(HostNetwork on) {
        return mode == Mode.BRIDGE ? Optional.of(socket(on)) : Optional.empty();
      }
    }

    /** A switch. */
    record ToSwitch(Switch owner) implements Attachment {
      @Override
      public Socket socket(HostNetwork on) {
        return new Socket(owner, Optional.empty());
      }

      @Override
      public Optional<Socket> elsewhere(HostNetwork on) {
        boolean bridged = owner.path().endsWith(HostNetwork.BRIDGED);
        return bridged ? new Of(Mode.BRIDGE).elsewhere(on) : Optional.empty();
      }
    }

    /** A port group. */
    record ToGroup(PortGroup group) implements Attachment {
      @Override
      public Socket socket(HostNetwork on) {
        return new Socket(group.owner(), Optional.of(group));
      }

      @Override
      public Optional<Socket> elsewhere(HostNetwork on) {
        return on.group(group.vlan()).map(g -> new Socket(g.owner(), Optional.of(g)));
      }
    }

    /** Where it is, for a card of a VM on this host. */
    Socket socket(HostNetwork on);

    /**
     * Where its like is on another host, to which the VM moves: the bridged switch, or a port group
     * of the same VLAN; empty where there is none, as of a host's inner networks.
     */
    Optional<Socket> elsewhere(HostNetwork on);
  }

  /** VMware's three modes. */
  public enum Mode {
    BRIDGE,
    NAT,
    HOST_ONLY
  }
}
