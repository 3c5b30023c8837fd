package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vsim.event.Cause;
import dev.vsim.event.Op;
import dev.vsim.machine.Cases;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SwapTest {
  private static final PolicyChoice FIFO = PolicyChoice.of(Policies.FIFO);

  @TestFactory
  Stream<DynamicTest> computedCases() {
    return Cases.list(Cases.read("swap_dirty.json"), "cases").stream()
        .filter(c -> Policies.named(word(c)).isPresent())
        .map(c -> DynamicTest.dynamicTest(c.get("id").getAsString(), () -> holds(c)));
  }

  private static String word(JsonObject c) {
    return c.get("policy").getAsString().toLowerCase(Locale.ROOT);
  }

  private static void holds(JsonObject c) {
    Told told = Told.only("access", "evict");
    PolicyChoice policy = PolicyChoice.of(Policies.named(word(c)).orElseThrow());
    Machine machine =
        Hosts.twice(told, m -> refer(Hosts.host(m, c.get("frames").getAsInt(), policy).init(), c));
    Process process = machine.host().init();
    JsonObject expect = c.getAsJsonObject("expect");
    assertEquals(expect.get("hits").getAsLong(), process.hits());
    assertEquals(expect.get("faults").getAsLong(), process.faults());
    assertEquals(expect.get("evictions").getAsLong(), process.evictions());
    if (policy.kind().equals(Policies.OPT)) {
      return; // Which of several pages goes that are never used again is not the same elsewhere.
    }
    assertEquals(expect.get("swap_outs").getAsLong(), process.swapOuts());
    assertEquals(expect.get("swap_ins").getAsLong(), process.swapIns());
    assertEquals(expect.get("swap_ins").getAsLong(), process.faults(Cause.SWAPPED));
    assertEquals(evictions(c), evictions(told.lines()));
    for (long page : Cases.numbers(c.get("final_mem"))) {
      boolean dirty = Cases.longs(c.get("final_dirty")).contains(page);
      assertTrue(process.page(page).present());
      assertEquals(dirty, process.page(page).dirty());
    }
  }

  private static void refer(Process process, JsonObject c) {
    for (JsonElement reference : c.getAsJsonArray("refs")) {
      JsonArray pair = reference.getAsJsonArray();
      boolean write = pair.get(1).getAsString().equals("W");
      process.accessPage(pair.get(0).getAsLong(), write ? Op.WRITE : Op.READ);
    }
  }

  private static List<String> evictions(JsonObject c) {
    List<String> evictions = new ArrayList<>();
    for (JsonElement element : c.getAsJsonArray("evictions")) {
      JsonArray row = element.getAsJsonArray();
      boolean dirty = row.get(2).getAsString().equals("dirty");
      evictions.add(row.get(0).getAsInt() + " " + row.get(1).getAsInt() + " " + dirty);
    }
    return evictions;
  }

  /** Which reference, counted from 0, evicts which page, and whether it is dirty. */
  private static List<String> evictions(List<String> lines) {
    List<String> evictions = new ArrayList<>();
    int reference = -1;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("access")) {
        reference++;
      } else {
        evictions.add(reference + " " + Long.decode(words[3]) + " " + words[7]);
      }
    }
    return evictions;
  }

  private static Process process(Machine machine, int frames, int slots) {
    KernelSettings kernel = Hosts.kernel(frames, FIFO).withSwap(Hosts.slots(slots));
    return Hosts.host(machine, kernel).init();
  }

  private static void write(Process process, long... pages) {
    for (long page : pages) {
      assertTrue(process.write(page * Hosts.PAGE, 8, 1000 + page).done());
    }
  }

  @Test
  void slotsAreTakenLowestFirstAndKept() {
    Told told = Told.only("swap-out", "swap-in");
    Machine machine = Hosts.machine(told);
    Process process = process(machine, 2, 8);
    write(process, 0, 1, 2, 3, 0);
    assertEquals(
        """
        swap-out host.init page 0x0 slot 0
        swap-out host.init page 0x1 slot 1
        swap-out host.init page 0x2 slot 2
        swap-in host.init page 0x0 slot 0
        """,
        told.text());
    write(process, 4);
    assertEquals("swap-out host.init page 0x3 slot 3\n", told.text());
    process.unmap(Hosts.PAGE);
    write(process, 5);
    assertEquals("swap-out host.init page 0x0 slot 0\n", told.text(), "its own slot again");
    write(process, 6);
    assertEquals("swap-out host.init page 0x4 slot 1\n", told.text(), "the slot of page 1");
    assertEquals(4, process.kernel().swap().used());
    assertEquals(1002, read(process, 2));
  }

  private static long read(Process process, long page) {
    assertTrue(process.read(page * Hosts.PAGE, 8).done());
    return process.lastRead();
  }

  @Test
  void aFullSwapEndsAProcess() {
    Told told = Told.only("evict", "swap-out", "out-of-memory");
    Machine machine = Hosts.machine(told);
    Process process = process(machine, 2, 2);
    write(process, 0, 1, 2, 3);
    told.lines();
    assertEquals(AccessResult.ENDED, process.read(0, 8), "pages 2 and 3 have no slots");
    assertEquals(
        """
        out-of-memory host.init process host.init pages 4
        """,
        told.text());
    assertTrue(process.ended());
  }

  @Test
  void aPageThatLosesItsSlotMustBeWrittenAgain() {
    Told told = Told.only("evict", "swap-out", "swap-in");
    Machine machine = Hosts.machine(told);
    Process process = process(machine, 2, 2);
    write(process, 0, 1);
    process.accessPage(2, Op.READ);
    process.accessPage(0, Op.READ);
    told.lines();
    assertEquals(2, process.kernel().swap().used());
    assertEquals(1000, read(process, 0));
    process.accessPage(2, Op.WRITE);
    process.accessPage(3, Op.READ);
    assertEquals(
        """
        evict host.init page 0x2 frame 0x0 dirty true
        swap-out host.init page 0x2 slot 0
        """,
        told.text(),
        "page 0 is resident with slot 0, which is the lowest and is taken back");
    process.unmap(Hosts.PAGE);
    process.accessPage(4, Op.READ);
    assertEquals(
        """
        evict host.init page 0x0 frame 0x1 dirty true
        swap-out host.init page 0x0 slot 1
        """,
        told.text());
    assertEquals(1000, read(process, 0));
  }

  @Test
  void aDiskIsSlower() {
    Machine machine = Hosts.machine(Told.nothing());
    SwapSettings disk = new SwapSettings(1 << 20, Medium.HDD);
    Process process = Hosts.host(machine, Hosts.kernel(1, FIFO).withSwap(disk)).init();
    write(process, 0);
    long before = machine.clock().now();
    process.accessPage(1, Op.READ);
    assertEquals(before + 10_000_000 + 1262, machine.clock().now());
  }
}
