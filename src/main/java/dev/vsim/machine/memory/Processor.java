package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;

/** A core or vCPU as far as memory goes: its TLB, and whose tables are loaded. */
final class Processor {
  private static final EventKind CONTEXT_SWITCH = EventKind.of(MemoryEvent.ContextSwitch.class);

  private final World world;
  private final Subject owner;
  private final long price;
  private final Tlb tlb;
  private Process current;

  /**
   * @param owner the host or VM, whom a context switch is about
   */
  Processor(World world, Subject owner, Tlb tlb, long contextSwitch) {
    this.world = world;
    this.owner = owner;
    this.tlb = tlb;
    this.price = contextSwitch;
  }

  Tlb tlb() {
    return tlb;
  }

  /** Loads the tables of a process, unless they are; the first time of all is free. */
  void run(Process process) {
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
    if (!tlb.settings().tagged()) {
      tlb.clear();
    }
  }
}
