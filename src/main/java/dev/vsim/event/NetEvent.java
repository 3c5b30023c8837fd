package dev.vsim.event;

import dev.vsim.value.Subject;
import dev.vsim.value.Value;

/** What happens to frames and packets on their way (machine.md, "Network"; rules.md R25 to R30). */
public sealed interface NetEvent extends Event {
  /** What an IPv4 packet carries. */
  enum Proto {
    ICMP,
    TCP,
    UDP
  }

  /** The flags of a TCP segment that say what it is for; PSH is left out. */
  enum Flags {
    SYN,
    SYN_ACK,
    ACK,
    DATA,
    FIN_ACK,
    RST
  }

  /** Where a NAT mapping stands. */
  enum NatState {
    ACTIVE,
    CLOSING,
    EXPIRED
  }

  /** A card or adapter sends a frame. */
  @About({"nic", "nat", "internet"})
  @Hidden(group = "segments")
  record FrameTx(
      Subject subject,
      Value.Mac src,
      Value.Mac dst,
      @Named({"arp", "ipv4", "rarp"}) String type,
      int length,
      int vlan,
      @Sometimes Proto proto,
      @Sometimes Value from,
      @Sometimes Value to,
      @Sometimes long ttl,
      @Sometimes Flags flags,
      @Sometimes long fragment,
      @Aside boolean segment)
      implements NetEvent, Quiet {
    @Override
    public boolean quiet() {
      return segment;
    }
  }

  /** A card or adapter takes a frame in. */
  @About({"nic", "nat", "internet"})
  @Hidden(group = "segments")
  record FrameRx(
      Subject subject,
      Value.Mac src,
      Value.Mac dst,
      @Named({"arp", "ipv4", "rarp"}) String type,
      int length,
      int vlan,
      @Sometimes Proto proto,
      @Sometimes Value from,
      @Sometimes Value to,
      @Sometimes long ttl,
      @Sometimes Flags flags,
      @Sometimes long fragment,
      @Aside boolean segment)
      implements NetEvent, Quiet {
    @Override
    public boolean quiet() {
      return segment;
    }
  }

  /** A switch notes behind which port a source address is; {@code moved}: it was behind another. */
  @About("switch")
  record MacLearn(
      Subject subject,
      Value.Mac mac,
      @Named({"uplink", "host", "nat", "dhcp"}) String port,
      @Sometimes long vlan,
      @Sometimes boolean moved)
      implements NetEvent {}

  /** A switch knows the destination's port. */
  @About("switch")
  @Hidden(group = "segments")
  record Forward(
      Subject subject,
      @Named({"uplink", "host", "nat", "dhcp"}) String from,
      @Named({"uplink", "host", "nat", "dhcp"}) String to,
      @Sometimes long vlan,
      @Aside boolean segment)
      implements NetEvent, Quiet {
    @Override
    public boolean quiet() {
      return segment;
    }
  }

  /** A switch sends a frame for a group or an unknown address out of every other port. */
  @About("switch")
  record Flood(
      Subject subject, @Named({"uplink", "host", "nat", "dhcp"}) String from, @Sometimes long vlan)
      implements NetEvent {}

  /** A frame or packet ends here. */
  @About({"nic", "nat", "internet", "switch", "router"})
  @Hidden
  record Drop(
      Subject subject,
      DropReason reason,
      @Named({"uplink", "host", "nat", "dhcp"}) @Sometimes String port,
      @Sometimes Value.Mac src,
      @Sometimes Value.Mac dst,
      @Sometimes Value from,
      @Sometimes Value to)
      implements NetEvent, Quiet {
    @Override
    public boolean quiet() {
      return switch (reason) {
        case NOT_FOR_ME, SAME_PORT, STANDBY -> true;
        default -> false;
      };
    }
  }

  /** A frame has gone round and round: its copies are stopped (the model's own storm control). */
  @About("switch")
  record Storm(Subject subject, @Named({"uplink", "host", "nat", "dhcp"}) String port, long passes)
      implements NetEvent {}

  /** The active uplink of a switch has changed. */
  @About("switch")
  record Failover(Subject subject, String from, String to) implements NetEvent {}

  /** A link goes up or down. */
  @About("nic")
  record Link(Subject subject, LinkState state) implements NetEvent {}

  /** The two states of a link. */
  enum LinkState {
    UP,
    DOWN
  }

  /** Somebody asks who has an address. */
  @About({"nic", "nat", "internet", "router"})
  record ArpRequest(Subject subject, Value.Ip ip) implements NetEvent {}

  /** Who has the address answers. */
  @About({"nic", "nat", "internet", "router"})
  record ArpReply(Subject subject, Value.Ip ip, Value.Mac mac) implements NetEvent {}

  /** Somebody else claims an address that is this card's (RFC 5227). */
  @About({"nic", "nat", "internet", "router"})
  record AddressConflict(Subject subject, Value.Ip ip, Value.Mac mac) implements NetEvent {}

  /** An echo request is sent. */
  @About({"nic", "nat", "internet", "router"})
  record EchoRequest(Subject subject, Value.Ip ip, int sequence) implements NetEvent {}

  /** Its answer has come back. */
  @About({"nic", "nat", "internet", "router"})
  record EchoReply(Subject subject, Value.Ip ip, int sequence, @As(Format.DURATION) long time)
      implements NetEvent {}

  /** No answer has come in time. */
  @About({"nic", "nat", "internet", "router"})
  record EchoTimeout(Subject subject, Value.Ip ip, int sequence) implements NetEvent {}

  /** A NAT device opens a mapping; ICMP has its identifier in the port's place. */
  @About("nat")
  record NatMap(
      Subject subject, Value.Endpoint inside, Value.Endpoint outside, Proto proto, NatState state)
      implements NetEvent {}

  /** A mapping has been idle too long. */
  @About("nat")
  record NatExpire(Subject subject, Value.Endpoint inside, Value.Endpoint outside, Proto proto)
      implements NetEvent {}

  /** A DHCP server's address is taken. */
  @About("nic")
  record DhcpLease(Subject subject, Value.Ip ip, Value.Ip server, @As(Format.DURATION) long time)
      implements NetEvent {}

  /**
   * All bytes of a transfer are acknowledged, or it was given up: how many, in what time, and what
   * share of one vCPU and how many exits it took.
   */
  @About({"nic", "nat", "internet"})
  record TransferEnd(
      Subject subject,
      @As(Format.SIZE) long bytes,
      @As(Format.DURATION) long time,
      @As(Format.RATE) long rate,
      @Sometimes Value cpu,
      @Sometimes long exits,
      @Sometimes boolean aborted)
      implements NetEvent {}
}
