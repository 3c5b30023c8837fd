package dev.vsim.commands.looking;

import static java.util.stream.Collectors.joining;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.SwapArea;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Table;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;

/** {@code show swap}, {@code show swap linux}: whose copy is in which slot. */
public final class ShowSwap implements Command {
  private static final Slot OWNER = Slot.of("of", Looking.OWNER);
  private static final Signature SIGNATURE =
      Signature.of("show")
          .on("process")
          .fixed("swap")
          .optional(OWNER)
          .doc("Draws the slots in use of a host's or VM's swap area.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Kernel kernel = Looking.kernel(given, OWNER);
    SwapArea swap = kernel.swap();
    String side = swap.used() + " of " + swap.total() + " slots in use";
    Table table =
        new Table(
            "swap of " + kernel.subject().path(), side, "Slot", "Process", "Page", "Resident too");
    for (int slot = swap.next(0); slot >= 0; slot = swap.next(slot + 1)) {
      List<Subject> owners = kernel.swapOwners(slot);
      long page = kernel.swapPage(slot);
      int one = slot;
      List<Subject> resident = owners.stream().filter(p -> kernel.isResidentToo(one, p)).toList();
      table.row(
          Integer.toString(slot),
          paths(owners),
          Looking.page(owners.get(0), page),
          resident.isEmpty() ? "no" : resident.equals(owners) ? "yes" : paths(resident));
    }
    return new Outcome.Shown(table.lines());
  }

  private static String paths(List<Subject> owners) {
    return owners.stream().map(Subject::path).collect(joining(", "));
  }
}
