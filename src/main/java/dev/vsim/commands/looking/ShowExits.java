package dev.vsim.commands.looking;

import dev.vsim.event.EventField;
import dev.vsim.event.ExitReason;
import dev.vsim.machine.virt.Vendor;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code show exits linux}: why and how often a VM has left the guest. */
public final class ShowExits implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("exits")
          .required(VM)
          .doc("Draws why and how often a VM has exited to its hypervisor.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    String traps = vm.traps() == 0 ? "" : ", " + vm.traps() + " traps without hardware help";
    Table table =
        new Table(
            "exits of " + vm.path(), vm.exits() + " in all" + traps, "Reason", "Number", "Count");
    for (ExitReason reason : ExitReason.values()) {
      if (vm.exits(reason) > 0) {
        table.row(EventField.word(reason), number(vm, reason), Long.toString(vm.exits(reason)));
      }
    }
    return new Outcome.Shown(table.lines());
  }

  /** As manuals have it: Intel's in decimal, AMD's in hex. */
  private static String number(Vm vm, ExitReason reason) {
    Vendor vendor = vm.settings().hardware().vendor();
    int number = vendor.number(reason, 0);
    return vendor == Vendor.AMD ? Printed.hex(number) : Integer.toString(number);
  }
}
