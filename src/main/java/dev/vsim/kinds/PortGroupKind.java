package dev.vsim.kinds;

import dev.vsim.machine.Machine;
import dev.vsim.machine.net.PortGroup;
import dev.vsim.machine.net.Security;
import dev.vsim.machine.net.Switch;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;
import java.util.Optional;

/** {@code port-group prod on vswitch1 < vlan 200 >}: ports of a virtual switch that are alike. */
public final class PortGroupKind implements Kind {
  private final Slot number = Slot.of("vlan", new Type.Whole(Dimension.COUNT, 0, PortGroup.TRUNK));
  private final Signature vlan =
      Signature.of("vlan")
          .required(number)
          .fallback("0")
          .doc(
              "0: frames without a tag; 1 to 4094: that VLAN, the tag being put on at the uplink; 4095: every VLAN, and the guest sees the tags.");
  private final SecurityProperties security = new SecurityProperties();
  private final Signature signature =
      Signature.of("port-group")
          .options(vlan)
          .options(security.signatures())
          .doc("Ports of a virtual switch that are alike, for `nic vmxnet3 NAME`.");

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public List<String> owners() {
    return List.of("switch");
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        Attribute.of("vlan", "Its VLAN number.", s -> new Value.Whole(((PortGroup) s).vlan())),
        Attribute.of(
            "switch",
            "The switch that it is on.",
            s -> new Value.Thing("switch", ((PortGroup) s).owner())));
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    Machine machine = setting.machine();
    Arguments given = declaration.given();
    if (machine.isTaken(declaration.name())) {
      return Outcome.wrong(ActionProblem.DECLARED_TWICE, declaration.name());
    }
    Optional<Switch> on =
        declaration.owner().map(o -> (Switch) o).or(() -> machine.network().onlyBridged());
    if (on.isEmpty()) {
      return Outcome.wrong(
          ActionProblem.UNUSABLE_VALUE,
          "with several hosts a port group must be said to be on a switch",
          "write `port-group " + declaration.name() + " on SWITCH < … >`");
    }
    if (machine.network().physicalSwitches().contains(on.get())) {
      return Outcome.wrong(NetProblem.NO_PORT_GROUPS, on.get().path());
    }
    Security usual = on.get().settings().security();
    machine
        .network()
        .declareGroup(
            declaration.name(),
            on.get(),
            given.option(vlan).map(o -> (int) o.number(number)).orElse(0),
            security.read(given, usual));
    return Outcome.DONE;
  }
}
