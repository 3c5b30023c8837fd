package dev.vsim.commands.looking;

import dev.vsim.event.EventField;
import dev.vsim.event.MemoryEvent.WalkTable;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.Ept;
import dev.vsim.machine.virt.Vm;
import dev.vsim.text.Numerals;
import dev.vsim.value.Printed;
import dev.vsim.value.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A walk as people read it: each entry in a row, what it is of, and where it leads. */
final class DrawnWalk {
  private final Process process;
  private final long va;
  private final Optional<Vm> vm;
  private final List<String[]> rows = new ArrayList<>();
  private String end = "";

  DrawnWalk(Process process, long va) {
    this.process = process;
    this.va = va;
    this.vm =
        process.kernel().subject() instanceof Vm guest ? Optional.of(guest) : Optional.empty();
  }

  List<String> lines() {
    if (vm.isPresent() && vm.get().shadows().isPresent()) {
      Optional<PageTable> shadow = vm.get().shadows().get().find(process);
      if (shadow.isEmpty()) {
        return List.of(title() + ": none, since the process has no shadow yet");
      }
      tables(shadow.get(), shadow.get().form().page(va), EventField.word(WalkTable.SHADOW), false);
    } else {
      boolean nested = vm.isPresent();
      String name = nested ? EventField.word(WalkTable.GUEST) : "page table";
      tables(process.table(), process.pageAt(va), name, nested);
    }
    String side = Numerals.count(rows.size(), "entry", "entries") + " to read";
    Table table = new Table(title(), side, "Step", "Table", "Level", "Index", "Entry", "Leads to");
    rows.forEach(table::row);
    List<String> lines = new ArrayList<>(table.lines());
    lines.add(end);
    return lines;
  }

  private String title() {
    return "walk of " + process.path() + " for " + Printed.hex(va);
  }

  /** The entries of one table, level by level, each found through the EPT where there is one. */
  private void tables(PageTable table, long page, String name, boolean nested) {
    PagingForm form = table.form();
    EntryFormat entries = form.entries();
    int last = PageNumber.level(page);
    for (int level = form.levels(); level >= last; level--) {
      if (nested && !throughEpt(table.frameOf(level, page), "its table")) {
        return;
      }
      long entry = table.entry(level, page);
      boolean present = entries.present(entry);
      boolean leaf = level == last;
      String to = present ? (leaf ? "page" : "table") + " in frame " : "nothing";
      long frame = entries.frame(entry);
      step(name, level, form.index(level, page), process.word(entry), to, present ? frame : -1);
      if (!present) {
        end = "not present: a page fault";
        return;
      }
    }
    long within = form.page(va) - form.first(page);
    int frame = (int) (entries.frame(table.entry(page)) + within);
    if (!nested || throughEpt(frame, "the page")) {
      long offset = form.offset(va);
      int there = nested ? vm.orElseThrow().walkedEpt().hostFrame(frame) : frame;
      end = "physical address " + Printed.hex((long) there << form.offsetBits() | offset);
    }
  }

  /** Whether the EPT leads from a guest's frame to one of the host's. */
  private boolean throughEpt(int guestFrame, String what) {
    Ept ept = vm.orElseThrow().walkedEpt();
    PageTable table = ept.table();
    EntryFormat entries = table.form().entries();
    int last = PageNumber.level(ept.place(guestFrame));
    for (int level = ept.levels(); level >= last; level--) {
      long entry = table.entry(level, guestFrame);
      boolean present = entries.present(entry);
      String to = present ? level == last ? "host frame " : "table in frame " : "nothing";
      int frame = level == last ? ept.hostFrame(guestFrame) : entries.frame(entry);
      int index = table.form().index(level, guestFrame);
      step(EventField.word(WalkTable.EPT), level, index, entry, to, present ? frame : -1);
      if (!present) {
        end = "nothing behind " + what + ": an EPT violation";
        return false;
      }
    }
    return true;
  }

  private void step(String table, int level, int index, long entry, String to, long frame) {
    rows.add(
        new String[] {
          Integer.toString(rows.size() + 1),
          table,
          Integer.toString(level),
          Integer.toString(index),
          Printed.hex(entry),
          frame < 0 ? to : to + Printed.hex(frame)
        });
  }
}
