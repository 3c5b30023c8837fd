package dev.vsim.commands.looking;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.PageState;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** {@code show page-table linux.init}: the textbook's page table. */
public final class ShowPageTable extends ForProcess {
  private static final Slot PROCESS = Slot.of("process", new Type.OfKind("process", "vm", "host"));
  private static final int SMALLEST_UNIT = 1024;
  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight");
  private static final Signature SIGNATURE =
      Signature.of("show")
          .on("process")
          .fixed("page-table")
          .optional(PROCESS)
          .doc(
              "Draws a process's page table: the pages that are or were in use, and those with a label.");

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
    if (process.ended()) {
      return new Outcome.Shown(List.of("page table of " + process.path() + ": it has ended"));
    }
    Table table = new Table("page table of " + process.path(), side(process), columns(process));
    rows(process).forEach(page -> table.row(row(process, page)));
    return new Outcome.Shown(table.lines());
  }

  /** The pages in use, and those that a scenario has named though nothing has touched them yet. */
  private static Set<Long> rows(Process process) {
    Set<Long> rows = new TreeSet<>(process.labelled());
    for (long page = process.nextUsed(0); page >= 0; page = process.nextUsed(page + 1)) {
      rows.add(page);
    }
    return rows;
  }

  /** The form: the page's size, how many levels, and where the tables lie if that can be seen. */
  static String side(Process process) {
    PagingForm form = process.table().form();
    String bytes = Printed.whole(form.pageSize(), Dimension.SIZE);
    String size = bytes + (form.pageSize() < SMALLEST_UNIT ? "-byte pages, " : " pages, ");
    String name = form == PagingForm.X86_64 ? "" : form.word() + ", ";
    String levels = NUMBERS.get(form.levels() - 1) + (form.levels() == 1 ? " level" : " levels");
    String root =
        process.table().isInMemory() ? ", from frame " + Printed.hex(process.table().root()) : "";
    return size + name + levels + root;
  }

  private static String[] columns(Process process) {
    List<String> columns =
        new ArrayList<>(List.of("Page", "Frame Number", "Valid", "Dirty", "Ref"));
    columns.addAll(List.of("Pres", "Swap"));
    if (process.hasLargePages()) {
      columns.add(1, "Size");
    }
    return columns.toArray(String[]::new);
  }

  private static String[] row(Process process, long page) {
    PageState state = process.page(page);
    List<String> cells = new ArrayList<>();
    cells.add(Looking.page(process, page));
    if (process.hasLargePages()) {
      long size = process.table().form().size(PageNumber.level(page));
      cells.add(Printed.whole(size, Dimension.SIZE));
    }
    cells.add(state.frame().isPresent() ? Printed.hex(state.frame().getAsInt()) : "–");
    cells.addAll(List.of(bit(state.valid()), bit(state.dirty()), bit(state.referenced())));
    cells.addAll(List.of(bit(state.present()), slot(state.slot())));
    return cells.toArray(String[]::new);
  }

  private static String bit(boolean set) {
    return set ? "1" : "0";
  }

  private static String slot(OptionalInt slot) {
    return slot.isPresent() ? Integer.toString(slot.getAsInt()) : "";
  }
}
