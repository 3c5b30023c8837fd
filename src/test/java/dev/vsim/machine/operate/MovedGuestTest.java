package dev.vsim.machine.operate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.event.Op;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Region;
import dev.vsim.machine.memory.TableSettings;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.EptSettings;
import dev.vsim.machine.virt.Hardware;
import dev.vsim.machine.virt.MigrationMethod;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A guest that is moved while it works is the guest that it would have been: what it reads, and
 * what becomes of its pages, is the same as on one host, whatever it wrote while its memory was
 * under way.
 */
class MovedGuestTest {
  private static final int FRAMES = 600;
  private static final int PAGES = 800;
  private static final int SEEDS = 4;
  private static final int STEPS = 3000;

  @TestFactory
  Stream<DynamicTest> isTheGuestThatItWouldHaveBeen() {
    List<DynamicTest> tests = new ArrayList<>();
    for (MigrationMethod method : List.of(MigrationMethod.PRECOPY, MigrationMethod.POSTCOPY)) {
      for (Tables tables : Tables.values()) {
        for (int seed = 0; seed < SEEDS; seed++) {
          int one = seed;
          String name = method.word() + " " + tables.name() + " " + seed;
          tests.add(dynamicTest(name, () -> check(method, tables, one)));
        }
      }
    }
    return tests.stream();
  }

  /** How a guest's memory is translated. */
  private enum Tables {
    EPT,
    EPT_WITHOUT_DIRTY,
    LARGE_EPT,
    SHADOW,
    INSIDE;

    Hardware hardware() {
      EptSettings usual = EptSettings.DEFAULT;
      return Hardware.DEFAULT.withEpt(
          switch (this) {
            case EPT, INSIDE -> usual;
            case EPT_WITHOUT_DIRTY -> usual.withAccessedDirty(false);
            case LARGE_EPT -> usual.withLargest(2);
            case SHADOW -> usual.withOn(false);
          });
    }

    KernelSettings kernel() {
      KernelSettings kernel =
          KernelSettings.GUEST.withMemory(FRAMES * 4096L).withSwap(Hosts.slots(600));
      return this == INSIDE
          ? kernel
              .withPaging(PagingForm.X86_32)
              .withTables(TableSettings.USUAL.withInside(OptionalInt.empty()))
          : kernel;
    }
  }

  /** A guest with two processes. */
  private static final class Story {
    final Cluster cluster = new Cluster(guests());
    final Vm vm;
    int forks;

    Story(Tables tables) {
      VmSettings settings =
          VmSettings.DEFAULT.withKernel(tables.kernel()).withHardware(tables.hardware());
      vm = cluster.machine().declareVm("vm", cluster.first(), settings);
      Region region = new Region("heap", 0, PAGES * 4096L, Rights.RWX);
      cluster
          .machine()
          .declareProcess("app", vm, ProcessSettings.PLAIN.withRegions(List.of(region)));
    }

    void act(SplitMix64 dice) {
      List<Process> all = vm.kernel().processes().stream().filter(p -> !p.ended()).toList();
      Process process = all.get((int) dice.below(all.size()));
      long va = dice.below(PAGES) * 4096;
      switch ((int) dice.below(10)) {
        case 0, 1, 2, 3 -> process.write(va + 8 * dice.below(500), 8, dice.next());
        case 4 -> process.access(va, Op.WRITE);
        case 5 -> fork(process);
        default -> process.read(va + 8, 8);
      }
      if (dice.below(600) == 0 && all.size() > 1) {
        process.end();
      }
    }

    private void fork(Process process) {
      if (forks < 4) {
        cluster.machine().fork(process, "child" + forks++);
      }
    }
  }

  /** The same of a guest that is suspended, while others take its frames, and goes on. */
  @TestFactory
  Stream<DynamicTest> goesOnAfterItWasSuspended() {
    return Stream.of(Tables.values())
        .map(tables -> dynamicTest(tables.name(), () -> checkSuspended(tables)));
  }

  private static void checkSuspended(Tables tables) {
    Story runs = new Story(tables);
    Story rests = new Story(tables);
    SplitMix64 one = new SplitMix64(5);
    SplitMix64 other = new SplitMix64(5);
    for (int i = 0; i < STEPS; i++) {
      runs.act(one);
      rests.act(other);
      if (i % (STEPS / 3) == 0) {
        rests.cluster.finish(rests.cluster.machine().operations().suspend(rests.vm));
        assertEquals(0, rests.vm.image().frames().size(), "it has no memory");
        rests.cluster.first().init().access(i * 4096L, Op.WRITE);
        rests.cluster.lines();
        rests.cluster.finish(rests.cluster.machine().operations().resume(rests.vm));
        runs.cluster.lines();
      }
    }
    assertEquals(runs.cluster.lines(), rests.cluster.lines());
    assertMemoryAlike(runs.vm, rests.vm);
  }

  private static void check(MigrationMethod method, Tables tables, long seed) {
    Story stays = new Story(tables);
    Story goes = new Story(tables);
    SplitMix64 one = new SplitMix64(seed);
    SplitMix64 other = new SplitMix64(seed);
    SplitMix64 chance = new SplitMix64(seed + 1);
    Operation moving = () -> true;
    for (int i = 0; i < STEPS; i++) {
      stays.act(one);
      goes.act(other);
      if (i == STEPS / 3) {
        moving = goes.cluster.migrate(goes.vm, goes.cluster.second(), Cluster.plan(method, 20));
        if (method == MigrationMethod.POSTCOPY) {
          goes.cluster.finish(next(goes, moving));
        }
      }
      if (!moving.isOver() && chance.below(200) == 0) {
        goes.cluster.finish(next(goes, moving));
      }
    }
    goes.cluster.finish(moving);
    goes.act(other);
    stays.act(one);
    assertEquals(goes.cluster.second().kernel(), goes.vm.host());
    assertEquals(stays.cluster.lines(), goes.cluster.lines());
    assertMemoryAlike(stays.vm, goes.vm);
    MigrationReport report = goes.vm.migration().orElseThrow();
    assertTrue(
        report.rounds().size() > 1 || report.remoteFaults() > 1,
        report.rounds().size() + " rounds, " + report.remoteFaults() + " faults");
    assertEquals(
        goes.cluster.first().kernel().frames().total(),
        goes.cluster.first().kernel().frames().free(),
        "the first host has its frames again");
  }

  /** One more thing happens, and what follows while the VM is held: it would do nothing then. */
  private static Operation next(Story story, Operation moving) {
    story.cluster.machine().queue().step();
    return () -> moving.isOver() || story.vm.state().word().equals("on");
  }

  private static void assertMemoryAlike(Vm stays, Vm goes) {
    var expected = stays.image().frames();
    var actual = goes.image().frames();
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (frame, bytes) -> assertArrayEquals(whole(bytes), whole(actual.get(frame)), "" + frame));
    assertTrue(expected.values().stream().anyMatch(Optional::isPresent));
  }

  private static byte[] whole(Optional<byte[]> bytes) {
    return bytes.orElseGet(() -> new byte[4096]);
  }

  private static Told guests() {
    return Told.only(
        "access",
        "page-fault",
        "frame-alloc",
        "evict",
        "swap-out",
        "swap-in",
        "copy-page",
        "read",
        "write",
        "segfault",
        "out-of-memory");
  }
}
