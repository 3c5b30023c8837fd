package dev.vsim.commands.looking;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.SwapArea;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code show swap}, {@code show swap linux}: whose copy is in which slot. */
public final class ShowSwap implements Command {
  private static final Slot OWNER = Slot.of("of", Looking.OWNER);
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("swap")
          .optional(OWNER)
          .doc("Draws the slots in use of a host's or VM's swap area.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Kernel kernel = Looking.kernel(given, OWNER, setting.machine());
    SwapArea swap = kernel.swap();
    String side = swap.used() + " of " + swap.total() + " slots in use";
    Table table =
        new Table(
            "swap of " + kernel.subject().path(), side, "Slot", "Process", "Page", "Resident too");
    for (int slot = swap.next(0); slot >= 0; slot = swap.next(slot + 1)) {
      Process process = kernel.swapOwner(slot);
      long page = kernel.swapPage(slot);
      boolean resident = process.page(page).present();
      table.row(
          Integer.toString(slot),
          process.path(),
          Looking.page(process, page),
          resident ? "yes" : "no");
    }
    return new Outcome.Shown(table.lines());
  }
}
