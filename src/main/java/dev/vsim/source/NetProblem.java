package dev.vsim.source;

/** What is asked of the network and cannot be meant (V09). */
public enum NetProblem implements Problem {
  /** Somebody is to send or receive who has no card. */
  NO_CARD(
      "V0901",
      "`{0}` has no network card",
      "give it one where it is declared: `nic vmxnet3 bridge`",
      """
      Only what has a card is in the network. A VM has those that it declares, and none without.

      Wrong:  vm linux
              ping linux -> 8.8.8.8
      Right:  vm linux < nic vmxnet3 bridge >
              ping linux -> 8.8.8.8
      """),
  /** A host does not have the card that is to be an uplink. */
  NO_SUCH_CARD(
      "V0902",
      "`{0}` has no card called `{1}`",
      "{2}",
      """
      A host's cards are numbered from 0 in the order in which it declares them; without a word it has one.

      Wrong:  host esxi1 < nic 1Gbps >
              switch vswitch1 in esxi1 < uplink nic1 >
      Right:  host esxi1 < nic 1Gbps; nic 1Gbps >
              switch vswitch1 in esxi1 < uplink nic1 >
      """),
  /** Somebody is to be reached who has no address. */
  NO_ADDRESS(
      "V0903",
      "`{0}` has no address that one could send to",
      "the network is full, or it was removed",
      """
      A network has only so many addresses: 192.168.1.0/24 has 154 for VMs. A router with a shorter prefix
      makes a larger one.

      Right:  router gw < ip 10.0.0.1/16 >
      """),
  /** A port of the NAT device is forwarded a second time. */
  ALREADY_FORWARDED(
      "V0904",
      "port {0} of {1} is forwarded already",
      "take another port, or say `< proto tcp >` and `< proto udp >`",
      """
      What comes to one port of the host's address can go to one guest only, TCP and UDP apart.

      Wrong:  forward nat 8080 -> linux 80
              forward nat 8080 -> windows 80
      Right:  forward nat 8080 -> linux 80
              forward nat 8081 -> windows 80
      """),
  /** A port is to be forwarded to somebody who is not behind the NAT device. */
  NOT_BEHIND_NAT(
      "V0905",
      "`{0}` is not behind {1}",
      "its card must be on that network: `nic vmxnet3 nat`",
      """
      A NAT device forwards into its own network only. A VM in bridge mode has an address on the local
      network, where everybody reaches it without that.

      Wrong:  vm linux < nic vmxnet3 bridge >
              forward nat 8080 -> linux 80
      Right:  vm linux < nic vmxnet3 nat >
              forward nat 8080 -> linux 80
      """),
  /** Something without a cable is to lose its link. */
  NO_CABLE(
      "V0906",
      "`{0}` has no cable that could be pulled",
      "the cards of VMs and the physical cards of hosts have one: `link linux.nic0 down`",
      """
      A VM's card is joined to its port by a virtual cable, a host's card to the physical network by a real
      one. Adapters such as host.host0 are part of the host.

      Wrong:  link host.host0 down
      Right:  link host.nic0 down
      """),
  /** A switch that every host has is declared without saying whose. */
  WHICH_HOST(
      "V0907",
      "each host has its own `{0}`",
      "say which: `switch {0} in HOST < … >`",
      """
      With several hosts a switch with uplinks, or one that every host has, must be said to be in one of them.

      Wrong:  host esxi1
              host esxi2
              switch vswitch0 < mtu 9000 >
      Right:  host esxi1
              host esxi2
              switch vswitch0 in esxi1 < mtu 9000 >
      """),
  /** An address that does not belong to the card's network. */
  OUTSIDE_NETWORK(
      "V0908",
      "{0} is not an address of {1}",
      "its addresses are {2}",
      """
      Machines of one network find each other without a router because their addresses begin alike.

      Wrong:  vm linux < nic vmxnet3 bridge < ip 10.0.0.5 > >
      Right:  vm linux < nic vmxnet3 bridge < ip 192.168.1.150 > >
      """),
  /** A switch has two ports of one number. */
  PORT_TWICE(
      "V0909",
      "port {0} is declared twice",
      "",
      """
      The ports of a physical switch are told apart by their numbers.

      Wrong:  switch core < port 1 access 100; port 1 access 200 >
      Right:  switch core < port 1 access 100; port 2 access 200 >
      """),
  /** Something is to be plugged into a physical switch that has no plug for it. */
  NO_PLUG(
      "V0910",
      "`{0}` cannot be plugged into a physical switch",
      "hosts' cards, routers and switches without a host can: `port 1 trunk [100, 200] esxi1.nic0`",
      """
      A port of a physical switch takes a cable. A VM's card is on a virtual switch, whose uplink is a host's
      card, and that is what has a cable.

      Wrong:  switch core < port 1 access 100 linux.nic0 >
      Right:  switch core < port 1 access 100 esxi1.nic0 >
      """),
  /** A property that only a card of the other kind has. */
  OF_OTHER_CARD(
      "V0911",
      "an e1000 has no `{0}`",
      "a vmxnet3 has",
      """
      The emulated e1000 sends frame by frame through one queue; several queues, segmentation offload and
      receive offload are what a paravirtual card adds.

      Wrong:  vm linux < nic e1000 bridge < queues 4 > >
      Right:  vm linux < nic vmxnet3 bridge < queues 4 > >
      """),
  /** What looks like a network address is none. */
  NO_ADDRESS_AT_ALL(
      "V0912",
      "`{0}` is not a network address",
      "the four parts of an IPv4 address are 0 to 255, a prefix has 0 to 32 bits, a port is 0 to 65535",
      """
      Addresses are written 192.168.1.7, 192.168.1.0/24, 10.0.0.1:80 and 00:0C:29:00:00:01.

      Wrong:  ping linux -> 192.168.1.300
      Right:  ping linux -> 192.168.1.30
      """),
  /** A VM's card is to be on a switch that is not its host's. */
  NOT_OF_ITS_HOST(
      "V0913",
      "`{0}` is no part of `{1}`",
      "a VM's card is on a virtual switch of its own host, or on a port group of one",
      """
      A virtual switch is a part of its host. A VM on another host gets there by that host's own switch and
      the physical network; and a physical switch takes the cables of hosts, not of VMs.

      Wrong:  vm linux in esxi1 < nic vmxnet3 lan0 >
      Right:  vm linux in esxi1 < nic vmxnet3 esxi1.vswitch0 >
      """),
  /** A card is to have an address that means several machines. */
  GROUP_ADDRESS(
      "V0914",
      "{0} is the address of a group, not of a card",
      "a card's first byte is even: 00:0C:29:00:00:10",
      """
      An odd first byte means a group: FF:FF:FF:FF:FF:FF is everybody, 01:00:5E:… are IPv4's groups. Frames go
      to them, none comes from one, and no switch learns one.

      Wrong:  vm linux < nic vmxnet3 bridge < mac 01:00:5E:00:00:01 > >
      Right:  vm linux < nic vmxnet3 bridge < mac 00:0C:29:00:00:10 > >
      """),
  /** A port group is to be on a physical switch. */
  NO_PORT_GROUPS(
      "V0915",
      "`{0}` is a physical switch, and has no port groups",
      "say it of its ports: `switch core < port 1 access 100 >`",
      """
      A port group is a set of ports of a virtual switch. A physical switch has a VLAN, or several, for each
      of its ports.

      Wrong:  port-group prod on lan0 < vlan 100 >
      Right:  port-group prod on vswitch0 < vlan 100 >
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  NetProblem(String code, String template, String help, String explanation) {
    this.code = code;
    this.template = template;
    this.help = help;
    this.explanation = explanation;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public String explanation() {
    return explanation;
  }
}
