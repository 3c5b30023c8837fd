package dev.vsim.machine;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.SwapSettings;

/** Machines with little memory. */
public final class Hosts {
  public static final int PAGE = 4096;
  private static final long LIMIT = 1L << 30;

  private Hosts() {}

  public static Machine machine(Told told) {
    return new Machine(told, LIMIT, 0);
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
