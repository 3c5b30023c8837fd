package dev.vsim.machine.operate;

import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.time.Phase;

/** Input or output of a hypervisor's that takes a while, and what it does then. */
public final class Delay implements Operation, Happening {
  private final Runnable then;
  private boolean over;

  private Delay(Runnable then) {
    this.then = then;
  }

  /**
   * One that begins now.
   *
   * @param order of whom it is about, by declaration
   */
  public static Delay of(EventQueue queue, long picoseconds, int order, Runnable then) {
    Delay delay = new Delay(then);
    queue.in(picoseconds, Phase.COMPLETION, order, delay, 0);
    return delay;
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public void happen(long about) {
    over = true;
    then.run();
  }
}
