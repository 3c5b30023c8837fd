package dev.vsim.commands.network;

import dev.vsim.event.NetEvent.NatState;
import dev.vsim.machine.Machine;
import dev.vsim.machine.net.NatDevice;
import dev.vsim.machine.net.NatMapping;
import dev.vsim.machine.net.NatTable;
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

/** {@code show nat}: which inside address and port stands behind which outside port. */
public final class ShowNat implements Command {
  private static final Slot DEVICE = Slot.of("device", new Type.OfKind("nat"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("nat")
          .optional(DEVICE)
          .doc("Draws the table of a NAT device; of every host's where it does not say whose.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    List<String> lines = new ArrayList<>();
    for (NatDevice device : devices(given, setting.machine())) {
      lines.addAll(table(device, setting.machine().clock().now()).lines());
    }
    return new Outcome.Shown(lines);
  }

  private static List<NatDevice> devices(Arguments given, Machine machine) {
    machine.network().start();
    return given.has(DEVICE)
        ? List.of((NatDevice) given.object(DEVICE))
        : machine.network().natDevices();
  }

  private static Table table(NatDevice of, long now) {
    Table table =
        new Table(
            "NAT table of " + of.path(),
            "",
            "Internal IP:Port",
            "→",
            "External IP:Port",
            "State",
            "Expires");
    for (NatTable.Rule rule : of.table().rules()) {
      table.row(
          end(rule.insideIp(), rule.insidePort()),
          "→",
          end(of.outsideAddress(), rule.outsidePort()),
          "Forwarded",
          "never");
    }
    for (NatMapping one : of.table().mappings()) {
      table.row(
          end(one.insideIp(), one.insidePort()),
          "→",
          end(of.outsideAddress(), one.outsidePort()),
          one.state() == NatState.ACTIVE ? "Active" : "Closing",
          Shown.time(one.expiresAt() - now));
    }
    return table;
  }

  private static String end(int ip, int port) {
    return Printed.of(new Value.Endpoint(ip, port));
  }
}
