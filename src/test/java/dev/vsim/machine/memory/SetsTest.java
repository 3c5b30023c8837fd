package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several processes: isolation, local and global sets, context switches. */
final class SetsTest {
  private static final PolicyChoice LRU = PolicyChoice.of(Policies.LRU);

  private static void read(Process process, long... pages) {
    for (long page : pages) {
      assertTrue(process.accessPage(page, Op.READ).done());
    }
  }

  @Test
  void theSameAddressInTwoProcessesLiesInTwoFrames() {
    Machine machine = Hosts.machine(Told.nothing());
    Host host = machine.host();
    Process word = machine.declareProcess("word", host, ProcessSettings.PLAIN);
    Process chrome = machine.declareProcess("chrome", host, ProcessSettings.PLAIN);
    word.write(0x1000, 8, 1);
    chrome.write(0x1000, 8, 2);
    word.read(0x1000, 8);
    chrome.read(0x1000, 8);
    assertEquals(1, word.lastRead());
    assertEquals(2, chrome.lastRead());
    assertNotEquals(word.page(1).frame(), chrome.page(1).frame());
    assertEquals(word, host.kernel().owner(word.page(1).frame().getAsInt()));
    assertEquals(1, host.kernel().pageIn(chrome.page(1).frame().getAsInt()));
  }

  @Test
  void aGlobalSetTakesFromAnyone() {
    Told told = Told.only("evict");
    Machine machine = Hosts.machine(told);
    Host host = Hosts.host(machine, 4, LRU);
    Process first = machine.declareProcess("first", host, ProcessSettings.PLAIN);
    Process second = machine.declareProcess("second", host, ProcessSettings.PLAIN);
    read(first, 0, 1, 2, 3);
    read(second, 0, 1);
    assertEquals(
        """
        evict first page 0x0 frame 0x0 dirty false
        evict first page 0x1 frame 0x1 dirty false
        """,
        told.text());
    assertEquals(2, first.evictions(), "counted where the page was");
    assertEquals(0, second.evictions());
  }

  @Test
  void aLocalSetTakesFromItself() {
    Told told = Told.only("evict", "frame-alloc");
    Machine machine = Hosts.machine(told);
    Host host = Hosts.host(machine, 8, LRU);
    PolicyChoice fifo = PolicyChoice.of(Policies.FIFO);
    Process local =
        machine.declareProcess("local", host, ProcessSettings.PLAIN.withFrames(2).withPolicy(fifo));
    Process other = machine.declareProcess("other", host, ProcessSettings.PLAIN);
    read(local, 0);
    read(other, 0);
    read(local, 1, 0);
    told.lines();
    read(local, 2);
    assertEquals(
        """
        evict local page 0x0 frame 0x0 dirty false
        frame-alloc local page 0x2 frame 0x0
        """,
        told.text(),
        "first in, although it was used last");
    assertEquals(2, local.resident());
    assertEquals(5, host.kernel().frames().free(), "frames are not set aside");
    assertEquals(2, local.frameSet().limit());
  }

  @Test
  void withoutFramesALocalSetTakesFromItselfBeforeItsLimit() {
    Told told = Told.only("evict");
    Machine machine = Hosts.machine(told);
    Host host = Hosts.host(machine, 4, LRU);
    Process local = machine.declareProcess("local", host, ProcessSettings.PLAIN.withFrames(3));
    Process late = machine.declareProcess("late", host, ProcessSettings.PLAIN.withFrames(3));
    read(host.init(), 0, 1);
    read(local, 0, 1, 2);
    assertEquals("evict local page 0x0 frame 0x2 dirty false\n", told.text());
    read(late, 0);
    assertEquals("evict host.init page 0x0 frame 0x0 dirty false\n", told.text(), "it has none");
  }

  @Test
  void anotherProcessIsAContextSwitch() {
    Told told = Told.only("access", "context-switch");
    Machine machine = Hosts.machine(told);
    Host host = machine.host();
    Process word = machine.declareProcess("word", host, ProcessSettings.PLAIN);
    read(word, 0, 0);
    long before = machine.clock().now();
    read(host.init(), 0);
    read(host.init(), 0);
    assertEquals(
        List.of(
            "access word op read va 0x0",
            "access word op read va 0x0",
            "context-switch host from word to host.init",
            "access host.init op read va 0x0",
            "access host.init op read va 0x0"),
        told.lines());
    assertEquals(before + 2000 + 1202 + 101, machine.clock().now());
    assertEquals((1202 + 101) / 2.0, host.init().eat().orElseThrow(), "the switch is not its time");
    read(word, 0);
    assertEquals(2, word.hits());
    assertEquals(3, host.kernel().tlb().hits(), "translations are tagged and stay");
  }
}
