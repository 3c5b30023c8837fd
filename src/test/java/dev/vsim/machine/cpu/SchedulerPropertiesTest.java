package dev.vsim.machine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.Vcpu;
import dev.vsim.machine.virt.Vm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every schedule, whatever the scheduler. */
@SuppressWarnings("ReferenceEquality") // this very one is meant
final class SchedulerPropertiesTest {
  private static final long MS = Watched.MS;
  private static final long TIME = 300 * MS;

  @TestFactory
  Stream<DynamicTest> ofEveryScheduler() {
    return Schedulers.ALL.stream()
        .flatMap(
            kind ->
                IntStream.range(0, 25)
                    .mapToObj(
                        seed ->
                            DynamicTest.dynamicTest(
                                kind.word() + " " + seed, () -> new Run(kind, seed).holds())));
  }

  /** One random host, looked at after everything that happens. */
  private static final class Run {
    private final Random random;
    private final SchedulerKind kind;
    private final Watched watched;
    private final Dispatcher dispatcher;
    private final List<Vm> vms = new ArrayList<>();

    Run(SchedulerKind kind, int seed) {
      this.random = new Random(seed);
      this.kind = kind;
      long switchTime = random.nextBoolean() ? 0 : random.nextInt(300_000);
      this.watched = new Watched(1 + random.nextInt(5), SchedulerChoice.of(kind), switchTime);
      this.dispatcher = watched.dispatcher();
    }

    void holds() {
      int machines = 1 + random.nextInt(6);
      for (int number = 0; number < machines; number++) {
        Vm vm = watched.vm("vm" + number, 1 + random.nextInt(3), settings());
        if (vm.isOn()) {
          vms.add(vm);
          work(vm);
        }
      }
      Operation end = watched.machine().queue().alarm(TIME);
      while (!end.isOver()) {
        watched.machine().queue().step();
        long now = watched.machine().clock().now();
        nobodyIsTwice();
        timesAddUp(now);
        if (!dispatcher.isDispatchDue()) {
          nobodyWaitsForNothing();
        }
      }
    }

    private CpuSettings settings() {
      CpuSettings settings = CpuSettings.DEFAULT.withShares(100 + random.nextInt(2000));
      if (random.nextInt(4) == 0) {
        settings = settings.withAffinity(Affinity.of(List.of(random.nextInt(dispatcher.count()))));
      }
      if (random.nextInt(3) == 0) {
        settings = settings.withReservation(random.nextInt(30) * MS);
      }
      return random.nextInt(3) == 0
          ? settings.withLimit(settings.reservation() + 1 + random.nextInt(30) * MS)
          : settings;
    }

    private void work(Vm vm) {
      if (random.nextInt(3) > 0) {
        vm.load(random.nextInt(5) == 0 ? Load.PERIOD : random.nextInt((int) Load.PERIOD));
      }
      for (int i = 0; i < random.nextInt(4); i++) {
        long at = random.nextInt((int) TIME);
        String name = "t" + i;
        TaskSettings task =
            new TaskSettings(
                1 + random.nextInt((int) (20 * MS)),
                random.nextInt(3) == 0 ? 0 : random.nextInt((int) (10 * MS)),
                1 + random.nextInt(4));
        watched.at(at, () -> watched.machine().startTask(name, vm, task));
      }
      if (random.nextInt(3) == 0) {
        long at = random.nextInt((int) TIME);
        HostThread first = vm.vcpus().get(0).thread();
        watched.at(at, () -> first.halt(true));
        watched.at(at + random.nextInt((int) (40 * MS)), () -> first.halt(false));
      }
    }

    private void nobodyIsTwice() {
      Set<HostThread> seen = new HashSet<>();
      for (Core core : dispatcher.cores()) {
        core.running()
            .ifPresent(
                thread -> {
                  assertTrue(seen.add(thread), () -> thread.subject().path() + " on two cores");
                  assertEquals(ThreadState.RUNNING, thread.state());
                  assertTrue(thread.gang().settings().affinity().allows(core.number()));
                });
      }
      for (Vm vm : vms) {
        for (Vcpu vcpu : vm.vcpus()) {
          boolean running = vcpu.thread().state() == ThreadState.RUNNING;
          assertEquals(running, seen.contains(vcpu.thread()));
        }
      }
    }

    private void timesAddUp(long now) {
      long used = 0;
      for (Vm vm : vms) {
        for (Vcpu vcpu : vm.vcpus()) {
          assertEquals(now, vcpu.times().total(), vcpu.path());
          used += vcpu.times().used();
        }
      }
      for (Core core : dispatcher.cores()) {
        assertEquals(now, core.times().total(), core.path());
      }
      assertEquals(used, dispatcher.times().used());
    }

    /** No core is idle while somebody is ready who might run there. */
    private void nobodyWaitsForNothing() {
      for (Core core : dispatcher.cores()) {
        if (core.running().isPresent()) {
          continue;
        }
        for (Vm vm : vms) {
          if (kind == Schedulers.CO_SCHEDULED) {
            assertFalse(fits(vm), () -> vm.path() + " would fit");
          } else {
            vm.vcpus().forEach(vcpu -> assertFalse(couldRun(vcpu.thread(), core), vcpu.path()));
          }
        }
      }
    }

    private boolean couldRun(HostThread thread, Core core) {
      return thread.state() == ThreadState.READY
          && thread.gang().settings().affinity().allows(core.number())
          && dispatcher.whyHeld(thread) == null;
    }

    private boolean fits(Vm vm) {
      List<HostThread> threads = vm.gang().threads();
      boolean placed = threads.stream().anyMatch(t -> t.state() == ThreadState.RUNNING);
      long need = threads.stream().filter(t -> t.state() == ThreadState.READY).count();
      return !placed && need > 0 && need <= dispatcher.free(vm.gang().settings().affinity());
    }
  }

  // ---- Shares, reservations, limits.

  @Test
  void sharesConvergeToTheirRatio() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      int cores = 1 + random.nextInt(3);
      Watched watched = new Watched(cores, Schedulers.PROPORTIONAL, Map.of());
      List<Vm> vms = new ArrayList<>();
      long sum = 0;
      for (int i = 0; i < cores * 4; i++) {
        int shares = 500 + random.nextInt(1000);
        sum += shares;
        vms.add(watched.vm("vm" + i, 1, CpuSettings.DEFAULT.withShares(shares)));
        vms.get(i).load(Load.PERIOD);
      }
      long time = 20_000 * MS;
      watched.run(time);
      for (Vm vm : vms) {
        double due = (double) time * cores * vm.settings().cpu().shares() / sum;
        double had = vm.gang().times().used();
        // Off by a slice here and there, never by a growing amount.
        assertEquals(due, had, 25.0 * MS, "seed " + seed + " " + vm.path());
      }
    }
  }

  @Test
  void whatIsReservedIsGivenInEveryWindow() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int cores = 1 + random.nextInt(4);
      long slice = (1 + random.nextInt(40)) * MS / 2;
      Watched watched =
          new Watched(cores, Schedulers.PROPORTIONAL, Map.of(SchedulerOption.SLICE, slice));
      List<Vm> vms = new ArrayList<>();
      for (int i = 0; i < 3 * cores; i++) {
        long reservation = random.nextInt(4) == 0 ? 0 : random.nextInt(101) * MS;
        CpuSettings settings =
            CpuSettings.DEFAULT.withReservation(reservation).withShares(1 + random.nextInt(3000));
        Vm vm = watched.vm("vm" + i, 1, settings);
        if (vm.isOn()) {
          vm.load(Load.PERIOD);
          vms.add(vm);
        }
      }
      long[] before = new long[vms.size()];
      for (int window = 0; window < 10; window++) {
        watched.run(CpuSettings.WINDOW);
        for (int i = 0; i < before.length; i++) {
          long used = vms.get(i).gang().times().used();
          long reserved = vms.get(i).settings().cpu().reservation();
          String what = "seed " + seed + " window " + window + " " + vms.get(i).path();
          assertTrue(used - before[i] >= reserved, () -> what);
          before[i] = used;
        }
      }
    }
  }

  @Test
  void noWindowHasMoreThanTheLimit() {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      Watched watched = new Watched(2, Schedulers.PROPORTIONAL, Map.of());
      List<Vm> vms = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        long limit = (1 + random.nextInt(60)) * MS;
        vms.add(watched.vm("vm" + i, 1, CpuSettings.DEFAULT.withLimit(limit)));
        vms.get(i).load(random.nextBoolean() ? Load.PERIOD : random.nextInt((int) Load.PERIOD));
      }
      long[] before = new long[vms.size()];
      for (int window = 0; window < 10; window++) {
        watched.run(CpuSettings.WINDOW);
        for (int i = 0; i < before.length; i++) {
          long used = vms.get(i).gang().times().used();
          assertTrue(used - before[i] <= vms.get(i).settings().cpu().limit());
          before[i] = used;
        }
      }
    }
  }

  @Test
  void moreThanTheHostHasIsNotReserved() {
    Watched watched = new Watched(2, Schedulers.PROPORTIONAL, Map.of());
    CpuSettings half = CpuSettings.DEFAULT.withReservation(CpuSettings.WINDOW / 2);
    assertTrue(watched.vm("one", 2, half).isOn());
    assertTrue(watched.vm("two", 2, half).isOn());
    assertFalse(watched.vm("three", 1, CpuSettings.DEFAULT.withReservation(1)).isOn());
    assertTrue(watched.vm("four", 1).isOn());
  }

  // ---- Nobody starves.

  @TestFactory
  Stream<DynamicTest> whoIsReadyRunsBeforeLong() {
    return Stream.of(
            Schedulers.ROUND_ROBIN,
            Schedulers.CO_SCHEDULED,
            Schedulers.RELAXED,
            Schedulers.PROPORTIONAL)
        .map(kind -> DynamicTest.dynamicTest(kind.word(), () -> everybodyRuns(kind)));
  }

  private static void everybodyRuns(SchedulerKind kind) {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      int cores = 2 + random.nextInt(3);
      Watched watched = new Watched(cores, kind, Map.of());
      List<Vcpu> vcpus = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        Vm vm = watched.vm("vm" + i, 1 + random.nextInt(2));
        vm.load(Load.PERIOD);
        vcpus.addAll(vm.vcpus());
      }
      long[] before = new long[vcpus.size()];
      for (int round = 0; round < 20; round++) {
        // Ten vCPUs at most, two cores at least, each turn no longer than two slices.
        watched.run(100 * MS);
        for (int i = 0; i < before.length; i++) {
          long used = vcpus.get(i).times().used();
          assertTrue(used > before[i], vcpus.get(i).path() + " of seed " + seed);
          before[i] = used;
        }
      }
    }
  }

  @Test
  void whoSleptLongDoesNotGetItAllAtOnce() {
    Watched watched = new Watched(1, Schedulers.PROPORTIONAL, Map.of());
    Vm busy = watched.vm("busy", 1);
    final Vm late = watched.vm("late", 1);
    busy.load(Load.PERIOD);
    watched.run(10_000 * MS);
    late.load(Load.PERIOD);
    watched.run(200 * MS);
    assertEquals(100.0 * MS, (double) late.gang().times().used(), 10.0 * MS);
  }
}
