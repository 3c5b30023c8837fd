package dev.vsim.kinds;

import dev.vsim.machine.Machine;
import dev.vsim.machine.net.HostNetwork;
import dev.vsim.machine.net.MacTable;
import dev.vsim.machine.net.Network;
import dev.vsim.machine.net.PhysicalNic;
import dev.vsim.machine.net.Switch;
import dev.vsim.machine.net.SwitchPlan;
import dev.vsim.machine.net.SwitchSettings;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * {@code switch vswitch1 in esxi1 < uplink nic0; mtu 9000 >}: a virtual switch of a host, or
 * without one a physical switch.
 */
public final class SwitchKind implements Kind {
  private static final int LEAST_MTU = 68;

  private final Slot bytes =
      Slot.of("bytes", new Type.Whole(Dimension.SIZE, LEAST_MTU, SwitchSettings.JUMBO_MTU));
  private final Signature mtu =
      Signature.of("mtu")
          .required(bytes)
          .fallback("1500")
          .doc("The longest payload that it lets through, in bytes; lan0's is 9000.");
  private final Slot way = Slot.of("way", Type.Words.of("a way to learn", "on", "static"));
  private final Signature learning =
      Signature.of("learning")
          .required(way)
          .fallback("on")
          .doc(
              "Whether it learns behind which port an address is; `static`, as a vSphere standard switch, it knows its own ports' addresses only and sends the rest to its uplink.");
  private final Slot after = Slot.of("time", Types.DURATION);
  private final Signature ageing =
      Signature.of("ageing")
          .required(after)
          .fallback("300s")
          .doc("How long an address is known after it was last seen as a source.");
  private final Slot cards = Slot.list("card", new Type.NewName());
  private final Signature uplink =
      Signature.of("uplink")
          .required(cards)
          .doc(
              "The host's card that joins it to the physical network; of several the first whose link is up carries everything. An uplink serves one switch.");
  private final Slot ownStack = Slot.of("state", Types.SWITCH);
  private final Signature host =
      Signature.of("host")
          .required(ownStack)
          .fallback("off")
          .doc("Whether the host's own stack has an adapter on it.");
  private final PortProperty port = new PortProperty();
  private final SecurityProperties security = new SecurityProperties();
  private final Signature signature =
      Signature.of("switch")
          .options(mtu, learning, ageing, uplink, host)
          .options(security.signatures())
          .options(port.signature())
          .doc(
              "A switch: a host's virtual one, or without a host a physical one. vswitch0, vmnet1 and vmnet8 of each host and the physical lan0 are there by default; a declaration under their name configures them.");

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public List<String> owners() {
    return List.of("host");
  }

  @Override
  public List<String> always(boolean severalHosts) {
    return severalHosts
        ? List.of(Network.LAN)
        : List.of(Network.LAN, HostNetwork.BRIDGED, HostNetwork.NAT, HostNetwork.HOST_ONLY);
  }

  @Override
  public List<Child> children() {
    return List.of(new Child(HostNetwork.DHCP, "nic"));
  }

  @Override
  public boolean isOfEachHost(String name) {
    return HostNetwork.isStandard(name);
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        Attribute.of(
            "mac-table",
            "Behind which port each address is: a map from addresses to ports; an address that is in several VLANs stands for its first.",
            s -> table((Switch) s)),
        count("forwarded", "Frames that went to one port.", Switch::forwarded),
        count("flooded", "Frames that went to every other port.", Switch::flooded),
        count("dropped", "Frames that ended in it.", Switch::dropped),
        count("ports", "How many ports it has.", s -> s.ports().size()),
        Attribute.of(
            "mtu",
            "The longest payload that it lets through.",
            s -> new Value.Whole(((Switch) s).settings().mtu(), Dimension.SIZE)));
  }

  private static Attribute count(String name, String doc, ToLongFunction<Switch> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong((Switch) s)));
  }

  private static Value table(Switch of) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (MacTable.Row row : of.addresses()) {
      entries.putIfAbsent(new Value.Mac(row.mac()), port(of.port(row.port()).name()));
    }
    return Value.Entries.of(entries);
  }

  /** A port's number, or its name as a word. */
  static Value port(String name) {
    return Character.isDigit(name.charAt(0))
        ? new Value.Whole(Long.parseLong(name))
        : new Value.Text(name);
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    Machine machine = setting.machine();
    String name = declaration.name();
    Arguments given = declaration.given();
    if (machine.isTaken(name)) {
      return Outcome.wrong(ActionProblem.DECLARED_TWICE, name);
    }
    boolean virtual =
        declaration.owner().isPresent()
            || HostNetwork.isStandard(name)
            || given.option(uplink).isPresent()
            || given.option(host).isPresent();
    Optional<Subject> on = declaration.owner().or(() -> virtual ? only(machine) : Optional.empty());
    if (virtual && on.isEmpty()) {
      return Outcome.wrong(NetProblem.WHICH_HOST, name);
    }
    return port.problem(given)
        .or(() -> on.flatMap(h -> uplinkProblem(given, machine, h)))
        .orElseGet(() -> declare(name, on, given, machine));
  }

  private static Optional<Subject> only(Machine machine) {
    Subject first = machine.host();
    return machine.hosts().size() == 1 ? Optional.of(first) : Optional.empty();
  }

  private Outcome declare(String name, Optional<Subject> on, Arguments given, Machine machine) {
    List<PhysicalNic> uplinks =
        on.map(h -> uplinks(given, machine.network().host(h))).orElse(List.of());
    SwitchPlan plan =
        new SwitchPlan(
            name,
            on,
            settings(name, given),
            uplinks,
            given.option(host).map(o -> o.isOn(ownStack)).orElse(false),
            port.read(given));
    return machine.network().declare(plan).isPresent()
        ? Outcome.DONE
        : Outcome.wrong(ActionProblem.USED_BEFORE, name);
  }

  private SwitchSettings settings(String name, Arguments given) {
    SwitchSettings usual =
        name.equals(Network.LAN) ? SwitchSettings.PHYSICAL : SwitchSettings.DEFAULT;
    return new SwitchSettings(
        given.option(mtu).map(o -> (int) o.number(bytes)).orElse(usual.mtu()),
        given.option(learning).map(o -> o.word(way).equals("on")).orElse(true),
        given.option(ageing).map(o -> o.number(after)).orElse(usual.ageing()),
        security.read(given, usual.security()));
  }

  private List<String> cardNames(Arguments given) {
    List<String> names = new ArrayList<>();
    given
        .option(uplink)
        .ifPresent(
            o -> {
              for (int i = 0; i < o.count(cards); i++) {
                names.add(o.word(cards, i));
              }
            });
    return names;
  }

  private List<PhysicalNic> uplinks(Arguments given, HostNetwork on) {
    List<PhysicalNic> found = new ArrayList<>();
    for (String name : cardNames(given)) {
      on.nics().stream().filter(n -> isCalled(n, name)).forEach(found::add);
    }
    return found;
  }

  private static boolean isCalled(PhysicalNic nic, String name) {
    return nic.path().endsWith("." + name);
  }

  private Optional<Outcome> uplinkProblem(Arguments given, Machine machine, Subject on) {
    List<PhysicalNic> there = machine.network().host(on).nics();
    for (String name : cardNames(given)) {
      if (there.stream().noneMatch(n -> isCalled(n, name))) {
        String known =
            there.size() == 1 ? "it has nic0" : "it has nic0 to nic" + (there.size() - 1);
        return Optional.of(Outcome.wrongAt(cards, NetProblem.NO_SUCH_CARD, on.path(), name, known));
      }
    }
    return Optional.empty();
  }
}
