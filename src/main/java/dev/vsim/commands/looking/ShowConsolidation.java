package dev.vsim.commands.looking;

import dev.vsim.machine.Host;
import dev.vsim.machine.HostUse;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;

/** {@code show consolidation}: a host's VMs as servers of their own, and as what they are. */
public final class ShowConsolidation implements Command {
  private static final int PER_CENT = 100;

  /** Percentages and watts have two decimals. */
  private static final double PLACES = 100;

  private static final String NOTHING = "–";
  private static final Slot HOST = Slot.of("host", new Type.OfKind("host"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("consolidation")
          .optional(HOST)
          .doc(
              "Draws what the VMs on a host would take each on a machine of its own like the host, and what they take"
                  + " together on it: utilization, overhead, ready time, power, rack space (rule R38).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Host host = given.has(HOST) ? (Host) given.object(HOST) : setting.machine().host();
    HostUse use = HostUse.of(host);
    int servers = use.vms().size();
    Table table =
        new Table(
            "consolidation on " + host.path(),
            servers + " to 1",
            "Server",
            "Utilization",
            "Overhead",
            "Load",
            "Ready",
            "Memory Overhead",
            "Power",
            "Rack");
    int units = host.settings().chassis().units();
    double before = 0;
    double parts = 0;
    for (Vm vm : use.vms()) {
      double alone = use.part(vm);
      parts += alone;
      before += use.powerAlone(vm);
      row(table, vm.path() + " alone", alone, use.powerAlone(vm), units);
    }
    if (servers > 0) {
      row(table, "before: " + servers, parts / servers, before, servers * units);
    }
    after(table, host, use, units);
    List<String> lines = new ArrayList<>(table.lines());
    double saved = before - use.power();
    if (saved > 0) {
      lines.add(
          "saved: "
              + watts(saved)
              + ", "
              + part(saved / before)
              + ", and "
              + (servers - 1) * units
              + "U");
    }
    return new Outcome.Shown(lines);
  }

  private static void row(Table table, String name, double load, double power, int units) {
    table.row(name, part(load), NOTHING, part(load), NOTHING, NOTHING, watts(power), units + "U");
  }

  private static void after(Table table, Host host, HostUse use, int units) {
    table.row(
        "after: " + host.path(),
        part(use.utilization()),
        part(use.overhead()),
        part(use.load()),
        part(use.ready()),
        Printed.whole(use.memoryOverhead(), Dimension.SIZE),
        watts(use.power()),
        units + "U");
  }

  private static String part(double share) {
    return Printed.real(Math.rint(share * PER_CENT * PLACES) / PLACES) + "%";
  }

  private static String watts(double power) {
    return Printed.of(new Value.Real(Math.rint(power * PLACES) / PLACES, Dimension.POWER));
  }
}
