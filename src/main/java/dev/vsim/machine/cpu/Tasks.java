package dev.vsim.machine.cpu;

import dev.vsim.machine.time.Operation;

/** How many tasks of a world are not over yet. */
public final class Tasks implements Operation {
  private long open;

  void begins() {
    open++;
  }

  void ends() {
    open--;
  }

  @Override
  public boolean isOver() {
    return open == 0;
  }
}
