package dev.vsim.machine.memory;

import dev.vsim.event.Cause;
import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.machine.paging.Absent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import java.util.Optional;

/** What a kernel does about a fault of one of its processes (rules.md R1, step 4). */
final class FaultHandler {
  private static final EventKind INTERRUPT = EventKind.of(MemoryEvent.Interrupt.class);
  private static final EventKind PAGE_FAULT = EventKind.of(MemoryEvent.PageFault.class);
  private static final EventKind FRAME_ALLOC = EventKind.of(MemoryEvent.FrameAlloc.class);
  private static final EventKind SWAP_IN = EventKind.of(MemoryEvent.SwapIn.class);
  private static final EventKind PTE_UPDATE = EventKind.of(MemoryEvent.PteUpdate.class);
  private static final EventKind GP_FAULT = EventKind.of(MemoryEvent.GpFault.class);
  private static final EventKind SEGFAULT = EventKind.of(MemoryEvent.Segfault.class);

  private static final int PAGE_FAULT_VECTOR = 14;
  private static final int GENERAL_PROTECTION_VECTOR = 13;

  /** Bits of a page fault's error code: SDM 3A, section 4.7, figure 4-12. */
  private static final int PRESENT = 0x1;

  private static final int WRITE = 0x2;
  private static final int USER = 0x4;
  private static final int FETCH = 0x10;

  private final Kernel kernel;
  private final World world;
  private final Journal journal;
  private final PagingForm form;
  private final CopyOnWrite copyOnWrite;

  FaultHandler(Kernel kernel, World world) {
    this.kernel = kernel;
    this.world = world;
    this.journal = world.journal();
    this.form = kernel.settings().paging();
    this.copyOnWrite = new CopyOnWrite(kernel, journal);
  }

  /** Makes the page usable; false if the process has ended instead. */
  boolean handle(Process process, long va, Op op, boolean present) {
    long page = process.pageAt(va);
    long note = process.table().entry(page);
    Optional<Rights> rights = process.rights(page, note);
    Cause cause = cause(process, va, op, present, note, rights);
    boolean again = cause == Cause.FIRST_TOUCH && Absent.isTouched(note);
    tell(process, va, op, present, cause, again);
    world.clock().advance(kernel.costs().of(Cost.FAULT_HANDLER));
    process.counts().faults[cause.ordinal()]++;
    if (cause == Cause.INVALID || cause == Cause.PROTECTION) {
      segfault(process, va);
      return false;
    } else if (cause == Cause.COPY_ON_WRITE) {
      return copyOnWrite.resolve(process, page);
    }
    int frame = kernel.supply().frameFor(process, page);
    if (frame == FrameTable.NONE) {
      return false;
    }
    fill(process, page, frame, note, rights.orElseThrow());
    return true;
  }

  /** The address is none of the space's: it has no page, so nothing can be looked up. */
  void outside(Process process, long va, Op op) {
    if (form.strict()) {
      generalProtection(process, va);
      return;
    }
    tell(process, va, op, false, Cause.INVALID, false);
    world.clock().advance(kernel.costs().of(Cost.FAULT_HANDLER));
    process.counts().faults[Cause.INVALID.ordinal()]++;
    segfault(process, va);
  }

  /** The processor did not take the address (SDM 3A, interrupt 13). */
  private void generalProtection(Process process, long va) {
    if (journal.wants(GP_FAULT)) {
      journal.accept(
          new MemoryEvent.GpFault(kernel.interrupted(process), GENERAL_PROTECTION_VECTOR));
    }
    world.clock().advance(kernel.costs().of(Cost.FAULT_HANDLER));
    segfault(process, va);
  }

  private Cause cause(
      Process process, long va, Op op, boolean present, long note, Optional<Rights> rights) {
    if (!form.user(va) || rights.isEmpty()) {
      return Cause.INVALID;
    } else if (form.entries().forbids(rights.get(), op)) {
      return Cause.PROTECTION;
    } else if (present) {
      return form.entries().copyOnWrite(note) ? Cause.COPY_ON_WRITE : Cause.PROTECTION;
    } else if (Absent.isSwapped(note)) {
      return Cause.SWAPPED;
    }
    return process.file(process.pageAt(va)).isPresent() ? Cause.FILE : Cause.FIRST_TOUCH;
  }

  private void tell(Process process, long va, Op op, boolean present, Cause cause, boolean again) {
    if (journal.wants(INTERRUPT) || journal.wants(PAGE_FAULT)) {
      long scause = form.scause(op).map(Integer::longValue).orElse(MemoryEvent.ABSENT);
      boolean x86 = scause == MemoryEvent.ABSENT;
      long error = x86 ? error(op, present || form.ofKernel(va)) : MemoryEvent.ABSENT;
      tellInterrupt(process, x86 ? PAGE_FAULT_VECTOR : MemoryEvent.ABSENT, error, scause);
      if (journal.wants(PAGE_FAULT)) {
        journal.accept(new MemoryEvent.PageFault(process, va, cause, error, scause, again));
      }
    }
  }

  private void tellInterrupt(Process process, long vector, long error, long scause) {
    if (journal.wants(INTERRUPT)) {
      journal.accept(new MemoryEvent.Interrupt(kernel.interrupted(process), vector, error, scause));
    }
  }

  private static int error(Op op, boolean present) {
    int who = present ? USER | PRESENT : USER;
    return switch (op) {
      case READ -> who;
      case WRITE -> who | WRITE;
      case EXECUTE -> who | FETCH;
    };
  }

  private void fill(Process process, long page, int frame, long note, Rights rights) {
    boolean large = PageNumber.isLarge(page);
    if (journal.wants(FRAME_ALLOC)) {
      journal.accept(kernel.frameAlloc(process, page, frame));
    }
    if (Absent.isSwapped(note)) {
      swapIn(process, page, frame, Absent.slot(note));
    } else {
      process.file(page).ifPresent(file -> load(frame, file));
    }
    EntryFormat entries = form.entries();
    long leaf = entries.leaf(frame, rights, Absent.hasRights(note));
    long entry = large ? entries.large(leaf) : leaf;
    kernel.install(process, page, frame, entry);
    if (Absent.isSwapped(note)) {
      kernel.settleSlot(Absent.slot(note));
    }
    if (journal.wants(PTE_UPDATE)) {
      journal.accept(kernel.pteUpdate(process, page, entry));
    }
  }

  private void swapIn(Process process, long page, int frame, int slot) {
    if (journal.wants(SWAP_IN)) {
      journal.accept(new MemoryEvent.SwapIn(process, PageNumber.number(page), slot));
    }
    int count = form.frames(page);
    world.clock().advance(count * kernel.swapPrice());
    process.counts().swapIns++;
    process.counts().swapped -= count;
    for (int i = 0; i < count; i++) {
      kernel.memory().put(frame + i, kernel.swap().read(slot + i));
    }
    kernel.frames().keepSlot(frame, slot);
  }

  private void load(int frame, FilePage page) {
    world.clock().advance(kernel.swapPrice());
    kernel.memory().put(frame, page.bytes(form.pageSize()));
  }

  private void segfault(Process process, long va) {
    if (journal.wants(SEGFAULT)) {
      journal.accept(new MemoryEvent.Segfault(process, va));
    }
    kernel.end(process);
  }
}
