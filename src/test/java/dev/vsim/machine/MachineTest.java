package dev.vsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.LimitReached;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MachineTest {
  private static final long LIMIT = 1L << 30;

  private final Machine machine = new Machine(Told.nothing(), LIMIT, 42);

  @Test
  void theDefaultHostIsThereWhenItIsNeeded() {
    assertTrue(machine.undeclaredHost().isEmpty());
    assertTrue(machine.find("esxi1").isEmpty());
    assertTrue(machine.undeclaredHost().isEmpty());
    assertEquals(machine.host().init(), machine.find("host.init").orElseThrow());
    assertEquals(machine.host(), machine.undeclaredHost().orElseThrow());
    assertEquals("host", machine.host().path());
  }

  @Test
  void theFirstDeclaredHostStandsForTheDefault() {
    Host esxi1 = machine.declareHost("esxi1", HostSettings.DEFAULT);
    machine.declareHost("esxi2", HostSettings.DEFAULT);
    assertEquals(esxi1, machine.host());
    assertTrue(machine.find("host").isEmpty());
    assertEquals(esxi1, machine.find("esxi1").orElseThrow());
    assertEquals(2, machine.hosts().size());
  }

  @Test
  void pathsAreAsTheLanguageHasThem() {
    machine.declareVm("web", machine.host(), VmSettings.DEFAULT.withVcpus(2));
    machine.declareProcess("word", machine.host(), ProcessSettings.PLAIN);
    for (String path :
        List.of("host", "host.init", "web", "web.init", "web.vcpu0", "web.vcpu1", "word")) {
      assertEquals(path, machine.find(path).orElseThrow().path());
    }
    assertThrows(
        IllegalStateException.class,
        () -> machine.declareProcess("word", machine.host(), ProcessSettings.PLAIN));
    assertEquals(1, machine.vms().size());
  }

  @Test
  void whatIsOnlyDeclaredTakesNextToNothing() {
    machine.declareHost("large", HostSettings.DEFAULT);
    long before = machine.budget().used();
    for (int i = 0; i < 100; i++) {
      machine.declareVm("vm" + i, machine.host(), VmSettings.DEFAULT);
    }
    long each = (machine.budget().used() - before) / 100;
    assertTrue(each < 16_000, () -> each + " bytes a VM");
  }

  @Test
  void aResidentPageTakesAtMost40Bytes() {
    Process process = machine.host().init();
    for (int pages : new int[] {20_000, 300_000, 1_000_000}) {
      for (long page = process.resident(); page < pages; page++) {
        process.accessPage(page, Op.WRITE);
      }
      long each = machine.budget().used() / pages;
      assertTrue(each <= 40, () -> each + " bytes a page, " + process.resident() + " pages");
    }
  }

  /** A million pages all over a terabyte, resident at once. */
  @Test
  void aSparseTerabyteFitsIn200Megabytes() {
    Process process = machine.host().init();
    long page = 0;
    for (int i = 0; i < 1_000_000; i++) {
      page = (page + 0x9E3779B97F4A7C15L) & ((1L << 28) - 1);
      process.accessPage(page, Op.READ);
    }
    assertEquals(1_000_000, process.resident());
    assertTrue(machine.budget().used() < 200_000_000, () -> machine.budget().used() + " bytes");
  }

  @Test
  void memoryOfTheModelIsLimited() {
    Machine small = new Machine(Told.nothing(), 1 << 20, 0);
    Process process = small.host().init();
    LimitReached reached =
        assertThrows(
            LimitReached.class,
            () -> {
              for (long va = 0; va < LIMIT; va += Hosts.PAGE) {
                process.write(va, 8, 1);
              }
            });
    assertEquals(1 << 20, reached.limit());
    assertTrue(small.budget().used() <= 1 << 20);
  }

  @Test
  void evictionAndReuseTakeNoMore() {
    KernelSettings kernel = Hosts.kernel(16, PolicyChoice.of(Policies.LRU));
    Process process = Hosts.host(machine, kernel).init();
    write(process, 64);
    write(process, 64);
    long before = machine.budget().used();
    write(process, 64);
    write(process, 64);
    assertEquals(before, machine.budget().used());
  }

  private static void write(Process process, int pages) {
    for (long page = 0; page < pages; page++) {
      process.write(page * Hosts.PAGE, 8, page + 1);
    }
  }

  @Test
  void chanceComesFromTheSeed() {
    assertEquals(0xBDD732262FEB6E95L, machine.random().next(), "SplitMix64 of 42");
    machine.random().reseed(42);
    assertEquals(0xBDD732262FEB6E95L, machine.random().next());
  }
}
