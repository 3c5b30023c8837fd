package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/** The walk of a processor that runs on its own: one table a level. */
public final class NativeWalk implements Walker {
  private static final EventKind WALK = EventKind.of(MemoryEvent.Walk.class);

  private final Clock clock;
  private final Journal journal;
  private final long step;

  public NativeWalk(World world, Costs costs) {
    this.clock = world.clock();
    this.journal = world.journal();
    this.step = costs.of(Cost.WALK_STEP);
  }

  @Override
  public End walk(Process process, long va, Op op, Translation found) {
    PageTable table = process.table();
    PagingForm form = table.form();
    EntryFormat entries = form.entries();
    long page = process.pageAt(va);
    long entry = table.entry(page);
    boolean present = entries.present(entry);
    read(process, page, table.walkLength(page, present));
    if (!present || !entries.allows(entry, op.ordinal())) {
      return found.fault(present);
    }
    long used = entries.used(entry, op.ordinal());
    int frame = entries.frame(entry);
    if (used != entry) {
      table.update(page, used);
      process.noteUse(frame, op);
    }
    if (!table.tablesUsed(page)) {
      table.useTables(page);
    }
    int grants = entries.grants(used);
    return found.done(page, frame, frame, Tlb.rights(entries.withoutWalk(used, grants), grants));
  }

  @Override
  public int cachedLevel(int level) {
    return level;
  }

  @Override
  public MemoryEvent.Translate translate(Process process, long va, long pa, long hostPa) {
    return MemoryEvent.Translate.onHost(process, va, pa);
  }

  private void read(Process process, long page, int tables) {
    clock.advance(tables * step);
    process.countWalk(tables);
    if (journal.wants(WALK)) {
      PageTable table = process.table();
      int levels = table.form().levels();
      for (int level = levels; level > levels - tables; level--) {
        int index = table.form().index(level, page);
        long word = process.word(table.entry(level, page));
        journal.accept(new MemoryEvent.Walk(process, level, index, word, null));
      }
    }
  }
}
