package dev.vsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.machine.cpu.Load;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Consolidation against sums on paper (rules.md R38). */
class HostUseTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long LIMIT = 1L << 30;

  /** 12 + 8.6 + 40 ms of each second that a guest has (rules.md R37). */
  private static final double OVERHEAD = 0.0606;

  private final Machine machine = new Machine(Told.nothing(), LIMIT, 0);

  private Host host(String name, int cores, Chassis chassis) {
    KernelSettings kernel = KernelSettings.HOST.withCosts(Map.of(Cost.CONTEXT_SWITCH, 0L));
    return machine.declareHost(
        name, HostSettings.DEFAULT.withKernel(kernel).withCpus(cores).withChassis(chassis));
  }

  private Vm vm(Host host, String name, int vcpus, long burst) {
    KernelSettings kernel = KernelSettings.GUEST.withMemory(1 << 20);
    Vm vm = machine.declareVm(name, host, VmSettings.DEFAULT.withKernel(kernel).withVcpus(vcpus));
    vm.load(burst);
    return vm;
  }

  private void pass(long nanoseconds) {
    Operation alarm = machine.queue().alarm(nanoseconds);
    while (!alarm.isOver()) {
      machine.queue().step();
    }
  }

  @Test
  void theRulesFigures() {
    List<Host> servers = new ArrayList<>();
    int[] parts = {6, 7, 8, 8, 9, 9, 10, 10};
    for (int i = 0; i < parts.length; i++) {
      servers.add(host("server" + i, 4, Chassis.DEFAULT));
    }
    Host one = host("one", 4, Chassis.DEFAULT);
    for (int i = 0; i < parts.length; i++) {
      long burst = Load.PERIOD * parts[i] / 100;
      machine.load(servers.get(i), burst);
      vm(one, "vm" + i, 4, burst);
    }
    pass(SECOND);
    double before = servers.stream().mapToDouble(s -> HostUse.of(s).power()).sum();
    assertEquals(1734, before, 1e-9);
    HostUse use = HostUse.of(one);
    assertEquals(0.67, use.utilization(), 1e-12);
    assertEquals(OVERHEAD, use.overhead(), 1e-12);
    assertEquals(0.67 * (1 + OVERHEAD), use.load(), 1e-12);
    assertEquals(200 + 200 * 0.67 * (1 + OVERHEAD), use.power(), 1e-9);
    assertEquals(before, use.vms().stream().mapToDouble(use::powerAlone).sum(), 1e-9);
    assertEquals(0, HostUse.of(servers.get(0)).overhead(), "no hypervisor, no overhead");
  }

  @TestFactory
  Stream<DynamicTest> asOnPaper() {
    return IntStream.range(0, 30)
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> new HostUseTest().onPaper(seed)));
  }

  /**
   * VMs with a vCPU for each core and bursts that fit into a period: at each of its beginnings they
   * run one after the other, and each waits for those before it.
   */
  private void onPaper(int seed) {
    SplitMix64 dice = new SplitMix64(seed);
    int cores = 1 + (int) dice.below(8);
    Chassis chassis = new Chassis(50 + dice.below(200), 300 + dice.below(500), 2);
    Host host = host("host", cores, chassis);
    long left = Load.PERIOD;
    long wanted = 0;
    long waited = 0;
    int count = 1 + (int) dice.below(9);
    for (int i = 0; i < count; i++) {
      long burst = 1 + dice.below(Math.max(1, left / 3));
      waited += wanted;
      wanted += burst;
      left -= burst;
      vm(host, "vm" + i, cores, burst);
    }
    pass(SECOND);
    HostUse use = HostUse.of(host);
    double part = (double) wanted / Load.PERIOD;
    double load = Math.min(1, part * (1 + OVERHEAD));
    assertEquals(part, use.utilization(), 1e-9);
    assertEquals(load, use.load(), 1e-9);
    assertEquals(chassis.idle() + (chassis.peak() - chassis.idle()) * load, use.power(), 1e-6);
    assertEquals((double) waited / count / Load.PERIOD, use.ready(), 1e-9);
  }

  @Test
  void moreThanAllIsAll() {
    Host host = host("host", 2, Chassis.DEFAULT);
    vm(host, "a", 2, Load.PERIOD);
    vm(host, "b", 2, Load.PERIOD);
    pass(SECOND);
    HostUse use = HostUse.of(host);
    assertEquals(1, use.load(), 1e-12);
    assertEquals(400, use.power(), 1e-9);
    assertEquals(0.5, use.ready(), 1e-2);
  }

  @Test
  void anIdleHostTakesItsLeast() {
    Host host = host("host", 2, new Chassis(120, 300, 1));
    assertEquals(120, HostUse.of(host).power());
    pass(SECOND);
    assertEquals(120, HostUse.of(host).power());
    assertEquals(0, HostUse.of(host).ready());
  }

  /** Its own work is no guest's, and costs no overhead; a VM that is off is not there. */
  @Test
  void onlyWhatGuestsHaveCostsOverhead() {
    Host host = host("host", 4, Chassis.DEFAULT);
    machine.load(host, Load.PERIOD / 10);
    Vm vm = vm(host, "vm", 4, Load.PERIOD / 10);
    vm(host, "off", 1, 0).powerOff();
    pass(SECOND);
    HostUse use = HostUse.of(host);
    assertEquals(0.1 + 0.1 * (1 + OVERHEAD), use.load(), 1e-9);
    assertEquals(List.of(vm), use.vms());
    assertTrue(use.memoryOverhead() > 96 << 20);
  }
}
