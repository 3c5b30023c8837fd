package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.memory.Balloon;
import dev.vsim.machine.memory.Claim;
import dev.vsim.machine.memory.FrameList;
import dev.vsim.machine.memory.FrameSet;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.SharedFrames;
import dev.vsim.machine.memory.Tenant;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A VM's place in its host's memory: which frames it has there, alone or with others, and which of
 * its pages lie in the host's swap area (rules.md R23).
 */
final class Lodging implements Tenant, GuestUses {
  private static final EventKind COPY_PAGE = EventKind.of(MemoryEvent.CopyPage.class);
  private static final EventKind HOST_SWAP_IN = EventKind.of(VirtEvent.HostSwapIn.class);

  /** A page's place among those that are swapped. */
  private static final long SWAPPED_BYTES = 64;

  private final Vm vm;
  private final Ept ept;
  private final World world;
  private final Journal journal;
  private final TreeMap<Integer, Integer> slots = new TreeMap<>();
  private Kernel host;
  private int number;
  private FrameSet frames;
  private int backed;

  Lodging(Vm vm, Ept ept, Kernel host, World world) {
    this.vm = vm;
    this.ept = ept;
    this.world = world;
    this.journal = world.journal();
    moveInto(host);
  }

  /** Its memory, which is nowhere now, lies in the frames of another host from now on. */
  void moveTo(Kernel other) {
    host.overcommit().leave(this);
    moveInto(other);
  }

  /** Its memory lies in the frames of this host from now on; it has none anywhere else. */
  private void moveInto(Kernel newHost) {
    host = newHost;
    number = host.admit(vm);
    long most = claim().limit() / PagingForm.EPT.pageSize();
    frames = host.frameSet((int) Math.min(most, FrameSet.UNLIMITED));
    host.overcommit().enter(number, this);
  }

  /**
   * Gives a frame of the guest one of the host, with what is in its slot if there is one.
   *
   * @return whether the host had one for it
   */
  boolean back(int guestFrame) {
    if (!makeRoom()) {
      return false;
    }
    int frame = host.frameForGuest(number, guestFrame);
    if (frame == FrameList.NONE) {
      return false;
    }
    settle(guestFrame, frame, Rights.RWX);
    return true;
  }

  /** Whether it may have a frame of the host without taking one from anybody. */
  boolean hasRoom() {
    return host.frames().free() > 0 && frames.hasRoom(1);
  }

  /**
   * Gives frames of the guest, which the EPT has nothing for, frames of the host in a row.
   *
   * @return whether there were so many, and nothing of the guest's in the host's swap area
   */
  boolean backWithLarge(int level, int first, int count) {
    if (!frames.hasRoom(count) || !slots.subMap(first, first + count).isEmpty()) {
      return false;
    }
    int frame = host.framesForGuest(number, first, count);
    if (frame == FrameList.NONE) {
      return false;
    }
    ept.mapLarge(level, first, frame, Rights.RWX);
    for (int i = 0; i < count; i++) {
      frames.load(frame + i);
    }
    backed += count;
    return true;
  }

  /** Gives a frame of the guest a certain one of the host, if that is free. */
  boolean take(int guestFrame, int frame, Rights rights) {
    if (!host.takeForGuest(frame, number, guestFrame)) {
      return false;
    }
    if (ept.backs(guestFrame)) {
      leave(guestFrame);
    }
    settle(guestFrame, frame, rights);
    return true;
  }

  private void settle(int guestFrame, int frame, Rights rights) {
    readBack(guestFrame, frame);
    ept.map(guestFrame, frame, rights);
    frames.load(frame);
    backed++;
  }

  private void readBack(int guestFrame, int frame) {
    Integer slot = slots.remove(guestFrame);
    if (slot == null) {
      return;
    }
    world.budget().release(SWAPPED_BYTES);
    if (journal.wants(HOST_SWAP_IN)) {
      journal.accept(new VirtEvent.HostSwapIn(vm, gpa(guestFrame), slot));
    }
    host.readBack(frame, slot, ept.settings().accessedDirty());
  }

  /** A VM with a limit gives up pages of its own: to its balloon first, then to swap. */
  private boolean makeRoom() {
    boolean more = true;
    while (!frames.hasRoom(1) && more) {
      more = vm.kernel().balloon().growBy(1) || host.evictFrom(frames);
    }
    return more;
  }

  /** Whether the frame of the host behind one of the guest serves other pages as well. */
  boolean isShared(int guestFrame) {
    return ept.backs(guestFrame) && host.overcommit().shared().isShared(ept.hostFrame(guestFrame));
  }

  /**
   * The guest writes a page whose frame serves others: it gets a copy of its own.
   *
   * @return whether the host had a frame for that
   */
  boolean separate(int guestFrame) {
    if (!makeRoom()) {
      return false;
    }
    int frame = host.frameForGuest(number, guestFrame);
    if (frame == FrameList.NONE) {
      return false;
    }
    if (!ept.backs(guestFrame)) {
      settle(guestFrame, frame, Rights.RWX);
    } else if (!isShared(guestFrame)) {
      host.giveBack(frame);
      ept.protect(guestFrame, Rights.RWX);
    } else {
      copy(guestFrame, frame);
    }
    return true;
  }

  private void copy(int guestFrame, int frame) {
    int source = ept.hostFrame(guestFrame);
    if (journal.wants(COPY_PAGE)) {
      journal.accept(new MemoryEvent.CopyPage(vm, guestFrame, frame, source));
    }
    host.copyGuestFrame(source, frame);
    leave(guestFrame);
    settle(guestFrame, frame, Rights.RWX);
  }

  /** A frame of the guest needs none of the host any more; what it held is gone. */
  void leave(int guestFrame) {
    int frame = ept.hostFrame(guestFrame);
    ept.drop(guestFrame);
    release(guestFrame, frame);
    vm.forgetTranslations();
  }

  /** The same for all its frames, whose entries are to be forgotten all together. */
  void leaveAll() {
    for (int frame = ept.next(0); frame >= 0; frame = ept.next(frame + 1)) {
      release(frame, ept.hostFrame(frame));
    }
    List.copyOf(slots.keySet()).forEach(this::forgetSwapped);
  }

  private void release(int guestFrame, int frame) {
    if (isOfRegion(frame)) {
      host.region().free(frame, 1);
    } else {
      backed--;
      host.releaseGuestFrame(frame, this, guestFrame);
    }
  }

  /** Whether a frame of the host is of its kernel's, and so behind a table. */
  private boolean isOfRegion(int frame) {
    return frame >= host.frames().total();
  }

  /** What a frame of the guest holds in the host's swap area; nothing if it is not there. */
  byte[] copyOfSwapped(int guestFrame) {
    Integer slot = slots.get(guestFrame);
    return slot == null ? null : host.swap().read(slot);
  }

  /** What a frame of the guest held in the host's swap area is gone. */
  void forgetSwapped(int guestFrame) {
    Integer slot = slots.remove(guestFrame);
    if (slot != null) {
      world.budget().release(SWAPPED_BYTES);
      host.releaseSlot(slot);
    }
  }

  /** The frames of the guest that lie in the host's swap area, ascending. */
  Set<Integer> swapped() {
    return slots.keySet();
  }

  @Override
  public void noteUse(int guestFrame, Op op) {
    host.noteGuestUse(ept.hostFrame(guestFrame), op);
  }

  @Override
  public void reference() {
    frames.reference();
  }

  @Override
  public boolean countsReferences() {
    return frames.countsReferences();
  }

  /**
   * Not where some are shared, which may be of others' sets, or some are of the kernel's region.
   */
  @Override
  public FrameSet frameSetBehind(FrameSet own) {
    boolean several =
        host.overcommit().shared().size() > 0 || vm.settings().kernel().tables().inside();
    return several ? own : frames;
  }

  @Override
  public void used(int guestFrame, int frame) {
    if (isOfRegion(frame)) {
      return;
    }
    SharedFrames shared = host.overcommit().shared();
    if (shared.size() == 0) {
      frames.arrived(frame);
    } else {
      shared.refers(this, guestFrame);
      host.frameSetOf(frame).arrived(frame);
    }
  }

  private static long gpa(int guestFrame) {
    return (long) guestFrame << PagingForm.EPT.offsetBits();
  }

  @Override
  public Subject subject() {
    return vm;
  }

  @Override
  public Claim claim() {
    return vm.settings().claim();
  }

  @Override
  public long reserved() {
    return vm.isOn() ? claim().reservation() : 0;
  }

  @Override
  public boolean isPinned() {
    return vm.isPinned();
  }

  @Override
  public int backed() {
    return backed;
  }

  /** How many of its pages lie in the host's swap area. */
  int inSwap() {
    return slots.size();
  }

  @Override
  public FrameSet frameSet() {
    return frames;
  }

  @Override
  public long references() {
    return vm.kernel().processes().stream().mapToLong(Process::accesses).sum();
  }

  @Override
  public int nextBacked(int guestFrame) {
    int next = ept.next(guestFrame);
    while (next >= 0 && isOfRegion(ept.hostFrame(next))) {
      next = ept.next(next + 1);
    }
    return next;
  }

  @Override
  public int hostFrame(int guestFrame) {
    return ept.hostFrame(guestFrame);
  }

  @Override
  public void share(int guestFrame, int frame) {
    ept.map(guestFrame, frame, Rights.R);
    vm.forgetTranslations();
  }

  @Override
  public void lose(int guestFrame, int slot) {
    ept.drop(guestFrame);
    backed--;
    if (slot >= 0) {
      world.budget().charge(SWAPPED_BYTES);
      slots.put(guestFrame, slot);
    }
    vm.forgetTranslations();
  }

  @Override
  public void clearAccessed(int guestFrame, boolean drops) {
    ept.clearAccessed(guestFrame);
    if (drops) {
      vm.forgetTranslations();
    }
  }

  @Override
  public void clearDirty(int guestFrame) {
    ept.clearDirty(guestFrame);
    vm.forgetTranslations();
  }

  @Override
  public Balloon balloon() {
    return vm.kernel().balloon();
  }
}
