package dev.vsim.commands.network;

import static java.util.stream.Collectors.joining;

import dev.vsim.machine.net.HostNetwork;
import dev.vsim.machine.net.Network;
import dev.vsim.machine.net.Nic;
import dev.vsim.machine.net.PhysicalNic;
import dev.vsim.machine.net.Port;
import dev.vsim.machine.net.PortGroup;
import dev.vsim.machine.net.Switch;
import dev.vsim.machine.net.VirtualNic;
import dev.vsim.machine.net.Vlans;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code show topology}: what is plugged into what. */
public final class ShowTopology implements Command {
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("topology")
          .doc("Draws the network as a tree: the physical one, and each host with its switches.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Network network = setting.machine().network();
    network.start();
    Branches root = new Branches("network");
    Branches internet = root.add(network.internet().path());
    internet.add(network.router().path() + address(network.router().lan()));
    network.physicalSwitches().forEach(s -> physical(root, s));
    network.hosts().forEach(h -> host(root, h));
    return new Outcome.Shown(root.lines());
  }

  private static void physical(Branches root, Switch one) {
    Branches branch = root.add(one.path() + ", physical");
    one.ports().forEach(port -> branch.add(port(port)));
  }

  private static void host(Branches root, HostNetwork host) {
    Branches branch = root.add("host " + host.host().path());
    for (PhysicalNic nic : host.nics()) {
      branch.add(card(nic));
    }
    host.switches().forEach(s -> virtual(branch, s));
  }

  private static String card(PhysicalNic nic) {
    String far =
        nic.far().map(p -> "to port " + p.name() + " of " + p.owner().path()).orElse("no cable");
    String rate = Printed.whole(nic.rate(), Dimension.RATE);
    return nic.path() + ", " + rate + ", " + far + (nic.isUp() ? "" : ", link down");
  }

  private static void virtual(Branches host, Switch one) {
    Branches branch = host.add(one.path());
    Map<PortGroup, Branches> groups = new LinkedHashMap<>();
    List<Port> named = new ArrayList<>();
    for (Port port : one.ports()) {
      Optional<PortGroup> group = group(port);
      if (group.isPresent()) {
        groups.computeIfAbsent(group.get(), g -> branch.add(text(g))).add(port(port));
      } else {
        named.add(port);
      }
    }
    named.forEach(port -> branch.add(port(port)));
  }

  private static Optional<PortGroup> group(Port port) {
    return port.plugged()
        .filter(p -> p instanceof VirtualNic)
        .flatMap(p -> ((VirtualNic) p).group());
  }

  private static String text(PortGroup group) {
    String vlan =
        switch (group.vlan()) {
          case 0 -> "no VLAN";
          case PortGroup.TRUNK -> "every VLAN";
          default -> "VLAN " + group.vlan();
        };
    return "port group " + group.path() + ", " + vlan;
  }

  private static String port(Port port) {
    String vlans = text(port.vlans());
    boolean plain = vlans.isEmpty() || !Character.isDigit(port.name().charAt(0));
    String carried = plain || group(port).isPresent() ? "" : " (" + vlans + ")";
    String what = port.plugged().map(p -> "  " + plugged(p)).orElse("  –");
    return "port " + port.name() + carried + what + (port.isUp() ? "" : ", link down");
  }

  /** {@code access 100}, {@code trunk 100, 200 native}, or nothing for frames without a tag. */
  private static String text(Vlans vlans) {
    if (vlans.isEvery()) {
      return "every VLAN";
    } else if (!vlans.isTrunk()) {
      return vlans.untagged() == 0 ? "" : "access " + vlans.untagged();
    }
    return vlans.several().stream()
        .map(v -> v == vlans.untagged() ? v + " native" : Integer.toString(v))
        .collect(joining(", ", "trunk ", ""));
  }

  private static String plugged(Subject what) {
    return what instanceof Nic nic ? nic.path() + address(nic) : what.path();
  }

  private static String address(Nic nic) {
    StringBuilder text = new StringBuilder();
    for (Value one : List.of(nic.mac(), nic.ip())) {
      if (one != Value.None.NONE) {
        text.append("  ").append(one.print());
      }
    }
    return text.toString();
  }
}
