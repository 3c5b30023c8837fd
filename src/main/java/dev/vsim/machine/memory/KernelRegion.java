package dev.vsim.machine.memory;

import dev.vsim.machine.paging.TableFrames;
import dev.vsim.machine.world.Budget;

/**
 * The frames above a kernel's memory, in which tables live: never evicted, counted apart (rules.md
 * R8).
 */
public final class KernelRegion implements TableFrames {
  private final int first;
  private final FreeNumbers numbers;
  private final PhysicalMemory memory;

  KernelRegion(int first, PhysicalMemory memory, Budget budget) {
    this.first = first;
    this.numbers = new FreeNumbers(Integer.MAX_VALUE - first, budget);
    this.memory = memory;
  }

  @Override
  public int take() {
    int frame = first + numbers.takeLowest();
    memory.tableTaken(frame);
    return frame;
  }

  @Override
  public void free(int frame) {
    numbers.free(frame - first);
  }

  /** How many frames are in use. */
  public int used() {
    return numbers.total() - numbers.free();
  }
}
