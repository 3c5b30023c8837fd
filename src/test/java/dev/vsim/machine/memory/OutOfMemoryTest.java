package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import org.junit.jupiter.api.Test;

/** Rule R13: the process with most pages goes, among equals the last declared. */
final class OutOfMemoryTest {
  private static final PolicyChoice LRU = PolicyChoice.of(Policies.LRU);

  private final Told told = Told.only("evict", "out-of-memory", "frame-alloc");
  private final Machine machine = Hosts.machine(told);

  private Host host(int frames, int slots) {
    return Hosts.host(machine, Hosts.kernel(frames, LRU).withSwap(Hosts.slots(slots)));
  }

  private Process process(String name, Host host) {
    return machine.declareProcess(name, host, ProcessSettings.PLAIN);
  }

  private static void write(Process process, int pages) {
    for (int page = 0; page < pages; page++) {
      process.accessPage(page, Op.WRITE);
    }
  }

  @Test
  void anotherIsEndedAndTheFaultGoesOn() {
    Host host = host(4, 0);
    Process small = process("small", host);
    Process large = process("large", host);
    write(small, 1);
    write(large, 3);
    told.lines();
    assertEquals(AccessResult.FAULTED, small.accessPage(9, Op.READ));
    assertEquals(
        """
        out-of-memory small process large pages 3
        frame-alloc small page 0x9 frame 0x1
        """,
        told.text());
    assertTrue(large.ended());
    assertFalse(small.ended());
    assertEquals(2, small.resident());
  }

  @Test
  void amongEqualsTheLastDeclaredIsEnded() {
    Host host = host(4, 0);
    Process first = process("first", host);
    Process second = process("second", host);
    write(second, 2);
    write(first, 2);
    told.lines();
    assertEquals(AccessResult.FAULTED, first.accessPage(9, Op.READ));
    assertTrue(second.ended());
    assertEquals("out-of-memory first process second pages 2", told.lines().get(0));
  }

  @Test
  void theFaultingProcessMayBeTheOne() {
    Host host = host(2, 1);
    Process app = process("app", host);
    write(app, 3);
    told.lines();
    assertEquals(AccessResult.ENDED, app.accessPage(3, Op.WRITE));
    assertEquals("out-of-memory app process app pages 3\n", told.text());
    assertEquals(2, host.kernel().frames().free());
    assertEquals(0, host.kernel().swap().used());
  }

  @Test
  void cleanPagesNeedNoSwap() {
    Host host = host(2, 0);
    Process app = process("app", host);
    for (int page = 0; page < 10; page++) {
      assertEquals(AccessResult.FAULTED, app.accessPage(page, Op.READ));
    }
    assertEquals(8, app.evictions());
  }

  @Test
  void theVictimThatCouldNotBeWrittenStays() {
    Host host = host(3, 0);
    Process first = process("first", host);
    Process second = process("second", host);
    first.write(0, 8, 77);
    write(second, 2);
    told.lines();
    first.accessPage(1, Op.READ);
    first.accessPage(2, Op.READ);
    assertEquals(
        """
        out-of-memory first process second pages 2
        frame-alloc first page 0x1 frame 0x1
        frame-alloc first page 0x2 frame 0x2
        """,
        told.text());
    assertEquals(AccessResult.HIT, first.read(0, 8));
    assertEquals(77, first.lastRead());
    first.accessPage(3, Op.READ);
    assertEquals("evict first page 0x1 frame 0x1 dirty false", told.lines().get(0));
  }
}
