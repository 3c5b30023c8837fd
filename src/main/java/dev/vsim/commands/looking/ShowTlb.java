package dev.vsim.commands.looking;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/**
 * {@code show tlb}, {@code show tlb linux}: the cached translations, set by set, the last used
 * first.
 */
public final class ShowTlb implements Command {
  private static final Slot OWNER = Slot.of("of", Looking.OWNER);
  private static final Signature SIGNATURE =
      Signature.of("show")
          .on("process")
          .fixed("tlb")
          .optional(OWNER)
          .doc("Draws the translations that a TLB holds, set by set, in each the last used first.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Kernel kernel = Looking.kernel(given, OWNER);
    Tlb tlb = kernel.tlb();
    String side =
        tlb.settings().entries()
            + " entries, "
            + tlb.settings().ways()
            + " ways; hits "
            + tlb.hits()
            + ", misses "
            + tlb.misses();
    Table table =
        new Table(
            "TLB of " + kernel.subject().path(), side, "Set", "Process", "Page", "Frame", "Dirty");
    for (Tlb.Row row : tlb.rows()) {
      Process process = kernel.process(row.space());
      table.row(
          Integer.toString(row.set()),
          process.path(),
          Looking.page(process, row.page()),
          Printed.hex(row.hostFrame()),
          row.dirty() ? "1" : "0");
    }
    return new Outcome.Shown(table.lines());
  }
}
