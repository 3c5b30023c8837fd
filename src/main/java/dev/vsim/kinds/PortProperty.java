package dev.vsim.kinds;

import dev.vsim.machine.net.SwitchPlan;
import dev.vsim.machine.net.Vlans;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code port 1 trunk [100, 200] esxi1.nic0 < native 1 >}: a port of a physical switch. */
final class PortProperty {
  private static final int LAST_PORT = 65_535;
  private static final Type VLAN = new Type.Whole(Dimension.COUNT, 1, Ethernet.LAST_VLAN);

  private final Slot number = Slot.of("number", new Type.Whole(Dimension.COUNT, 1, LAST_PORT));
  private final Slot mode = Slot.of("mode", Type.Words.of("a port's mode", "access", "trunk"));
  private final Slot vlans = Slot.of("vlans", new Type.Either(VLAN, new Type.ListOf(VLAN)));
  private final Slot peer = Slot.of("plugged", new Type.OfKind("nic", "router", "switch"));
  private final Slot untagged = Slot.of("vlan", VLAN);
  private final Signature nativeVlan =
      Signature.of("native")
          .required(untagged)
          .doc("The VLAN of a trunk's frames without a tag; without it they are dropped.");
  private final Signature signature =
      Signature.of("port")
          .required(number)
          .optional(mode)
          .optional(vlans)
          .optional(peer)
          .options(nativeVlan)
          .repeats()
          .doc(
              "A port of a physical switch: `access 100` carries one VLAN without tags, `trunk [100, 200]` several with theirs, without a word every VLAN; and what is plugged in: a host's card, a router, another physical switch.");

  Signature signature() {
    return signature;
  }

  /** What is wrong with the ports that a switch is given, if anything. */
  Optional<Outcome> problem(Arguments given) {
    Set<Long> before = new HashSet<>();
    for (Arguments one : given.options(signature)) {
      if (!before.add(one.number(number))) {
        return Optional.of(Outcome.wrongAt(number, NetProblem.PORT_TWICE, one.number(number)));
      }
      Optional<Outcome> problem = vlanProblem(one).or(() -> peerProblem(one));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<Outcome> vlanProblem(Arguments one) {
    boolean access = one.has(mode) && one.word(mode).equals("access");
    if (access && !(one.has(vlans) && one.value(vlans) instanceof Value.Whole)) {
      return unusable(mode, "an access port carries one VLAN", "write `access 100`");
    } else if (one.has(vlans) && !one.has(mode)) {
      return unusable(vlans, "the VLANs stand behind a mode", "write `trunk [100, 200]`");
    }
    return Optional.empty();
  }

  private static Optional<Outcome> unusable(Slot at, String what, String help) {
    return Optional.of(Outcome.wrongAt(at, ActionProblem.UNUSABLE_VALUE, what, help));
  }

  private Optional<Outcome> peerProblem(Arguments one) {
    if (!one.has(peer)) {
      return Optional.empty();
    }
    Subject what = one.object(peer);
    return SwitchPlan.isPluggable(what)
        ? Optional.empty()
        : Optional.of(Outcome.wrongAt(peer, NetProblem.NO_PLUG, what.path()));
  }

  /** The ports that a switch is given. */
  List<SwitchPlan.Plug> read(Arguments given) {
    List<SwitchPlan.Plug> ports = new ArrayList<>();
    for (Arguments one : given.options(signature)) {
      Optional<Subject> plugged = one.has(peer) ? Optional.of(one.object(peer)) : Optional.empty();
      ports.add(new SwitchPlan.Plug((int) one.number(number), carried(one), plugged));
    }
    return ports;
  }

  private Vlans carried(Arguments one) {
    if (!one.has(mode) || !one.has(vlans)) {
      return Vlans.ALL;
    } else if (one.word(mode).equals("access")) {
      return Vlans.access((int) one.number(vlans));
    }
    List<Integer> several = new ArrayList<>();
    if (one.value(vlans) instanceof Value.Items items) {
      items.items().forEach(v -> several.add((int) ((Value.Whole) v).amount()));
    } else {
      several.add((int) one.number(vlans));
    }
    return one.option(nativeVlan)
        .map(o -> Vlans.trunk(several, (int) o.number(untagged)))
        .orElseGet(() -> Vlans.trunk(several));
  }
}
