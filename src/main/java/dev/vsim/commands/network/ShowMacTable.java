package dev.vsim.commands.network;

import dev.vsim.machine.net.MacTable;
import dev.vsim.machine.net.Port;
import dev.vsim.machine.net.Switch;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;

/** {@code show mac-table vswitch0}: behind which port each address is. */
public final class ShowMacTable implements Command {
  private static final Slot SWITCH = Slot.of("switch", new Type.OfKind("switch"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("mac-table")
          .required(SWITCH)
          .doc("Draws the addresses that a switch has learned, and behind which port each is.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Switch of = (Switch) given.object(SWITCH);
    List<MacTable.Row> rows = of.addresses();
    boolean vlans = rows.stream().anyMatch(r -> r.vlan() != 0);
    List<String> heads = new ArrayList<>(List.of("MAC Address", "→", "Port", "Connected", "Age"));
    if (vlans) {
      heads.add(0, "VLAN");
    }
    Table table = new Table("MAC table of " + of.path(), side(of), heads.toArray(String[]::new));
    long now = setting.machine().clock().now();
    for (MacTable.Row row : rows) {
      Port port = of.port(row.port());
      List<String> cells =
          new ArrayList<>(
              List.of(
                  Printed.mac(row.mac()),
                  "→",
                  Shown.port(port.name()),
                  port.plugged().map(Subject::path).orElse("–"),
                  of.settings().learns() ? Shown.time(now - row.seen()) : "–"));
      if (vlans) {
        cells.add(0, row.vlan() == 0 ? "–" : Integer.toString(row.vlan()));
      }
      table.row(cells.toArray(String[]::new));
    }
    return new Outcome.Shown(table.lines());
  }

  private static String side(Switch of) {
    return of.settings().learns()
        ? "forgotten after " + Shown.time(of.settings().ageing())
        : "its own ports' addresses; it does not learn";
  }
}
