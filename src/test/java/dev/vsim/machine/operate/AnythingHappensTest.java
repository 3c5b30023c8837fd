package dev.vsim.machine.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.cpu.TaskSettings;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.net.Traffic;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DatastoreSettings;
import dev.vsim.machine.virt.EptSettings;
import dev.vsim.machine.virt.Hardware;
import dev.vsim.machine.virt.MigrationMethod;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done to machines, in whatever order: nothing is lost of what hosts and datastores
 * have, and what is not done is refused.
 */
class AnythingHappensTest {
  private static final int STEPS = 1500;
  private static final long PAGES = 64;

  private final Told told =
      Told.only("refused", "migrate-resume", "migrate-fail", "resume", "echo-reply");
  private final Machine machine = new Machine(told, 1L << 30, 0);
  private final List<Host> hosts = new ArrayList<>();
  private final List<Vm> vms = new ArrayList<>();
  private final Datastore datastore =
      machine.declareDatastore("ds", new DatastoreSettings(1 << 20, Medium.SSD, Optional.empty()));
  private int names;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsLost(long seed) {
    SplitMix64 dice = new SplitMix64(seed);
    for (int i = 0; i < 3; i++) {
      hosts.add(machine.declareHost("esxi" + i, HostSettings.DEFAULT.withHa(i == 0)));
    }
    for (int i = 0; i < 4; i++) {
      KernelSettings kernel = KernelSettings.GUEST.withMemory(PAGES * 4096);
      Hardware hardware = Hardware.DEFAULT.withEpt(EptSettings.DEFAULT.withOn(i != 3));
      VmSettings settings = VmSettings.DEFAULT.withKernel(kernel).withHardware(hardware);
      Vm vm = machine.declareVm("vm" + i, hosts.get(i % 3), settings);
      machine.network().add(vm, List.of(CrashTest.nic()));
      vms.add(vm);
    }
    vms.forEach(machine.operations()::powerOff);
    final int tables = tables();
    vms.forEach(machine.operations()::powerOn);
    for (int i = 0; i < STEPS; i++) {
      act(dice, i);
      for (long left = dice.below(4); left > 0 && !machine.queue().isEmpty(); left--) {
        machine.queue().step();
      }
    }
    List<String> lines = told.lines();
    for (String word :
        List.of("refused", "migrate-resume", "migrate-fail", "resume", "echo-reply")) {
      assertTrue(lines.stream().anyMatch(l -> l.startsWith(word + " ")), word);
    }
    end();
    assertEquals(tables, tables(), "frames of kernel regions");
  }

  /** How many frames of their kernel regions all hosts together use. */
  private int tables() {
    return hosts.stream().mapToInt(h -> h.kernel().region().used()).sum();
  }

  private void act(SplitMix64 dice, int step) {
    Vm vm = vms.get((int) dice.below(vms.size()));
    var operations = machine.operations();
    switch ((int) dice.below(24)) {
      case 0 -> operations.powerOff(vm);
      case 1, 2 -> operations.powerOn(vm);
      case 3 -> operations.reset(vm);
      case 4, 5 -> operations.suspend(vm);
      case 6, 7 -> operations.resume(vm);
      case 8 -> operations.crash(vm);
      case 9, 10, 11, 12 -> migrate(vm, dice);
      case 13 -> machine.storage().take(vm, "s" + names++, dice.below(2) == 0);
      case 14 -> any(vm, dice).ifPresent(s -> machine.storage().revert(vm, s, dice.below(2) == 0));
      case 15 -> any(vm, dice).ifPresent(s -> machine.storage().delete(vm, s));
      case 16 -> load(vm, dice);
      case 17 -> ping(vm, vms.get((int) dice.below(vms.size())));
      default -> refer(vm, dice);
    }
    if (step == STEPS / 2) {
      operations.crash(hosts.get(0), Optional.empty());
    }
  }

  private void migrate(Vm vm, SplitMix64 dice) {
    List<MigrationMethod> methods = List.of(MigrationMethod.values());
    MigrationMethod method = methods.get((int) dice.below(methods.size()));
    Host to = hosts.get((int) dice.below(hosts.size()));
    machine.migrations().migrate(vm, to, Cluster.plan(method, 2));
  }

  private static Optional<Snapshot> any(Vm vm, SplitMix64 dice) {
    List<Snapshot> all = List.copyOf(vm.snapshots().all());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get((int) dice.below(all.size())));
  }

  private void load(Vm vm, SplitMix64 dice) {
    if (vm.state() == PowerState.ON) {
      vm.load(dice.below(10) * 1_000_000);
      machine.startTask("t" + names++, vm, new TaskSettings(5_000_000, 1_000_000, 3));
    }
  }

  private void ping(Vm from, Vm to) {
    var network = machine.network();
    var one = network.station(from).orElseThrow();
    var other = network.station(to).orElseThrow();
    new Traffic(network).ping(one, other.address(one), 2, 1_000_000, 56, false);
  }

  private static void refer(Vm vm, SplitMix64 dice) {
    for (int i = 0; i < 5 && vm.hindrance().isEmpty() && !vm.init().ended(); i++) {
      vm.init().access(dice.below(PAGES * 2) * 4096, dice.below(2) == 0 ? Op.READ : Op.WRITE);
    }
  }

  private void end() {
    for (Vm vm : vms) {
      machine.operations().powerOff(vm);
      List.copyOf(vm.snapshots().all()).forEach(s -> machine.storage().delete(vm, s));
    }
    for (int steps = 0; steps < 100_000 && !machine.queue().isEmpty(); steps++) {
      machine.queue().step();
    }
    for (Host host : hosts) {
      assertEquals(host.kernel().frames().total(), host.kernel().frames().free(), host.path());
    }
    assertTrue(machine.tasks().isOver(), "no task is awaited that nobody does");
    assertEquals(0, datastore.used());
  }
}
