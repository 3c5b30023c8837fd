package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.machine.time.Costs;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The network inside one host: its cards, its own stack, the switches of the three modes, each made
 * when something first needs it, and those that were declared (rules.md R0, R25).
 */
public final class HostNetwork {
  /** The switches that are there by themselves, and what is on them. */
  public static final String BRIDGED = "vswitch0";

  public static final String NAT = "vmnet8";
  public static final String HOST_ONLY = "vmnet1";
  public static final String NAT_DEVICE = "nat0";
  public static final String OWN_CARD = "host0";

  /** The adapter of a network's DHCP server, behind its switch's name. */
  public static final String DHCP = "dhcp";

  /** Bits a second of a card that nothing else is said of. */
  public static final long USUAL_RATE = 1_000_000_000L;

  private static final int PREFIX = 24;
  private static final int NAT_NETWORK = 192 << 24 | 168 << 16 | 100 << 8;
  private static final int HOST_ONLY_NETWORK = 192 << 24 | 168 << 16 | 50 << 8;
  private static final int HOST_NUMBER = 1;
  private static final int GATEWAY_NUMBER = 2;
  private static final int SERVER_NUMBER = 254;
  private static final int FIRST_GUEST = 10;
  private static final int LAST_GUEST = 253;
  private static final int FIRST_HOST = 100;

  private final NetWorld world;
  private final Subject host;
  private final Costs costs;
  private final BooleanSupplier alone;
  private final Map<String, SwitchSettings> configured = new LinkedHashMap<>();
  private final Map<String, Switch> switches = new LinkedHashMap<>();
  private final Map<Switch, Team> teams = new LinkedHashMap<>();
  private final Map<Switch, Subnet> subnets = new LinkedHashMap<>();
  private final HostAdapters adapters;
  private final List<PhysicalNic> nics = new ArrayList<>();
  private final List<PortGroup> groups = new ArrayList<>();
  private List<Long> rates = List.of(USUAL_RATE);
  private Subnet lan;
  private Stack stack;
  private NatDevice nat;

  /**
   * @param alone whether it is the world's only host, so that its switches have their bare names
   */
  HostNetwork(NetWorld world, Subject host, Costs costs, BooleanSupplier alone) {
    this.world = world;
    this.host = host;
    this.costs = costs;
    this.alone = alone;
    this.adapters = new HostAdapters(world, host, costs);
  }

  /** Whose it is. */
  public Subject host() {
    return host;
  }

  /** Its virtual switches that are there by now. */
  public List<Switch> switches() {
    return List.copyOf(switches.values());
  }

  /** Whether a switch is one of its own. */
  boolean has(Switch one) {
    return switches.containsValue(one);
  }

  /** A switch's uplinks, if it has any. */
  public Optional<Team> team(Switch of) {
    return Optional.ofNullable(teams.get(of));
  }

  /** Its own stack, once the network is put together. */
  Stack stack() {
    return stack;
  }

  /** It has cards of these rates, in bits a second. */
  void equip(List<Long> other) {
    rates = List.copyOf(other);
  }

  List<Long> rates() {
    return rates;
  }

  /** Its cards. */
  public List<PhysicalNic> nics() {
    for (int i = nics.size(); i < rates.size(); i++) {
      String path = host.path() + ".nic" + i;
      nics.add(new PhysicalNic(world, path, rates.get(i), Pace.software(costs)));
    }
    return Collections.unmodifiableList(nics);
  }

  /**
   * One of the switches that are there by themselves is to be otherwise; false where something has
   * used it already.
   */
  boolean configure(String name, SwitchSettings settings) {
    return !switches.containsKey(name) && configured.put(name, settings) == null;
  }

  /** Puts it together: what a world does once, when it first needs a network. */
  void start(Subnet network, Switch physical) {
    lan = network;
    stack = new Stack(world, nat().outsideRole(), Pace.software(costs));
    for (PhysicalNic nic : nics()) {
      if (nic.far().isEmpty()) {
        nic.plug(physical.numberedPort(Vlans.ALL), nic.rate());
      }
    }
    Switch bridged = standard(BRIDGED);
    if (!nics.isEmpty() && nics.get(0).team().isEmpty()) {
      uplink(bridged, nics.get(0));
    }
    Interface own = adapters.own(stack, bridged, OWN_CARD, lan, lan.below(FIRST_HOST));
    stack.routes().lead(own, lan.gateway());
    if (switches.containsKey(NAT)) {
      startNat();
    }
    if (switches.containsKey(HOST_ONLY)) {
      startHostOnly();
    }
  }

  /** It stops: its cables are dead, and its own stack is silent. */
  void crash(Undertaking cause) {
    stack.silence(Optional.of(DropReason.CRASHED));
    nics().forEach(nic -> nic.link(false, cause));
  }

  /** Whether this is a name of a switch that is there by itself. */
  public static boolean isStandard(String name) {
    return name.equals(BRIDGED) || name.equals(NAT) || name.equals(HOST_ONLY);
  }

  /** The switch that is there by itself under this name. */
  Switch standard(String name) {
    Switch known = switches.get(name);
    if (known != null) {
      return known;
    }
    SwitchSettings settings = configured.getOrDefault(name, SwitchSettings.DEFAULT);
    Switch made = new Switch(world, own(name), settings);
    switches.put(name, made);
    if (stack != null) {
      if (name.equals(NAT)) {
        startNat();
      } else if (name.equals(HOST_ONLY)) {
        startHostOnly();
      }
    }
    return made;
  }

  /** Its NAT device. */
  NatDevice nat() {
    if (nat == null) {
      nat = new NatDevice(world, own(NAT_DEVICE));
    }
    return nat;
  }

  /** Whether something has needed its NAT network. */
  public boolean hasNat() {
    return switches.containsKey(NAT);
  }

  /** The switch of a mode. */
  Switch of(NicSettings.Mode mode) {
    return standard(
        switch (mode) {
          case BRIDGE -> BRIDGED;
          case NAT -> NAT;
          case HOST_ONLY -> HOST_ONLY;
        });
  }

  /** The addresses of the network that a switch belongs to. */
  Subnet subnet(Switch of) {
    return subnets.getOrDefault(of, lan);
  }

  /** The network of one of its inner switches; empty for those of the local network. */
  Optional<Value.Network> addresses(Switch of) {
    if (of == switches.get(NAT)) {
      return Optional.of(new Value.Network(NAT_NETWORK, PREFIX));
    }
    return of == switches.get(HOST_ONLY)
        ? Optional.of(new Value.Network(HOST_ONLY_NETWORK, PREFIX))
        : Optional.empty();
  }

  /** The path of something that the world's only host has under its bare name. */
  private String own(String name) {
    return alone.getAsBoolean() ? name : host.path() + "." + name;
  }

  /** A switch that was declared is on this host. */
  void add(Switch declared) {
    switches.put(declared.path(), declared);
  }

  /** A port group is on one of its switches. */
  void add(PortGroup group) {
    groups.add(group);
  }

  /** The first of its port groups that has this VLAN. */
  Optional<PortGroup> group(int vlan) {
    return groups.stream().filter(g -> g.vlan() == vlan).findFirst();
  }

  /** Gives a switch an uplink, which leaves the one that it had. */
  void uplink(Switch of, PhysicalNic nic) {
    teams.computeIfAbsent(of, s -> new Team(world, s)).add(nic);
  }

  /** The host's own stack gets an adapter on a switch that was declared. */
  void connect(Switch declared) {
    adapters.own(stack, declared, declared.path(), lan, lan.below(FIRST_HOST));
  }

  private void startNat() {
    Switch made = switches.get(NAT);
    int gateway = NAT_NETWORK | GATEWAY_NUMBER;
    Subnet subnet = new Subnet(NAT_NETWORK, PREFIX, gateway, FIRST_GUEST, LAST_GUEST);
    subnets.put(made, subnet);
    adapters.own(stack, made, NAT, subnet, subnet.at(HOST_NUMBER));
    Stack inner = new Stack(world, nat());
    Port port = made.namedPort("nat", Vlans.access(0));
    Interface inside = adapters.attach(inner, nat, subnet, gateway, made, port);
    nat.join(inside, adapters.get(OWN_CARD).orElseThrow().address());
  }

  private void startHostOnly() {
    Switch made = switches.get(HOST_ONLY);
    Subnet subnet = new Subnet(HOST_ONLY_NETWORK, PREFIX, Subnet.NONE, FIRST_GUEST, LAST_GUEST);
    subnets.put(made, subnet);
    adapters.own(stack, made, HOST_ONLY, subnet, subnet.at(HOST_NUMBER));
  }

  /** Somebody on a switch asks for addresses: the network's DHCP server is there from now on. */
  void serve(Switch on) {
    Subnet subnet = subnet(on);
    if (subnet != lan && on.port(DHCP).isEmpty()) {
      adapters.server(on, subnet, subnet.at(SERVER_NUMBER));
    }
  }

  /** The adapter of a DHCP server, by its path. */
  Optional<Adapter> server(String path) {
    return adapters.server(path);
  }

  /** One of its own adapters by its name: {@code host0}, {@code vmnet8}. */
  Optional<Adapter> adapter(String name) {
    if (name.equals(NAT) || name.equals(HOST_ONLY)) {
      standard(name);
    }
    return adapters.get(name);
  }
}
