package dev.vsim.machine.net;

import dev.vsim.machine.time.Costs;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network of a world: the local one with its hosts, its router, the Internet behind it, and
 * what was declared. Nothing of it works until something needs it; then all that was declared is
 * put together in order (rules.md R0, R25).
 */
public final class Network {
  /** The physical switch that is there by itself. */
  public static final String LAN = "lan0";

  /** The router's name unless it is declared with another. */
  public static final String ROUTER = "router";

  public static final String INTERNET = "internet";

  private static final int USUAL_GATEWAY = 192 << 24 | 168 << 16 | 1 << 8 | 1;
  private static final int USUAL_PREFIX = 24;
  private static final int FIRST_GUEST = 101;

  private final NetWorld world;
  private final Runnable firstHost;
  private final Map<String, HostNetwork> hosts = new LinkedHashMap<>();
  private final Cards cards;
  private final Map<String, Subject> declared = new LinkedHashMap<>();
  private final List<Switch> physical = new ArrayList<>();
  private final List<Runnable> wirings = new ArrayList<>();
  private final List<Runnable> adapters = new ArrayList<>();
  private final List<Runnable> connections = new ArrayList<>();
  private boolean several;
  private boolean started;
  private int gateway = USUAL_GATEWAY;
  private int prefix = USUAL_PREFIX;
  private Subnet lan;
  private Switch lanSwitch;
  private Router router;
  private Internet internet;
  private long rate;

  /**
   * @param firstHost makes the default host where none was declared
   */
  public Network(World world, Runnable firstHost) {
    this.world = new NetWorld(world);
    this.cards = new Cards(this.world);
    this.firstHost = firstHost;
  }

  /** Every frame at every port goes to {@code capture} from now on. */
  public void captureTo(Capture capture) {
    world.captureTo(capture);
  }

  /**
   * The world will have several hosts: what each has is called {@code esxi1.vswitch0} from the
   * beginning.
   */
  public void expectSeveralHosts() {
    several = true;
  }

  /** Whether something has needed it: from then on, its router is as it is. */
  public boolean isStarted() {
    return started;
  }

  NetWorld world() {
    return world;
  }

  /** A host is there. */
  public void add(Subject host, Costs costs) {
    HostNetwork one = new HostNetwork(world, host, costs, () -> !several && hosts.size() == 1);
    hosts.put(host.path(), one);
    if (started) {
      one.start(lan, lanSwitch);
    }
  }

  /** A host has cards of these rates, in bits a second. */
  public void equip(Subject host, List<Long> rates) {
    hosts.get(host.path()).equip(rates);
  }

  /** A VM has these cards. */
  public void add(Vm vm, List<NicSettings> nics) {
    if (nics.isEmpty()) {
      return;
    }
    cards.plan(vm, nics);
    if (started) {
      connect(vm, nics);
    } else {
      connections.add(() -> connect(vm, nics));
    }
  }

  /** Whether what a card is to be on is in a host. */
  public boolean has(Subject host, NicSettings nic) {
    HostNetwork on = hosts.get(host.path());
    return on.has(nic.network().socket(on).owner());
  }

  private void connect(Vm vm, List<NicSettings> nics) {
    cards.connect(vm, nics, hosts.get(vm.physicalHost().subject().path()));
  }

  /** The network of which a card's address would be, as far as is known by now. */
  public Value.Network addresses(NicSettings nic, Subject host) {
    HostNetwork on = hosts.get(host.path());
    return on.addresses(nic.network().socket(on).owner())
        .orElseGet(() -> new Value.Network(gateway & Subnet.mask(prefix), prefix));
  }

  /** A VM has cards like another's, with addresses of its own (rules.md R25). */
  public void addLike(Vm other, Vm vm) {
    add(vm, cards.planned(other).stream().map(NicSettings::withoutAddresses).toList());
  }

  /** The router has another name or address; only before anything has used it. */
  public void route(String name, int address, int prefixLength) {
    router = new Router(world, name, address);
    gateway = address;
    prefix = prefixLength;
  }

  /** Whether the router can still be declared. */
  public boolean isRouterFree() {
    return router == null && !started;
  }

  /** The hosts' networks, in order of declaration. */
  public Collection<HostNetwork> hosts() {
    return Collections.unmodifiableCollection(hosts.values());
  }

  /** The network inside a host. */
  public HostNetwork host(Subject host) {
    return hosts.get(host.path());
  }

  /** What was declared, in order. */
  public Collection<Subject> declared() {
    return Collections.unmodifiableCollection(declared.values());
  }

  /** The physical switches: the one that is there by itself, then those that were declared. */
  public List<Switch> physicalSwitches() {
    List<Switch> all = new ArrayList<>(List.of(lan()));
    all.addAll(physical);
    return all;
  }

  /** The NAT devices that something has needed. */
  public List<NatDevice> natDevices() {
    return hosts.values().stream().filter(HostNetwork::hasNat).map(HostNetwork::nat).toList();
  }

  /** The physical switch that is there by itself. */
  public Switch lan() {
    if (lanSwitch == null) {
      lanSwitch = new Switch(world, LAN, SwitchSettings.PHYSICAL);
    }
    return lanSwitch;
  }

  /** The router. */
  public Router router() {
    if (router == null) {
      router = new Router(world, ROUTER, gateway);
    }
    return router;
  }

  /** Everything else. */
  public Internet internet() {
    if (internet == null) {
      internet = new Internet(world);
    }
    return internet;
  }

  /**
   * Declares a switch, or configures the one that is there by itself under the plan's name; empty
   * where something has used that already.
   */
  public Optional<Switch> declare(SwitchPlan plan) {
    Optional<Switch> made = plan.host().isPresent() ? ofHost(plan) : physical(plan);
    made.ifPresent(s -> wire(() -> plan.wire(s, this)));
    return made;
  }

  private Optional<Switch> ofHost(SwitchPlan plan) {
    HostNetwork on = hosts.get(plan.host().get().path());
    if (HostNetwork.isStandard(plan.name())) {
      return on.configure(plan.name(), plan.settings())
          ? Optional.of(on.standard(plan.name()))
          : Optional.empty();
    }
    Switch made = enter(new Switch(world, plan.name(), plan.settings()));
    on.add(made);
    return Optional.of(made);
  }

  private Optional<Switch> physical(SwitchPlan plan) {
    if (!plan.name().equals(LAN)) {
      Switch made = enter(new Switch(world, plan.name(), plan.settings()));
      physical.add(made);
      return Optional.of(made);
    } else if (lanSwitch != null) {
      return Optional.empty();
    }
    lanSwitch = new Switch(world, LAN, plan.settings());
    return Optional.of(lanSwitch);
  }

  /** Declares a port group. */
  public PortGroup declareGroup(String name, Switch on, int vlan, Security security) {
    PortGroup group = enter(new PortGroup(name, on, vlan, security));
    hosts.values().stream().filter(h -> h.switches().contains(on)).forEach(h -> h.add(group));
    return group;
  }

  /** Enters something that was declared. */
  private <S extends Subject> S enter(S what) {
    declared.put(what.path(), what);
    return what;
  }

  /** Wires something together as soon as the network is put together, before the VMs' cards. */
  private void wire(Runnable work) {
    if (started) {
      work.run();
    } else {
      wirings.add(work);
    }
  }

  /** Does something as soon as the hosts' own stacks are there. */
  void whenHostsAreThere(Runnable work) {
    if (started && hosts.values().stream().allMatch(h -> h.stack() != null)) {
      work.run();
    } else {
      adapters.add(work);
    }
  }

  /** Bits a second of the cables between what is no host. */
  long rate() {
    return rate;
  }

  /** Puts everything together that is there by now; later things join as they come. */
  public void start() {
    if (started) {
      return;
    }
    if (hosts.isEmpty()) {
      firstHost.run();
    }
    started = true;
    rate = fastest();
    lan = new Subnet(gateway, prefix, gateway, FIRST_GUEST, Integer.MAX_VALUE);
    router().serve(lan, rate);
    internet().join(router, lan, rate);
    wirings.forEach(Runnable::run);
    wirings.clear();
    hosts.values().forEach(h -> h.start(lan, lan()));
    if (router.port() == null) {
      router.plug(lan().numberedPort(Vlans.access(0)), rate);
    }
    adapters.forEach(Runnable::run);
    adapters.clear();
    connections.forEach(Runnable::run);
    connections.clear();
  }

  private long fastest() {
    return hosts.values().stream()
        .flatMap(h -> h.rates().stream())
        .mapToLong(Long::longValue)
        .max()
        .orElse(HostNetwork.USUAL_RATE);
  }

  /** The cards of a VM, in order; empty where it has none. */
  public List<VirtualNic> cards(Vm vm) {
    start();
    Guest guest = cards.guests().get(vm.path());
    return guest == null ? List.of() : guest.nics();
  }

  /** What happens to VMs as a whole, as far as the network sees it. */
  public Guests guests() {
    return new Guests(this, cards.guests(), hosts);
  }

  /** A host stops: nothing gets out of it or into it any more. */
  public Undertaking crash(Subject host) {
    start();
    Undertaking cause = new Undertaking();
    hosts.get(host.path()).crash(cause);
    return cause;
  }

  /** The NAT device of the host that a VM is on. */
  public NatDevice nat(Vm vm) {
    start();
    HostNetwork on = hosts.get(vm.physicalHost().subject().path());
    on.standard(HostNetwork.NAT);
    return on.nat();
  }

  /** The address of a VM behind a NAT device; empty where it has none there. */
  public Optional<Integer> addressBehind(NatDevice nat, Vm vm) {
    return cards(vm).stream()
        .map(VirtualNic::address)
        .filter(a -> a.subnet() == nat.inside())
        .map(a -> a.subnet().of(a.mac()))
        .filter(ip -> ip != Subnet.NONE)
        .findFirst();
  }

  /** Who an object is in the network; empty where it has no network card. */
  public Optional<Station> station(Subject who) {
    start();
    Guest guest = cards.guests().get(who.path());
    if (guest != null) {
      return Optional.of(Station.of(who, guest));
    }
    HostNetwork host = hosts.get(who.path());
    if (host != null) {
      return Optional.of(Station.of(who, host.stack()));
    }
    return who instanceof Talker talker ? Optional.of(talker.station()) : Optional.empty();
  }

  /** The world's only host, which is made if there is none yet; empty where there are several. */
  Optional<HostNetwork> onlyHost() {
    if (hosts.isEmpty()) {
      firstHost.run();
    }
    return several || hosts.size() > 1
        ? Optional.empty()
        : Optional.of(hosts.values().iterator().next());
  }

  /** The bridged switch of the world's only host; empty where there are several. */
  public Optional<Switch> onlyBridged() {
    return onlyHost().map(h -> h.standard(HostNetwork.BRIDGED));
  }

  /** The name of the router, made or not. */
  String routerName() {
    return router == null ? ROUTER : router.path();
  }

  /** Whether a VM has cards. */
  public boolean hasCards(String vm) {
    return cards.isPlanned(vm);
  }

  /** Whether something of this name was declared. */
  public boolean isDeclared(String name) {
    return declared.containsKey(name);
  }

  /** Something of the network by its path. */
  public Optional<Subject> find(String path) {
    Optional<Subject> known = Optional.ofNullable(declared.get(path));
    return known.isPresent() ? known : new Paths(this, hosts, cards.guests()).find(path);
  }
}
