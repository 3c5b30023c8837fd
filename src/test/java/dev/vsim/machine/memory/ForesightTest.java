package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.SplitMix64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code opt} knows, and what happens when the second run is another. */
final class ForesightTest {
  private static final PolicyChoice OPT = PolicyChoice.of(Policies.OPT);
  private static final long LIMIT = 1L << 30;

  private static Process host(Machine machine, int frames) {
    return Hosts.host(machine, frames, OPT).init();
  }

  private static void read(Process process, long... pages) {
    for (long page : pages) {
      process.accessPage(page, Op.READ);
    }
  }

  private static Machine second(long[] first, long... second) {
    Foresight noting = Foresight.noting();
    read(host(new Machine(Told.nothing(), LIMIT, 0, noting), 2), first);
    Machine machine = new Machine(Told.nothing(), LIMIT, 0, noting.known());
    read(host(machine, 2), second);
    return machine;
  }

  @Test
  void theSameReferencesHaveNoDeparture() {
    Machine machine = second(new long[] {1, 2, 3, 1}, 1, 2, 3, 1);
    assertEquals(Optional.empty(), machine.foresight().departure());
    assertEquals(Optional.empty(), machine.foresight().shortfall());
    assertEquals(4, machine.foresight().noted());
  }

  @Test
  void theFirstOtherReferenceIsToldWithBoth() {
    Machine machine = second(new long[] {1, 2, 3, 1}, 1, 2, 1, 3);
    assertEquals(
        Optional.of(new Foresight.Departure(3, "page 0x3 of host.init", "page 0x1 of host.init")),
        machine.foresight().departure());
  }

  @Test
  void moreReferencesAreADeparture() {
    Machine machine = second(new long[] {1, 2}, 1, 2, 7);
    assertEquals(
        Optional.of(new Foresight.Departure(3, "nothing", "page 0x7 of host.init")),
        machine.foresight().departure());
  }

  @Test
  void fewerReferencesAreAShortfall() {
    Machine machine = second(new long[] {1, 2, 3}, 1, 2);
    assertEquals(Optional.empty(), machine.foresight().departure());
    assertEquals(
        Optional.of(new Foresight.Departure(3, "page 0x3 of host.init", "nothing")),
        machine.foresight().shortfall());
  }

  @Test
  void whatFollowsADepartureStillRuns() {
    Machine machine = second(new long[] {1, 2}, 9, 8, 7, 6, 9);
    assertEquals(5, machine.host().init().accesses());
    assertEquals(1, machine.foresight().departure().orElseThrow().number());
  }

  @Test
  void localSetsMayBeInterleavedOtherwise() {
    Foresight noting = Foresight.noting();
    Machine first = new Machine(Told.nothing(), LIMIT, 0, noting);
    interleave(first, true);
    Machine machine = new Machine(Told.nothing(), LIMIT, 0, noting.known());
    interleave(machine, false);
    assertEquals(Optional.empty(), machine.foresight().departure());
    assertEquals(Optional.empty(), machine.foresight().shortfall());
  }

  private static void interleave(Machine machine, boolean aFirst) {
    ProcessSettings local = ProcessSettings.PLAIN.withFrames(2).withPolicy(OPT);
    Process a = machine.declareProcess("a", machine.host(), local);
    Process b = machine.declareProcess("b", machine.host(), local);
    read(aFirst ? a : b, 1, 2, 3, 1);
    read(aFirst ? b : a, 1, 2, 3, 1);
  }

  @Test
  void processesOfOneSetAreToldApart() {
    Told told = Told.only("evict");
    Hosts.twice(
        told,
        machine -> {
          Host host = Hosts.host(machine, 2, OPT);
          Process a = machine.declareProcess("a", host, ProcessSettings.PLAIN);
          Process b = machine.declareProcess("b", host, ProcessSettings.PLAIN);
          read(a, 1);
          read(b, 1);
          read(b, 2);
          read(a, 1);
        });
    assertEquals("evict b page 0x1 frame 0x1 dirty false\n", told.text());
  }

  @Test
  void aFullSwapEndsNobodyInTheFirstRun() {
    Foresight noting = Foresight.noting();
    KernelSettings small = Hosts.kernel(2, OPT).withSwap(Hosts.slots(1));
    Machine first = new Machine(Told.nothing(), LIMIT, 0, noting);
    Process process = Hosts.host(first, small).init();
    for (int page = 0; page < 20; page++) {
      process.accessPage(page, Op.WRITE);
    }
    assertFalse(process.ended());
    Machine machine = new Machine(Told.nothing(), LIMIT, 0, noting.known());
    Process again = Hosts.host(machine, small).init();
    for (int page = 0; page < 20; page++) {
      again.accessPage(page, Op.WRITE);
    }
    assertTrue(again.ended());
    assertTrue(machine.foresight().shortfall().isPresent());
  }

  @Test
  void replaysAndCommandsAreNotedAlike() {
    SplitMix64 random = new SplitMix64(5);
    long[] references = new long[5000];
    for (int i = 0; i < references.length; i++) {
      references[i] = ReferenceSource.page(random.below(random.below(90) + 1), Op.READ);
    }
    Told told = Told.nothing();
    Machine replayed = Hosts.twice(told, machine -> host(machine, 8).replay(source(references)));
    Machine single =
        Hosts.twice(
            told,
            machine -> {
              Process process = host(machine, 8);
              for (long reference : references) {
                process.accessPage(reference >> ReferenceSource.VALUE_SHIFT, Op.READ);
              }
            });
    assertEquals(single.host().init().faults(), replayed.host().init().faults());
    assertEquals(single.clock().now(), replayed.clock().now());
  }

  /** Also where the process ends in the middle, or some pages are there before. */
  @Test
  void whereNothingFollowsItIsEnoughToNote() {
    for (int seed = 0; seed < 60; seed++) {
      SplitMix64 random = new SplitMix64(seed);
      long[] references = new long[400];
      for (int i = 0; i < references.length; i++) {
        long page = random.below(800) == 0 ? 1L << 40 : random.below(random.below(40) + 1);
        references[i] = ReferenceSource.page(page, random.below(9) == 0 ? Op.WRITE : Op.READ);
      }
      Machine simulated = replayed(references, false);
      Machine noted = replayed(references, true);
      assertEquals(simulated.foresight().noted(), noted.foresight().noted());
      assertEquals(Optional.empty(), noted.foresight().departure());
      assertEquals(Optional.empty(), noted.foresight().shortfall());
      assertEquals(simulated.host().init().faults(), noted.host().init().faults());
      assertEquals(simulated.clock().now(), noted.clock().now());
    }
  }

  private static Machine replayed(long[] references, boolean nothingFollows) {
    Foresight noting = Foresight.noting();
    Machine first = new Machine(Told.nothing(), LIMIT, 0, noting);
    Process process = prepared(first);
    if (nothingFollows) {
      noting.nothingFollows();
    }
    process.replay(source(references));
    if (nothingFollows) {
      assertTrue(process.faults() < 50, () -> "simulated all the same: " + process.faults());
    }
    Machine machine = new Machine(Told.nothing(), LIMIT, 0, noting.known());
    prepared(machine).replay(source(references));
    return machine;
  }

  private static Process prepared(Machine machine) {
    Process process = host(machine, 7);
    read(process, 1, 2, 3);
    process.protect(2 << 12, Rights.of(true, false, false));
    return process;
  }

  private static ReferenceSource source(long[] references) {
    int[] at = {0};
    return batch -> {
      int n = Math.min(batch.length, references.length - at[0]);
      System.arraycopy(references, at[0], batch, 0, n);
      at[0] += n;
      return n;
    };
  }

  /** Whatever is shared, copied or evicted meanwhile, both runs note the same references. */
  @Test
  void forkedPagesAreNotedByWhoRefersToThem() {
    for (int seed = 0; seed < 40; seed++) {
      int dice = seed;
      Machine machine = Hosts.twice(Told.nothing(), m -> family(m, new SplitMix64(dice)));
      assertEquals(Optional.empty(), machine.foresight().departure());
      assertEquals(Optional.empty(), machine.foresight().shortfall());
    }
  }

  private static void family(Machine machine, SplitMix64 random) {
    Process parent = host(machine, 5);
    refer(parent, random, 20);
    Process child = parent.kernel().fork(parent, "child");
    for (int i = 0; i < 60; i++) {
      refer(random.below(2) == 0 ? parent : child, random, 3);
    }
    parent.end();
    refer(child, random, 30);
  }

  private static void refer(Process process, SplitMix64 random, int times) {
    for (int i = 0; i < times; i++) {
      process.accessPage(random.below(9), random.below(3) == 0 ? Op.WRITE : Op.READ);
    }
  }

  @Test
  void aPageThatAChildUsesSoonStays() {
    Told told = Told.only("evict");
    Hosts.twice(
        told,
        machine -> {
          Process parent = host(machine, 2);
          read(parent, 1, 2);
          Process child = parent.kernel().fork(parent, "child");
          read(parent, 3);
          read(child, 1);
        });
    assertEquals(
        """
        evict host.init page 0x2 frame 0x1 dirty false
        evict child page 0x2 frame 0x1 dirty false
        """,
        told.text());
  }

  @Test
  void whoeverRunsOnlyOnceIsKnownToHaveWantedIt() {
    Machine machine = new Machine(Told.nothing(), LIMIT, 0);
    assertFalse(machine.foresight().isWanted());
    host(machine, 2);
    assertTrue(machine.foresight().isWanted());
    assertEquals(Foresight.Stage.NONE, machine.foresight().stage());
  }
}
