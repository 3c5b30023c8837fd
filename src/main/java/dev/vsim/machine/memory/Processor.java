package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;

/** A core or vCPU as far as memory goes: its TLB, and whose tables are loaded. */
final class Processor {
  private static final EventKind CONTEXT_SWITCH = EventKind.of(MemoryEvent.ContextSwitch.class);

  private final World world;
  private final Subject owner;
  private final long price;
  private final Tlb tlb;
  private Core core;
  private final Walker walker;
  private Process current;

  /**
   * @param owner the host or VM, whom a context switch is about
   * @param core where it runs
   */
  Processor(World world, Subject owner, Core core, Tlb tlb, Walker walker, long contextSwitch) {
    this.world = world;
    this.owner = owner;
    this.core = core;
    this.tlb = tlb;
    this.walker = walker;
    this.price = contextSwitch;
  }

  Tlb tlb() {
    return tlb;
  }

  /** It runs on another core from now on, with nothing in its TLB. */
  void moveTo(Core other) {
    core = other;
    tlb.clear();
  }

  /** The number of the address space whose tables are loaded. */
  int space() {
    return current.id();
  }

  /**
   * Loads the tables of a process, unless they are; the first time of all is free. Without address
   * spaces in its entries the TLB is emptied then, and after another VM's turn (rules.md R7).
   */
  void run(Process process) {
    if (core.turnTo(this) && !tlb.settings().tagged()) {
      tlb.clear();
    }
    if (current != process) {
      load(process);
    }
  }

  private void load(Process process) {
    Process before = current;
    current = process;
    if (before == null) {
      return;
    }
    if (world.journal().wants(CONTEXT_SWITCH)) {
      world.journal().accept(new MemoryEvent.ContextSwitch(owner, before, process));
    }
    world.clock().advance(price);
    walker.loaded(process);
    if (!tlb.settings().tagged()) {
      tlb.clear();
    }
  }

  /** Whose tables are loaded; what was cached of them is gone afterwards. */
  Checkpoint checkpoint() {
    Process kept = current;
    return Checkpoint.of(
        Long.BYTES,
        () -> {
          current = kept;
          tlb.clear();
        });
  }
}
