package dev.vsim.machine.memory;

import dev.vsim.machine.paging.TableFrames;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;

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
  public int take(int count) {
    int number = numbers.takeLowest(count, 1);
    for (int i = 0; i < count; i++) {
      memory.tableTaken(first + number + i);
    }
    return first + number;
  }

  /** Takes so many frames in a row, aligned to their number: the first, or −1 if there are none. */
  public int takeAligned(int count) {
    int number = first % count == 0 ? numbers.takeLowest(count, count) : NONE;
    return number == NONE ? NONE : first + number;
  }

  /** One frame. */
  public int take() {
    return take(1);
  }

  @Override
  public void free(int frame, int count) {
    for (int i = 0; i < count; i++) {
      numbers.free(frame + i - first);
    }
  }

  /** How many frames are in use. */
  public int used() {
    return numbers.total() - numbers.free();
  }

  /** Which frames are in use. */
  Checkpoint checkpoint() {
    return numbers.checkpoint();
  }
}
