package dev.vsim.commands.looking;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.PageState;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalInt;

/** {@code show page-table linux.init}: the textbook's page table. */
public final class ShowPageTable extends ForProcess {
  private static final Slot PROCESS = Slot.of("process", new Type.OfKind("process", "vm", "host"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .on("process")
          .fixed("page-table")
          .optional(PROCESS)
          .doc("Draws a process's page table: the pages that are or were in use.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  /** Looking at a process asks nothing of who would act. */
  @Override
  protected boolean needsLife() {
    return false;
  }

  @Override
  protected Outcome act(Process actor, Arguments given, Setting setting) {
    Process process = given.has(PROCESS) ? Looking.process(given.object(PROCESS)) : actor;
    String pages =
        Printed.whole(process.kernel().settings().paging().pageSize(), Dimension.SIZE)
            + " pages, four levels";
    Table table =
        new Table(
            "page table of " + process.path(),
            pages,
            "Page",
            "Frame Number",
            "Valid",
            "Dirty",
            "Ref",
            "Pres",
            "Swap");
    for (long page = process.nextUsed(0); page >= 0; page = process.nextUsed(page + 1)) {
      row(table, process, process.page(page));
    }
    return new Outcome.Shown(table.lines());
  }

  private static void row(Table table, Process process, PageState page) {
    table.row(
        Looking.page(process, page.page()),
        page.frame().isPresent() ? Printed.hex(page.frame().getAsInt()) : "–",
        bit(page.valid()),
        bit(page.dirty()),
        bit(page.referenced()),
        bit(page.present()),
        slot(page.slot()));
  }

  private static String bit(boolean set) {
    return set ? "1" : "0";
  }

  private static String slot(OptionalInt slot) {
    return slot.isPresent() ? Integer.toString(slot.getAsInt()) : "";
  }
}
