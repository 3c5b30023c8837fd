package dev.vsim.commands.looking;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;

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
    boolean sizes = tlb.rows().stream().anyMatch(row -> PageNumber.isLarge(row.page()));
    Table table = new Table("TLB of " + kernel.subject().path(), side, columns(sizes));
    tlb.rows().forEach(row -> table.row(row(kernel, row, sizes)));
    return new Outcome.Shown(table.lines());
  }

  private static String[] columns(boolean sizes) {
    List<String> columns = new ArrayList<>(List.of("Set", "Process", "Page", "Frame", "Dirty"));
    if (sizes) {
      columns.add(3, "Size");
    }
    return columns.toArray(String[]::new);
  }

  private static String[] row(Kernel kernel, Tlb.Row row, boolean sizes) {
    Process process = kernel.process(row.space());
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(row.set()));
    cells.add(process.path());
    cells.add(Looking.page(process, row.page()));
    if (sizes) {
      long size = process.table().form().size(PageNumber.level(row.page()));
      cells.add(Printed.whole(size, Dimension.SIZE));
    }
    cells.add(Printed.hex(row.hostFrame()));
    cells.add(row.dirty() ? "1" : "0");
    return cells.toArray(String[]::new);
  }
}
