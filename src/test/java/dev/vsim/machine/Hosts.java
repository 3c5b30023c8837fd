package dev.vsim.machine;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.SwapSettings;
import dev.vsim.machine.world.Foresight;
import java.util.function.Consumer;

/** Machines with little memory. */
public final class Hosts {
  public static final int PAGE = 4096;
  private static final long LIMIT = 1L << 30;

  private Hosts() {}

  public static Machine machine(Told told) {
    return new Machine(told, LIMIT, 0);
  }

  /**
   * A machine whose story has been told before, so that {@code opt} knows it.
   *
   * @param story what is declared and referred to, the same both times
   */
  public static Machine twice(Told told, Consumer<Machine> story) {
    Foresight noting = Foresight.noting();
    story.accept(new Machine(Told.nothing(), LIMIT, 0, noting));
    Machine second = new Machine(told, LIMIT, 0, noting.known());
    story.accept(second);
    return second;
  }

  /** A host of so many frames. */
  public static Host host(Machine machine, int frames, PolicyChoice policy) {
    return host(machine, kernel(frames, policy));
  }

  public static Host host(Machine machine, KernelSettings kernel) {
    return machine.declareHost("host", HostSettings.DEFAULT.withKernel(kernel));
  }

  public static KernelSettings kernel(int frames, PolicyChoice policy) {
    return KernelSettings.HOST.withMemory((long) frames * PAGE).withPolicy(policy);
  }

  /** A swap area of so many slots. */
  public static SwapSettings slots(int slots) {
    return new SwapSettings((long) slots * PAGE, Medium.SSD);
  }
}
