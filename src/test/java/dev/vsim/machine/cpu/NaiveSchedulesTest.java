package dev.vsim.machine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.machine.virt.Vm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random schedules, by the dispatcher and by a host that looks at everything each millisecond. */
@SuppressWarnings("IntLongMath") // small numbers
final class NaiveSchedulesTest {
  private static final long MS = Watched.MS;
  private static final int TIME = 400;

  @TestFactory
  Stream<DynamicTest> roundRobin() {
    return seeds(NaiveHost.Rule.ROUND_ROBIN, Schedulers.ROUND_ROBIN, Map.of());
  }

  @TestFactory
  Stream<DynamicTest> globalTick() {
    return seeds(
        NaiveHost.Rule.GLOBAL_TICK, Schedulers.ROUND_ROBIN, Map.of(SchedulerOption.TICK, 1L));
  }

  @TestFactory
  Stream<DynamicTest> shares() {
    return seeds(NaiveHost.Rule.SHARES, Schedulers.PROPORTIONAL, Map.of());
  }

  private static Stream<DynamicTest> seeds(
      NaiveHost.Rule rule, SchedulerKind kind, Map<SchedulerOption, Long> options) {
    return IntStream.range(0, 60)
        .mapToObj(
            seed -> DynamicTest.dynamicTest("seed " + seed, () -> same(seed, rule, kind, options)));
  }

  private static void same(
      int seed, NaiveHost.Rule rule, SchedulerKind kind, Map<SchedulerOption, Long> options) {
    Random random = new Random(seed);
    int cores = 1 + random.nextInt(4);
    long slice = 1 + random.nextInt(12);
    Map<SchedulerOption, Long> all = new EnumMap<>(SchedulerOption.class);
    all.putAll(options);
    all.put(SchedulerOption.SLICE, slice * MS);
    NaiveHost naive = new NaiveHost(cores, slice, rule);
    Watched watched = new Watched(cores, kind, all);
    int machines = 1 + random.nextInt(6);
    List<Vm> vms = new ArrayList<>();
    for (int number = 0; number < machines; number++) {
      vms.add(declare(random, number, cores, naive, watched));
    }
    naive.run(TIME);
    watched.run(TIME * MS);
    assertEquals(
        naive.slices,
        watched.slices().stream().map(s -> s.at() / MS + " " + s.core() + " " + s.who()).toList());
    for (NaiveHost.Vcpu vcpu : naive.vcpus) {
      int number = Integer.parseInt(vcpu.name.substring(vcpu.name.indexOf('.') + 1));
      Times times = vms.get(vcpu.vm).vcpus().get(number).times();
      assertEquals(
          new Times(vcpu.used * MS, vcpu.ready * MS, 0, 0, vcpu.idle * MS), times, vcpu.name);
    }
  }

  private static Vm declare(
      Random random, int number, int cores, NaiveHost naive, Watched watched) {
    Affinity affinity =
        random.nextInt(3) == 0 ? Affinity.of(List.of(random.nextInt(cores))) : Affinity.ANY;
    int shares = random.nextBoolean() ? 1000 : 500 << random.nextInt(3);
    int vcpus = 1 + random.nextInt(3);
    CpuSettings settings = CpuSettings.DEFAULT.withAffinity(affinity).withShares(shares);
    Vm vm = watched.vm("vm" + number, vcpus, settings);
    List<NaiveHost.Vcpu> own = new ArrayList<>();
    for (int i = 0; i < vcpus; i++) {
      NaiveHost.Vcpu vcpu = new NaiveHost.Vcpu(number, "vm" + number + "." + i, affinity);
      vcpu.shares = shares;
      naive.vcpus.add(vcpu);
      own.add(vcpu);
    }
    if (random.nextInt(3) > 0) {
      long load = 1 + random.nextInt(9);
      vm.load(load * MS);
      own.forEach(vcpu -> loads(vcpu, load));
    }
    arrivals(random, vm, own, watched);
    return vm;
  }

  /** Tasks arrive in the order of their times, and so go to the vCPUs in that order. */
  private static void arrivals(Random random, Vm vm, List<NaiveHost.Vcpu> own, Watched watched) {
    long at = 0;
    for (int i = 0; i < random.nextInt(5); i++) {
      at += 1 + random.nextInt(60);
      long work = 1 + random.nextInt(30);
      String name = "t" + i;
      own.get(i % own.size()).arrives(at, work);
      watched.at(
          at * MS, () -> watched.machine().startTask(name, vm, new TaskSettings(work * MS, 0, 1)));
    }
  }

  private static void loads(NaiveHost.Vcpu vcpu, long load) {
    for (long at = 0; at < TIME; at += 10) {
      vcpu.arrives(at, load);
    }
  }
}
