package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.MemoryEvent.WalkTable;
import dev.vsim.event.Op;
import dev.vsim.machine.memory.FrameSet;
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
  private final EptFaults hypervisor;
  private final GuestUses uses;
  private final Clock clock;
  private final Journal journal;
  private final long step;
  private final long lookUp;

  NestedWalk(Ept ept, EptFaults hypervisor, GuestUses uses, World world, Costs costs) {
    this.ept = ept;
    this.hypervisor = hypervisor;
    this.uses = uses;
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
      if (ept.guardsTables() && stopsAtTable(process, va, page, tables, op)) {
        retry(process, va);
        continue;
      }
      readGuest(process, page, tables);
      if (!present || !entries.allows(entry, op.ordinal())) {
        return found.fault(present);
      }
      int guestFrame = entries.frame(entry) + within;
      long backing = ept.entry(guestFrame);
      readEpt(process, guestFrame, ept.walkLength(guestFrame, backing));
      long gpa = (long) guestFrame << form.offsetBits() | form.offset(va);
      if (ept.isMisconfigured(backing)) {
        hypervisor.misconfiguration(gpa, op);
      } else if (EPT_ENTRIES.allows(backing, op.ordinal())) {
        return use(process, page, within, op, found);
      } else if (!hypervisor.violation(va, gpa, op)) {
        return End.NO_HOST_MEMORY;
      }
      retry(process, va);
    }
  }

  @Override
  public boolean tellsUses() {
    return true;
  }

  @Override
  public void reference() {
    uses.reference();
  }

  @Override
  public boolean countsReferences() {
    return uses.countsReferences();
  }

  @Override
  public FrameSet frameSetBehind(FrameSet own) {
    return uses.frameSetBehind(own);
  }

  @Override
  public void used(int frame, int hostFrame) {
    uses.used(frame, hostFrame);
  }

  /** A guest's page is cached as far as the EPT has it in one piece. */
  @Override
  public int cachedLevel(int level) {
    return Math.min(level, ept.settings().largest());
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
    if (ept.use(frame, op.ordinal())) {
      uses.noteUse(frame, op);
    }
    if (!table.tablesUsed(page)) {
      useTables(table, page);
    }
    long backing = ept.entry(frame);
    int grants = entries.grants(used);
    int both = entries.withoutWalk(used, grants & EPT_ENTRIES.grants(backing));
    int rights = Tlb.rights(ept.unnoted(frame, ept.withoutWalk(backing, both)), grants);
    if (PageNumber.isLarge(page)) {
      return fillPart(table.form(), page, within, frame, rights, found);
    }
    return found.done(page, frame, EPT_ENTRIES.frame(backing), rights);
  }

  /**
   * Caches the part of a large page that the EPT has in one piece, too (SDM 3C 28.4.2); an ordinary
   * one while each frame's writes are noted.
   */
  private End fillPart(
      PagingForm form, long page, int within, int frame, int rights, Translation found) {
    int piece = ept.notesWrites() ? 1 : ept.table().form().frames(ept.place(frame));
    int level = PageNumber.level(page);
    while (form.frames(form.page(level, 0)) > piece) {
      level--;
    }
    long cached = form.page(level, form.first(page) + within);
    int before = (int) (form.first(page) + within - form.first(cached));
    return found.done(cached, frame - before, ept.hostFrame(frame) - before, rights);
  }

  private void useTables(PageTable table, long page) {
    table.useTables(page);
    for (int level = table.form().levels(); level >= PageNumber.level(page); level--) {
      ept.use(table.frameOf(level, page), Op.WRITE.ordinal());
    }
  }

  /**
   * The first of so many tables that the EPT does not let the walk use stops it; says whether one
   * did.
   */
  private boolean stopsAtTable(Process process, long va, long page, int tables, Op op) {
    PageTable table = process.table();
    int levels = table.form().levels();
    for (int level = levels; level > levels - tables; level--) {
      int frame = table.frameOf(level, page);
      long backing = hypervisor.tableEntry(frame);
      boolean wrong = ept.isMisconfigured(backing);
      boolean writes = ept.settings().accessedDirty() || marks(table, level, page, op, backing);
      if (wrong || !EPT_ENTRIES.allows(backing, (writes ? Op.WRITE : Op.READ).ordinal())) {
        readGuest(process, page, levels - level);
        readEpt(process, frame, ept.walkLength(frame, backing));
        stop(va, table.addressOf(level, page), wrong, writes);
        return true;
      }
    }
    return false;
  }

  /** Whether the walk can read the entry of a level, and will set A or D in it. */
  private static boolean marks(PageTable table, int level, long page, Op op, long backing) {
    EntryFormat entries = table.form().entries();
    long entry = table.entry(level, page);
    if (!entries.present(entry) || !EPT_ENTRIES.allows(backing, Op.READ.ordinal())) {
      return false;
    } else if (level > PageNumber.level(page)) {
      return table.isUnused(level, page);
    }
    return entries.allows(entry, op.ordinal()) && entries.used(entry, op.ordinal()) != entry;
  }

  private void stop(long va, long gpa, boolean misconfigured, boolean writes) {
    if (misconfigured) {
      hypervisor.misconfiguration(gpa, writes ? Op.WRITE : Op.READ);
    } else {
      hypervisor.tableViolation(va, gpa, writes);
    }
  }

  private void readGuest(Process process, long page, int tables) {
    charge(
        process, ept.hasLarge() ? references(process, page, tables) : tables * (ept.levels() + 1));
    if (journal.wants(WALK)) {
      PageTable table = process.table();
      int levels = table.form().levels();
      for (int level = levels; level > levels - tables; level--) {
        int frame = table.frameOf(level, page);
        tellEpt(process, frame, ept.walkLength(frame, ept.entry(frame)));
        int index = table.form().index(level, page);
        tell(process, level, index, process.word(table.entry(level, page)), WalkTable.GUEST);
      }
    }
  }

  /** How many entries are read on the way to and in so many of the guest's tables. */
  private int references(Process process, long page, int tables) {
    PageTable table = process.table();
    int levels = table.form().levels();
    int sum = tables;
    for (int level = levels; level > levels - tables; level--) {
      int frame = table.frameOf(level, page);
      sum += ept.walkLength(frame, ept.entry(frame));
    }
    return sum;
  }

  private void readEpt(Process process, int guestFrame, int tables) {
    charge(process, tables);
    if (journal.wants(WALK)) {
      tellEpt(process, guestFrame, tables);
    }
  }

  private void tellEpt(Process process, int guestFrame, int tables) {
    PageTable table = ept.table();
    for (int level = ept.levels(); level > ept.levels() - tables; level--) {
      int index = table.form().index(level, guestFrame);
      tell(process, level, index, table.entry(level, guestFrame), WalkTable.EPT);
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
