package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.Sharing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large page of an EPT is taken in parts when its host is full, and holds what it held. */
class LargeAndFullTest {
  private static final int FRAMES = 600;
  private static final int PAGES = 512;

  private final Told told = Told.only("page-share");
  private final Machine machine = Hosts.machine(told);

  private Vm vm(String name, Host host, int largest) {
    KernelSettings kernel = KernelSettings.GUEST.withMemory(PAGES * 4096L);
    Hardware hardware = Hardware.DEFAULT.withEpt(EptSettings.DEFAULT.withLargest(largest));
    return machine.declareVm(
        name, host, VmSettings.DEFAULT.withKernel(kernel).withHardware(hardware));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itIsTakenInParts(boolean shares) {
    KernelSettings kernel =
        Hosts.kernel(FRAMES, PolicyChoice.of(Policies.LRU)).withSharing(new Sharing(shares, true));
    Host host = Hosts.host(machine, kernel);
    Vm large = vm("large", host, 2);
    large.init().access(0, Op.READ);
    assertEquals(PAGES, large.tenant().backed(), "one violation backs all of it");
    for (int page = 0; page < 300; page++) {
      large.init().write(page * 4096L, 8, page + 1L);
    }
    assertEquals(FRAMES - PAGES, host.kernel().frames().free());
    Vm small = vm("small", host, 1);
    for (int page = 0; page < 400; page++) {
      AccessResult result = small.init().write(page * 4096L, 8, 1000L + page);
      assertTrue(result.done(), result + " at page " + page);
    }
    boolean merged = told.lines().stream().anyMatch(l -> l.startsWith("page-share large "));
    assertEquals(shares, merged);
    assertTrue(shares || large.tenant().backed() < PAGES, "the balloon has taken some");
    for (int page = 0; page < 300; page++) {
      large.init().read(page * 4096L, 8);
      assertEquals(page + 1L, large.init().lastRead());
    }
    for (int page = 0; page < 400; page++) {
      small.init().read(page * 4096L, 8);
      assertEquals(1000L + page, small.init().lastRead());
    }
    large.powerOff();
    small.powerOff();
    assertEquals(FRAMES, host.kernel().frames().free(), "nothing is lost");
    assertEquals(0, host.kernel().swap().used());
    assertEquals(0, host.kernel().overcommit().shared().size());
  }
}
