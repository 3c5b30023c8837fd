package dev.vsim.machine.virt;

import dev.vsim.machine.world.Checkpoint;
import java.util.Optional;

/** The state of a VM at one moment: its disks, and if it ran its memory. */
public final class Snapshot {
  private final String name;
  private final long taken;
  private final Optional<Checkpoint> memory;
  private Optional<Snapshot> parent;

  /**
   * @param taken virtual nanoseconds since the start
   */
  Snapshot(String name, long taken, Optional<Checkpoint> memory, Optional<Snapshot> parent) {
    this.name = name;
    this.taken = taken;
    this.memory = memory;
    this.parent = parent;
  }

  public String name() {
    return name;
  }

  /** When, in virtual nanoseconds. */
  public long taken() {
    return taken;
  }

  /** Whether memory and processors are kept with it, so that the VM runs after a revert. */
  public boolean hasMemory() {
    return memory.isPresent();
  }

  /** The one from which the VM went on to this one; nothing for a first. */
  public Optional<Snapshot> parent() {
    return parent;
  }

  Optional<Checkpoint> memory() {
    return memory;
  }

  /** The one before it is no more. */
  void follow(Optional<Snapshot> other) {
    parent = other;
  }
}
