package dev.vsim.machine.operate;

import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.MigrationMethod;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import java.util.List;
import java.util.OptionalLong;

/** Two hosts, and VMs that go from one to the other. */
final class Cluster {
  static final int PAGE = 4096;
  private static final long LIMIT = 1L << 30;
  private static final long GBPS = 1_000_000_000L;

  private final Told told;
  private final Machine machine;
  private final Host first;
  private final Host second;

  Cluster(Told told) {
    this.told = told;
    this.machine = new Machine(told, LIMIT, 0);
    this.first = machine.declareHost("esxi1", HostSettings.DEFAULT);
    this.second = machine.declareHost("esxi2", HostSettings.DEFAULT);
  }

  Machine machine() {
    return machine;
  }

  Host first() {
    return first;
  }

  Host second() {
    return second;
  }

  List<String> lines() {
    return told.lines();
  }

  /** A VM on the first host with so many pages. */
  Vm vm(String name, long pages) {
    KernelSettings kernel = KernelSettings.GUEST.withMemory(pages * PAGE);
    return machine.declareVm(name, first, VmSettings.DEFAULT.withKernel(kernel));
  }

  Operation migrate(Vm vm, Host to, MigrationPlan plan) {
    return machine.migrations().migrate(vm, to, plan);
  }

  /** Lets happen all until it is over. */
  void finish(Operation operation) {
    while (!operation.isOver()) {
      machine.queue().step();
    }
  }

  /** By this method with 1 Gbps, the guest's real writes, and the usual bounds. */
  static MigrationPlan plan(MigrationMethod method) {
    return plan(method, MigrationPlan.THRESHOLD);
  }

  /** The same with another threshold. */
  static MigrationPlan plan(MigrationMethod method, long threshold) {
    return new MigrationPlan(
        method,
        OptionalLong.of(GBPS),
        OptionalLong.empty(),
        Long.MAX_VALUE,
        threshold,
        MigrationPlan.MAX_ROUNDS,
        false,
        OptionalLong.empty(),
        OptionalLong.empty(),
        false);
  }
}
