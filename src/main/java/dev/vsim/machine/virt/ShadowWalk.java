package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.MemoryEvent.WalkTable;
import dev.vsim.event.Mnemonic;
import dev.vsim.event.Op;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.memory.FrameSet;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.Translation;
import dev.vsim.machine.memory.Walker;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/**
 * Walks without EPT: the processor reads a shadow of the guest's table, as short as on a host. The
 * price is that the hypervisor sees all page faults, true ones, which are the guest's, and hidden
 * ones, for which only the shadow has no entry; and all that the guest's kernel does to its tables,
 * which are write-protected (Adams and Agesen, ASPLOS 2006; rules.md R21).
 *
 * <p>A page that has not been written has no right to be in its shadow, so that its first write is
 * a hidden fault, too, and the guest's D can be set.
 */
final class ShadowWalk implements Walker {
  private static final EventKind WALK = EventKind.of(MemoryEvent.Walk.class);
  private static final EventKind RETRY = EventKind.of(MemoryEvent.Retry.class);
  private static final EventKind SHADOW_MAP = EventKind.of(VirtEvent.ShadowMap.class);
  private static final int ALL = 7;

  private final Vm vm;
  private final ShadowTables shadows;
  private final Hypervisor hypervisor;
  private final GuestUses uses;
  private final Clock clock;
  private final Journal journal;
  private final long step;
  private final long lookUp;
  private final long handler;

  ShadowWalk(
      Vm vm,
      ShadowTables shadows,
      Hypervisor hypervisor,
      GuestUses uses,
      World world,
      Costs costs) {
    this.vm = vm;
    this.shadows = shadows;
    this.hypervisor = hypervisor;
    this.uses = uses;
    this.clock = world.clock();
    this.journal = world.journal();
    this.step = costs.of(Cost.WALK_STEP);
    this.lookUp = costs.of(Cost.TLB_HIT);
    this.handler = vm.host().costs().of(Cost.FAULT_HANDLER);
  }

  @Override
  public End walk(Process process, long va, Op op, Translation found) {
    PagingForm form = process.table().form();
    EntryFormat entries = form.entries();
    long page = form.page(va);
    while (true) {
      PageTable shadow = shadows.of(process);
      long entry = shadow.entry(page);
      boolean present = entries.present(entry);
      read(process, shadow, page, shadow.walkLength(page, present));
      if (present && entries.allows(entry, op.ordinal())) {
        return use(process, shadow, page, op, found);
      }
      vm.execution().stopByPageFault(vcpu(), va);
      clock.advance(handler);
      long guests = process.table().entry(process.pageAt(va));
      boolean known = entries.present(guests);
      if (!known || !entries.allows(guests, op.ordinal())) {
        vm.execution().goOnWithPageFault(vcpu());
        return found.fault(known);
      } else if (!map(process, shadow, va, op)) {
        return End.NO_HOST_MEMORY;
      }
      vm.execution().goOn(vcpu());
      retry(process, va);
    }
  }

  /**
   * The fault was hidden from the guest: its own table permits the access. What finds no frame of
   * the host but by a page of the guest's own may find that page gone, and is done again.
   */
  private boolean map(Process process, PageTable shadow, long va, Op op) {
    long used = useGuests(process, va, op);
    PagingForm form = shadow.form();
    EntryFormat entries = form.entries();
    long page = form.page(va);
    int frame = entries.frame(used) + (int) (page - form.first(process.pageAt(va)));
    if (!hypervisor.permit(frame, op)) {
      return false;
    } else if (process.table().entry(process.pageAt(va)) != used) {
      return true;
    }
    if (vm.ept().use(frame, op.ordinal())) {
      uses.noteUse(frame, op);
    }
    long backing = vm.ept().entry(frame);
    int grants =
        entries.withoutWalk(used, entries.grants(used))
            & vm.ept().unnoted(frame, EntryFormat.EPT.grants(backing));
    long leaf = entries.leaf(vm.ept().hostFrame(frame), Rights.ofGrants(grants), false);
    shadows.of(process).set(page, leaf);
    if (journal.wants(SHADOW_MAP)) {
      long hpa = (long) vm.ept().hostFrame(frame) << form.offsetBits();
      journal.accept(new VirtEvent.ShadowMap(vm, va & -form.pageSize(), hpa));
    }
    return true;
  }

  /** Sets A and D in the guest's tables, which no processor walks; the entry then. */
  private static long useGuests(Process process, long va, Op op) {
    PageTable table = process.table();
    EntryFormat entries = table.form().entries();
    long page = process.pageAt(va);
    long entry = table.entry(page);
    long used = entries.used(entry, op.ordinal());
    if (used != entry) {
      table.update(page, used);
      process.noteUse(entries.frame(entry), op);
    }
    table.useTables(page);
    return used;
  }

  /**
   * Sets A and D in the shadow. What the TLB then forbids may be for the hypervisor to permit, so
   * it forbids nothing by itself.
   */
  private End use(Process process, PageTable shadow, long page, Op op, Translation found) {
    EntryFormat entries = shadow.form().entries();
    long entry = shadow.entry(page);
    long used = entries.used(entry, op.ordinal());
    if (used != entry) {
      shadow.update(page, used);
    }
    shadow.useTables(page);
    int frame = guestFrame(process, page);
    int rights = Tlb.rights(entries.withoutWalk(used, entries.grants(used)), ALL);
    return found.done(page, frame, entries.frame(used), rights);
  }

  private static int guestFrame(Process process, long page) {
    PageTable table = process.table();
    long own = process.pageAt(page << table.form().offsetBits());
    return table.form().entries().frame(table.entry(own)) + (int) (page - table.form().first(own));
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

  /** A guest's large page is shadowed by ordinary ones. */
  @Override
  public int cachedLevel(int level) {
    return 1;
  }

  @Override
  public MemoryEvent.Translate translate(Process process, long va, long pa, long hostPa) {
    return MemoryEvent.Translate.inGuest(process, va, pa, hostPa);
  }

  /** The guest's tables are write-protected: the hypervisor writes for it, and keeps in step. */
  @Override
  public void written(Process process, long page) {
    if (shadows.has(process)) {
      vm.execution().stopByPageFault(vcpu(), VirtEvent.ABSENT);
      clock.advance(handler);
      vm.ways().emulate(vcpu(), Mnemonic.MOV);
      shadows.drop(process, page);
      vm.execution().goOn(vcpu());
    }
  }

  @Override
  public void dropped(Process process, long page) {
    if (shadows.has(process)) {
      vm.execution().dropTranslation(vcpu(), process.start(page));
    }
  }

  @Override
  public void loaded(Process process) {
    vm.execution().loadTables(vcpu());
  }

  /** Tables that are to be freed are protected no longer. */
  @Override
  public void ended(Process process) {
    shadows.release(process);
  }

  private Vcpu vcpu() {
    return vm.vcpus().get(0);
  }

  private void read(Process process, PageTable shadow, long page, int tables) {
    clock.advance(tables * step);
    process.countWalk(tables);
    if (journal.wants(WALK)) {
      int levels = shadow.form().levels();
      for (int level = levels; level > levels - tables; level--) {
        int index = shadow.form().index(level, page);
        long word = process.word(shadow.entry(level, page));
        journal.accept(new MemoryEvent.Walk(process, level, index, word, WalkTable.SHADOW));
      }
    }
  }

  private void retry(Process process, long va) {
    if (journal.wants(RETRY)) {
      journal.accept(new MemoryEvent.Retry(process, va));
    }
    clock.advance(lookUp);
  }
}
