package dev.vsim.machine.memory;

import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.TableFrames;
import java.util.Map;
import java.util.OptionalInt;

/** Follows what was written into memory where the tables of a process lie. */
final class TableReading {
  private final Process process;
  private final Kernel kernel;
  private final PageTable table;
  private final EntryFormat entries;

  TableReading(Process process) {
    this.process = process;
    this.kernel = process.kernel();
    this.table = process.table();
    this.entries = table.form().entries();
  }

  /**
   * Makes the process's pages what its tables in memory say.
   *
   * @return a frame that an entry points to and cannot have: it serves something else, or is not
   *     there
   */
  OptionalInt follow() {
    Map<Long, Long> now = table.inMemory();
    forget(now);
    for (Map.Entry<Long, Long> one : now.entrySet()) {
      if (changed(one.getKey(), one.getValue()) && !take(one.getKey(), one.getValue())) {
        return OptionalInt.of(entries.frame(one.getValue()));
      }
    }
    return OptionalInt.empty();
  }

  private boolean changed(long place, long entry) {
    return entries.word(table.at(place)) != entries.word(entry);
  }

  private void forget(Map<Long, Long> now) {
    for (long page = table.next(0); page >= 0; page = table.next(page + 1)) {
      if (changed(page, now.getOrDefault(page, 0L))) {
        forget(page);
      }
    }
    for (long place = table.nextTable(0); place >= 0; place = table.nextTable(place + 1)) {
      if (changed(place, now.getOrDefault(place, 0L))) {
        table.dropTable(place);
      }
    }
  }

  /**
   * The page is gone, and what is in its frames stays: whoever wrote the table did not write them.
   */
  private void forget(long page) {
    long entry = table.at(page);
    int count = entries.present(entry) ? table.form().frames(page) : 0;
    byte[][] kept = new byte[count][];
    for (int i = 0; i < count; i++) {
      kept[i] = kernel.memory().take(entries.frame(entry) + i);
    }
    process.mappings().forget(page);
    for (int i = 0; i < count; i++) {
      kernel.memory().put(entries.frame(entry) + i, kept[i]);
    }
  }

  private boolean take(long place, long entry) {
    if (!entries.present(entry)) {
      table.put(place, entry);
      return true;
    }
    int frame = entries.frame(entry);
    if (table.leadsOn(place, entry)) {
      boolean free =
          process.tableFrames().claim(frame, table.tableFrames(place)) != TableFrames.NONE;
      table.put(place, entry);
      return free;
    }
    int count = table.form().frames(place);
    if (!kernel.frames().allFree(frame, count)) {
      return false;
    }
    kernel.frames().take(frame, process.id(), place, count);
    kernel.install(process, place, frame, entry);
    return true;
  }
}
