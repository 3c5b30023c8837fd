package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.MemoryEvent.WalkTable;
import dev.vsim.event.Op;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.Translation;
import dev.vsim.machine.memory.Walker;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/**
 * The two-dimensional walk: each of the guest's tables is itself read through the EPT, and so is
 * the page in the end, (g + 1)(h + 1) − 1 references in all (Bhargava et al., ASPLOS 2008).
 */
final class NestedWalk implements Walker {
  private static final EventKind WALK = EventKind.of(MemoryEvent.Walk.class);
  private static final EventKind RETRY = EventKind.of(MemoryEvent.Retry.class);
  private static final EntryFormat EPT_ENTRIES = EntryFormat.EPT;

  private final Ept ept;
  private final Hypervisor hypervisor;
  private final boolean tablesAreBacked;
  private final Clock clock;
  private final Journal journal;
  private final long step;
  private final long lookUp;

  /**
   * @param tablesAreBacked whether each of the guest's tables has a frame of the host behind it
   *     from the start; else a walk may find one that has none
   */
  NestedWalk(Ept ept, Hypervisor hypervisor, boolean tablesAreBacked, World world, Costs costs) {
    this.ept = ept;
    this.hypervisor = hypervisor;
    this.tablesAreBacked = tablesAreBacked;
    this.clock = world.clock();
    this.journal = world.journal();
    this.step = costs.of(Cost.WALK_STEP);
    this.lookUp = costs.of(Cost.TLB_HIT);
  }

  @Override
  public End walk(Process process, long va, Op op, Translation found) {
    PageTable table = process.table();
    PagingForm form = table.form();
    EntryFormat entries = form.entries();
    long page = process.pageAt(va);
    int within = (int) (form.page(va) - form.first(page));
    while (true) {
      long entry = table.entry(page);
      boolean present = entries.present(entry);
      int tables = table.walkLength(page, present);
      if (!tablesAreBacked && backTables(process, va, page, tables)) {
        continue;
      }
      readGuest(process, page, tables);
      if (!present || !entries.allows(entry, op.ordinal())) {
        return found.fault(present);
      }
      int guestFrame = entries.frame(entry) + within;
      long backing = ept.entry(guestFrame);
      readEpt(
          process,
          guestFrame,
          EPT_ENTRIES.present(backing) ? ept.levels() : ept.table().walkLength(guestFrame));
      if (EPT_ENTRIES.allows(backing, op.ordinal())) {
        return use(process, page, within, op, found);
      }
      if (!hypervisor.violation(va, (long) guestFrame << form.offsetBits() | form.offset(va), op)) {
        return End.NO_HOST_MEMORY;
      }
      retry(process, va);
    }
  }

  /** A guest's large page is backed by ordinary ones of the host. */
  @Override
  public boolean splinters() {
    return true;
  }

  @Override
  public MemoryEvent.Translate translate(Process process, long va, long pa, long hostPa) {
    return MemoryEvent.Translate.inGuest(process, va, pa, hostPa);
  }

  /**
   * Sets A and D in both dimensions; the processor reads guest tables as if it wrote them (SDM 3C
   * 28.3.5).
   */
  private End use(Process process, long page, int within, Op op, Translation found) {
    PageTable table = process.table();
    EntryFormat entries = table.form().entries();
    long entry = table.entry(page);
    long used = entries.used(entry, op.ordinal());
    if (used != entry) {
      table.update(page, used);
      process.noteUse(entries.frame(entry), op);
    }
    int frame = entries.frame(entry) + within;
    ept.use(frame, op.ordinal());
    if (!table.tablesUsed(page)) {
      useTables(table, page);
    }
    long backing = ept.entry(frame);
    int grants = entries.grants(used);
    int both =
        EPT_ENTRIES.withoutWalk(
            backing, entries.withoutWalk(used, grants & EPT_ENTRIES.grants(backing)));
    return found.done(frame, EPT_ENTRIES.frame(backing), Tlb.rights(both, grants));
  }

  private void useTables(PageTable table, long page) {
    table.useTables(page);
    for (int level = table.form().levels(); level >= PageNumber.level(page); level--) {
      ept.use(table.frameOf(level, page), Op.WRITE.ordinal());
    }
  }

  /** The first of so many tables that nothing is behind stops the walk; says whether one did. */
  private boolean backTables(Process process, long va, long page, int tables) {
    PageTable table = process.table();
    int levels = table.form().levels();
    for (int read = 0; read < tables; read++) {
      int frame = table.frameOf(levels - read, page);
      if (!ept.backs(frame)) {
        readGuest(process, page, read);
        readEpt(process, frame, ept.table().walkLength(frame));
        hypervisor.tableViolation(va, table.addressOf(levels - read, page));
        retry(process, va);
        return true;
      }
    }
    return false;
  }

  private void readGuest(Process process, long page, int tables) {
    charge(process, tables * (ept.levels() + 1));
    if (journal.wants(WALK)) {
      PageTable table = process.table();
      int levels = table.form().levels();
      for (int level = levels; level > levels - tables; level--) {
        tellEpt(process, table.frameOf(level, page), ept.levels());
        int index = table.form().index(level, page);
        tell(process, level, index, process.word(table.entry(level, page)), WalkTable.GUEST);
      }
    }
  }

  private void readEpt(Process process, int guestFrame, int tables) {
    charge(process, tables);
    if (journal.wants(WALK)) {
      tellEpt(process, guestFrame, tables);
    }
  }

  private void tellEpt(Process process, int guestFrame, int tables) {
    for (int level = ept.levels(); level > ept.levels() - tables; level--) {
      int index = PagingForm.EPT.index(level, guestFrame);
      tell(process, level, index, ept.table().entry(level, guestFrame), WalkTable.EPT);
    }
  }

  private void tell(Process process, int level, int index, long entry, WalkTable table) {
    journal.accept(new MemoryEvent.Walk(process, level, index, entry, table));
  }

  private void charge(Process process, int references) {
    clock.advance(references * step);
    process.countWalk(references);
  }

  private void retry(Process process, long va) {
    if (journal.wants(RETRY)) {
      journal.accept(new MemoryEvent.Retry(process, va));
    }
    clock.advance(lookUp);
  }
}
