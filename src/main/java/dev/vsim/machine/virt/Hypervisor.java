package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.ExitReason;
import dev.vsim.event.Op;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.MapResult;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What the host does for one VM's memory: it backs guest-physical pages on their first use
 * (rules.md R2).
 */
final class Hypervisor implements EptFaults {
  private static final EventKind EPT_VIOLATION = EventKind.of(VirtEvent.EptViolation.class);
  private static final EventKind EPT_MISCONFIGURATION =
      EventKind.of(VirtEvent.EptMisconfiguration.class);
  private static final EventKind EPT_MAP = EventKind.of(VirtEvent.EptMap.class);

  /** Bits of an EPT violation's exit qualification: SDM 3C, table 27-7. */
  private static final int READ = 1;

  private static final int READ_AND_WRITE = 3;

  private static final int ENTRY_RIGHTS_SHIFT = 3;

  private static final int LINEAR_ADDRESS_VALID = 1 << 7;
  private static final int FINAL_TRANSLATION = 1 << 8;

  /** So many frames that are gone through at once are as much work as one event. */
  private static final int FRAMES_A_STEP = 16;

  /** What a page takes at least in the EPT and in the host's list of frames. */
  private static final long PINNED_BYTES = 2 * Long.BYTES;

  private final Vm vm;
  private Kernel host;
  private final GuestMemory memory;
  private final Lodging lodging;
  private final Budget budget;
  private final Clock clock;
  private final Journal journal;

  Hypervisor(Vm vm, Kernel host, GuestMemory memory, Lodging lodging, World world) {
    this.vm = vm;
    this.host = host;
    this.memory = memory;
    this.lodging = lodging;
    this.budget = world.budget();
    this.clock = world.clock();
    this.journal = world.journal();
  }

  /** The qualification of a violation by an access to a page whose entry this is. */
  static int ofPage(long entry, Op op) {
    return 1 << op.ordinal() | granted(entry) | LINEAR_ADDRESS_VALID | FINAL_TRANSLATION;
  }

  /** The same for a guest's table. */
  static int ofTable(long entry, boolean writes) {
    return (writes ? READ_AND_WRITE : READ) | granted(entry) | LINEAR_ADDRESS_VALID;
  }

  @Override
  public boolean violation(long gva, long gpa, Op op) {
    int guestFrame = (int) PagingForm.EPT.page(gpa);
    exit(gva, gpa, ofPage(vm.ept().entry(guestFrame), op));
    if (!permit(guestFrame, op)) {
      return false;
    }
    enter(guestFrame);
    return true;
  }

  /**
   * Makes it so that a guest's frame is backed and permits an operation; false if there is no frame
   * of the host.
   */
  boolean permit(int guestFrame, Op op) {
    memory.fetch(guestFrame);
    long entry = vm.ept().entry(guestFrame);
    if (!EntryFormat.EPT.present(entry)) {
      return backAny(guestFrame);
    } else if (op == Op.WRITE && lodging.isShared(guestFrame)) {
      return lodging.separate(guestFrame);
    } else if (!EntryFormat.EPT.allows(entry, op.ordinal())) {
      grant(guestFrame, EntryFormat.EPT.rights(entry).with(op).with(Op.READ));
    }
    return true;
  }

  @Override
  public void tableViolation(long gva, long gpa, boolean writes) {
    int guestFrame = (int) PagingForm.EPT.page(gpa);
    long entry = vm.ept().entry(guestFrame);
    exit(gva, gpa, ofTable(entry, writes));
    if (EntryFormat.EPT.present(entry)) {
      grant(guestFrame, EntryFormat.EPT.rights(entry).with(writes ? Op.WRITE : Op.READ));
    } else {
      memory.backTable(guestFrame);
    }
    enter(guestFrame);
  }

  @Override
  public void misconfiguration(long gpa, Op op) {
    int guestFrame = (int) PagingForm.EPT.page(gpa);
    long entry = vm.ept().entry(guestFrame);
    Vcpu vcpu = vm.vcpus().get(0);
    if (journal.wants(EPT_MISCONFIGURATION)) {
      journal.accept(new VirtEvent.EptMisconfiguration(vcpu, gpa, entry));
    }
    vm.ways().exit(vcpu, ExitReason.EPT_MISCONFIGURATION);
    clock.advance(host.costs().of(Cost.FAULT_HANDLER));
    renew(guestFrame);
    permit(guestFrame, op);
    enter(guestFrame);
  }

  /** Writes an entry that no processor takes anew: it has all that it lacks once it can be read. */
  void renew(int guestFrame) {
    grant(guestFrame, EntryFormat.EPT.rights(vm.ept().entry(guestFrame)).with(Op.READ));
  }

  @Override
  public long tableEntry(int guestFrame) {
    return vm.ept().entry(guestFrame);
  }

  private static int granted(long entry) {
    return EntryFormat.EPT.grants(entry) << ENTRY_RIGHTS_SHIFT;
  }

  private void grant(int guestFrame, Rights rights) {
    vm.ept().grant(guestFrame, rights);
    vm.forgetTranslations();
  }

  private void enter(int guestFrame) {
    tellMap(guestFrame);
    vm.ways().enter(vm.vcpus().get(0));
  }

  /**
   * Backs a guest's page with a certain frame, which is free or behind that page already: then it
   * gets other rights.
   */
  MapResult map(long gpa, long hpa, Rights rights) {
    PagingForm form = PagingForm.EPT;
    if (form.offset(gpa) != 0 || form.offset(hpa) != 0) {
      return MapResult.UNALIGNED;
    } else if (gpa >>> form.offsetBits() > Integer.MAX_VALUE) {
      return MapResult.NO_SUCH_PAGE;
    }
    int guestFrame = (int) form.page(gpa);
    boolean backed = vm.ept().backs(guestFrame);
    if (backed && vm.ept().hostFrame(guestFrame) == hpa >>> form.offsetBits()) {
      return protect(guestFrame, rights);
    } else if (guestFrame >= vm.kernel().frames().total()) {
      return MapResult.NO_SUCH_PAGE;
    } else if (hpa >>> form.offsetBits() >= host.frames().total()) {
      return MapResult.NO_SUCH_FRAME;
    }
    int hostFrame = (int) form.page(hpa);
    if (!lodging.take(guestFrame, hostFrame, rights)) {
      return MapResult.FRAME_IN_USE;
    } else if (backed) {
      memory.changed(guestFrame);
    }
    memory.backed(guestFrame, 1);
    tellMap(guestFrame);
    return MapResult.DONE;
  }

  /**
   * Gives a backed page of the guest, which may be a table's, certain rights; not to write where
   * its frame serves others, too.
   */
  private MapResult protect(int guestFrame, Rights rights) {
    if (rights.allows(Op.WRITE) && lodging.isShared(guestFrame)) {
      return MapResult.FRAME_IN_USE;
    }
    vm.ept().protect(guestFrame, rights);
    if (isKernels(guestFrame)) {
      vm.ept().guardTables();
    }
    vm.forgetTranslations();
    tellMap(guestFrame);
    return MapResult.DONE;
  }

  /** What the guest-physical memory is now. */
  GuestImage image() {
    SortedMap<Integer, Optional<byte[]>> held = new TreeMap<>();
    frames().forEach(frame -> held.put(frame, Optional.ofNullable(memory.copy(frame))));
    return new GuestImage(held, PagingForm.EPT.pageSize());
  }

  /** The guest's frames that are backed or hold something, its tables' too, ascending. */
  SortedSet<Integer> frames() {
    SortedSet<Integer> frames = memory.waiting();
    Ept ept = vm.ept();
    for (int frame = ept.next(0); frame >= 0; frame = ept.next(frame + 1)) {
      frames.add(frame);
    }
    journal.count(frames.size() / FRAMES_A_STEP);
    return frames;
  }

  /** Gives all of the host's frames back, with what was in them. */
  void release() {
    Ept ept = vm.ept();
    lodging.leaveAll();
    ept.clear();
    vm.shadows().ifPresent(ShadowTables::clear);
    memory.forget();
    vm.forgetTranslations();
  }

  /** Serves it on another host from now on, where nothing backs its memory yet. */
  void moveTo(Residence to) {
    release();
    host = to.kernel();
    lodging.moveTo(host);
    vm.ept().moveTo(host);
    vm.shadows().ifPresent(tables -> tables.moveTo(host));
    memory.moveTo(host, to.ram());
  }

  /** The frames in which the guest has tables. */
  SortedMap<Integer, Optional<byte[]>> tables() {
    SortedMap<Integer, Optional<byte[]>> tables = new TreeMap<>();
    for (int frame : frames()) {
      if (vm.ept().backs(frame) && vm.ept().hostFrame(frame) >= host.frames().total()) {
        tables.put(frame, Optional.ofNullable(memory.copy(frame)));
      }
    }
    return tables;
  }

  /** A page has come from where the VM was. */
  void receive(int frame, Optional<byte[]> bytes) {
    back(frame);
    memory.put(frame, bytes.orElse(null));
  }

  /** A copy of what the guest-physical memory holds, to be sent elsewhere. */
  MemoryCopy copy(WriteLog written) {
    return new MemoryCopy(vm, this, memory, written, budget);
  }

  /**
   * Backs what was backed, in order of guest-physical addresses, and fills it with what it held. A
   * frame for which the host has none free waits until it is referred to: nothing is taken from
   * anybody, least of all from this guest, for what has not been put back yet.
   */
  void back(GuestImage image) {
    journal.count(image.frames().size() / FRAMES_A_STEP);
    image
        .frames()
        .forEach(
            (frame, bytes) -> {
              if (!vm.ept().backs(frame) && (isKernels(frame) || lodging.hasRoom())) {
                backAny(frame);
              }
              memory.put(frame, bytes.map(byte[]::clone).orElse(null));
            });
  }

  private boolean backAny(int guestFrame) {
    if (isKernels(guestFrame)) {
      memory.backTable(guestFrame);
      return true;
    }
    return back(guestFrame);
  }

  /**
   * Backs all of the guest's memory, in order of guest-physical addresses.
   *
   * @return whether there were frames enough
   */
  boolean backAll() {
    int total = vm.kernel().frames().total();
    journal.count(total / FRAMES_A_STEP);
    budget.charge(total * PINNED_BYTES);
    budget.release(total * PINNED_BYTES);
    for (int frame = 0; frame < total; frame++) {
      if (!vm.ept().backs(frame) && !back(frame)) {
        return false;
      }
    }
    return true;
  }

  boolean isKernels(int guestFrame) {
    return guestFrame >= vm.kernel().frames().total();
  }

  /** Backs a guest's frame, with as large a page as can be. */
  private boolean back(int guestFrame) {
    for (int level = vm.ept().settings().largest(); level > 1; level--) {
      if (takesLarge() && backWithLarge(level, guestFrame)) {
        return true;
      }
    }
    boolean done = lodging.back(guestFrame);
    if (done) {
      memory.backed(guestFrame, 1);
    }
    return done;
  }

  /** Not while each page counts: those that are written to, or those that are still elsewhere. */
  private boolean takesLarge() {
    return !vm.ept().notesWrites() && memory.isWhole();
  }

  private boolean backWithLarge(int level, int guestFrame) {
    Ept ept = vm.ept();
    PagingForm form = ept.table().form();
    int count = form.frames(form.page(level, 0));
    int first = guestFrame & -count;
    if (first + count > vm.kernel().frames().total() || !ept.isFree(level, first)) {
      return false;
    }
    boolean done = lodging.backWithLarge(level, first, count);
    if (done) {
      memory.backed(first, count);
    }
    return done;
  }

  private void exit(long gva, long gpa, int qualification) {
    Vcpu vcpu = vm.vcpus().get(0);
    if (journal.wants(EPT_VIOLATION)) {
      journal.accept(new VirtEvent.EptViolation(vcpu, gpa, qualification, gva));
    }
    vm.ways().exit(vcpu, ExitReason.EPT_VIOLATION);
    clock.advance(host.costs().of(Cost.FAULT_HANDLER));
  }

  private void tellMap(int guestFrame) {
    if (journal.wants(EPT_MAP) && vm.shadows().isEmpty()) {
      PagingForm form = vm.ept().table().form();
      long place = vm.ept().place(guestFrame);
      int first = (int) form.first(place);
      long hpa = (long) vm.ept().hostFrame(first) << form.offsetBits();
      long size = PageNumber.isLarge(place) ? form.size(PageNumber.level(place)) : VirtEvent.ABSENT;
      Rights rights = EntryFormat.EPT.rights(vm.ept().entry(guestFrame));
      String word = rights == Rights.RWX ? null : rights.word();
      long level = vm.outer().isPresent() ? 1 : VirtEvent.ABSENT;
      journal.accept(new VirtEvent.EptMap(vm, form.start(place), hpa, size, word, level));
    }
  }
}
