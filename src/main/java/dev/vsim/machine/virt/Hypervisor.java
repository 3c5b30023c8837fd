package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.ExitReason;
import dev.vsim.event.Op;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.memory.FrameList;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.MapResult;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
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
import java.util.TreeSet;

/**
 * What the host does for one VM's memory: it backs guest-physical pages on their first use
 * (rules.md R2).
 */
final class Hypervisor {
  private static final EventKind EPT_VIOLATION = EventKind.of(VirtEvent.EptViolation.class);
  private static final EventKind EPT_MAP = EventKind.of(VirtEvent.EptMap.class);

  /** Bits of an EPT violation's exit qualification: SDM 3C, table 27-7. */
  private static final int READ_AND_WRITE = 3;

  private static final int ENTRY_RIGHTS_SHIFT = 3;

  private static final int LINEAR_ADDRESS_VALID = 1 << 7;
  private static final int FINAL_TRANSLATION = 1 << 8;

  private final Vm vm;
  private Kernel host;
  private final GuestMemory memory;
  private final Clock clock;
  private final Journal journal;
  private int owner;

  Hypervisor(Vm vm, Kernel host, GuestMemory memory, World world) {
    this.vm = vm;
    this.host = host;
    this.memory = memory;
    this.clock = world.clock();
    this.journal = world.journal();
    this.owner = host.admit(vm);
  }

  /**
   * The final translation of an access is missing or forbids it: makes it good, or says that there
   * is no frame.
   */
  boolean violation(long gva, long gpa, Op op) {
    int guestFrame = (int) PagingForm.EPT.page(gpa);
    long entry = vm.ept().entry(guestFrame);
    int granted = EntryFormat.EPT.grants(entry) << ENTRY_RIGHTS_SHIFT;
    exit(gva, gpa, 1 << op.ordinal() | granted | LINEAR_ADDRESS_VALID | FINAL_TRANSLATION);
    clock.advance(host.costs().of(Cost.FAULT_HANDLER));
    memory.fetch(guestFrame);
    if (vm.ept().backs(guestFrame) && !EntryFormat.EPT.present(entry)) {
      enter(guestFrame);
      return true;
    }
    if (EntryFormat.EPT.present(entry)) {
      vm.ept().protect(guestFrame, EntryFormat.EPT.rights(entry).with(op));
      vm.kernel().tlb().clear();
    } else if (!back(guestFrame)) {
      return false;
    }
    enter(guestFrame);
    return true;
  }

  /** A walk has come to a table that nothing is behind; it reads tables as if it wrote them. */
  void tableViolation(long gva, long gpa) {
    int guestFrame = (int) PagingForm.EPT.page(gpa);
    exit(gva, gpa, READ_AND_WRITE | LINEAR_ADDRESS_VALID);
    clock.advance(host.costs().of(Cost.FAULT_HANDLER));
    memory.backTable(guestFrame);
    enter(guestFrame);
  }

  private void enter(int guestFrame) {
    tellMap(guestFrame);
    vm.ways().enter(vm.vcpus().get(0));
  }

  /** Backs a guest's page with a certain frame, which is free or behind that page already. */
  MapResult map(long gpa, long hpa, Rights rights) {
    PagingForm form = PagingForm.EPT;
    if (form.offset(gpa) != 0 || form.offset(hpa) != 0) {
      return MapResult.UNALIGNED;
    } else if (gpa >>> form.offsetBits() >= vm.kernel().frames().total()) {
      return MapResult.NO_SUCH_PAGE;
    } else if (hpa >>> form.offsetBits() >= host.frames().total()) {
      return MapResult.NO_SUCH_FRAME;
    }
    int guestFrame = (int) form.page(gpa);
    int hostFrame = (int) form.page(hpa);
    boolean backed = vm.ept().backs(guestFrame);
    if (!backed || vm.ept().hostFrame(guestFrame) != hostFrame) {
      if (!host.takeForGuest(hostFrame, owner, guestFrame)) {
        return MapResult.FRAME_IN_USE;
      }
    }
    replace(guestFrame, hostFrame, rights, backed);
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
    SortedSet<Integer> frames = new TreeSet<>(memory.waiting());
    PageTable table = vm.ept().table();
    for (long frame = table.next(0); frame >= 0; frame = table.next(frame + 1)) {
      if (vm.ept().backs((int) frame)) {
        frames.add((int) frame);
      }
    }
    return frames;
  }

  /** Gives all of the host's frames back, with what was in them. */
  void release() {
    PageTable table = vm.ept().table();
    for (long frame = table.next(0); frame >= 0; frame = table.next(frame + 1)) {
      if (vm.ept().backs((int) frame)) {
        release((int) frame);
      }
    }
    table.clear();
    memory.forget();
    vm.kernel().tlb().clear();
  }

  private void release(int guestFrame) {
    int frame = vm.ept().hostFrame(guestFrame);
    // Tables that a guest keeps among its ordinary frames have one of the host's region too.
    if (frame >= host.frames().total()) {
      host.region().free(frame, 1);
    } else {
      host.releaseGuestFrame(frame);
    }
  }

  /** Serves it on another host from now on, where nothing backs its memory yet. */
  void moveTo(Residence to) {
    release();
    host = to.kernel();
    owner = host.admit(vm);
    vm.ept().moveTo(host);
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
  MemoryCopy copy(WriteLog written, Budget budget) {
    return new MemoryCopy(vm, this, memory, written, budget);
  }

  /**
   * Backs what was backed, in order of guest-physical addresses, and fills it with what it held. A
   * frame for which the host has none waits until it is referred to.
   */
  void back(GuestImage image) {
    image
        .frames()
        .forEach(
            (frame, bytes) -> {
              if (isKernels(frame)) {
                memory.backTable(frame);
              } else {
                back(frame);
              }
              memory.put(frame, bytes.map(byte[]::clone).orElse(null));
            });
  }

  boolean isKernels(int guestFrame) {
    return guestFrame >= vm.kernel().frames().total();
  }

  private void replace(int guestFrame, int hostFrame, Rights rights, boolean backed) {
    if (backed) {
      int before = vm.ept().hostFrame(guestFrame);
      vm.kernel().tlb().clear();
      if (before != hostFrame) {
        host.releaseGuestFrame(before);
        memory.changed(guestFrame);
      }
    }
    vm.ept().map(guestFrame, hostFrame, rights);
    memory.backed(guestFrame);
    tellMap(guestFrame);
  }

  private boolean back(int guestFrame) {
    int frame = host.frameForGuest(owner, guestFrame);
    if (frame == FrameList.NONE) {
      return false;
    }
    vm.ept().map(guestFrame, frame, Rights.RWX);
    memory.backed(guestFrame);
    return true;
  }

  private void exit(long gva, long gpa, int qualification) {
    Vcpu vcpu = vm.vcpus().get(0);
    if (journal.wants(EPT_VIOLATION)) {
      journal.accept(new VirtEvent.EptViolation(vcpu, gpa, qualification, gva));
    }
    vm.ways().exit(vcpu, ExitReason.EPT_VIOLATION);
  }

  private void tellMap(int guestFrame) {
    if (journal.wants(EPT_MAP)) {
      long gpa = (long) guestFrame << PagingForm.EPT.offsetBits();
      long hpa = (long) vm.ept().hostFrame(guestFrame) << PagingForm.EPT.offsetBits();
      journal.accept(new VirtEvent.EptMap(vm, gpa, hpa, VirtEvent.ABSENT));
    }
  }
}
