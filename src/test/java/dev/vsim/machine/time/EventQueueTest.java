package dev.vsim.machine.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.LimitReached;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The event queue against a list that is sorted anew for each step. */
class EventQueueTest {
  private final Clock clock = new Clock();
  private final EventQueue queue = new EventQueue(clock, bytes -> {});
  private final List<Long> happened = new ArrayList<>();

  private record Entry(long picoseconds, Phase phase, int order, long number) {}

  private static final Comparator<Entry> IN_ORDER =
      Comparator.comparingLong(Entry::picoseconds)
          .thenComparing(Entry::phase)
          .thenComparingInt(Entry::order)
          .thenComparingLong(Entry::number);

  @Test
  void thingsHappenAsASortedListHasThem() {
    Random random = new Random(7);
    List<Entry> naive = new ArrayList<>();
    long number = 0;
    for (int round = 0; round < 20_000; round++) {
      if (naive.isEmpty() || random.nextInt(20) < (round < 10_000 ? 12 : 8)) {
        long after = random.nextInt(4) * 250L + random.nextInt(3) * 1000L;
        Phase phase = Phase.values()[random.nextInt(Phase.values().length)];
        int order = random.nextInt(3);
        long now = queue.instant() * 1000 + queue.fraction();
        naive.add(new Entry(now + after, phase, order, number));
        queue.in(after, phase, order, happened::add, number++);
      } else {
        naive.sort(IN_ORDER);
        Entry first = naive.remove(0);
        queue.step();
        assertEquals(first.number(), happened.get(happened.size() - 1));
        assertEquals(first.picoseconds(), clock.now() * 1000 + clock.fraction());
      }
      assertEquals(naive.size(), queue.size());
    }
  }

  @Test
  void whatItCausesAtTheSameInstantComesInItsPhase() {
    queue.at(5, Phase.SLICE_END, 0, happened::add, 3);
    queue.at(
        5,
        Phase.COMPLETION,
        0,
        a -> {
          happened.add(a);
          queue.in(0, Phase.ARRIVAL, 9, happened::add, 2);
        },
        1);
    drain();
    assertEquals(List.of(1L, 2L, 3L), happened);
  }

  @Test
  void whatIsLateCountsFromItsOwnInstant() {
    queue.at(10, Phase.ARRIVAL, 0, a -> queue.in(5_000, Phase.ARRIVAL, 0, this::instant, a), 0);
    clock.advance(1_000_000);
    drain();
    assertEquals(List.of(15L), happened);
    assertEquals(1000, clock.now());
  }

  @Test
  void whatActsLateActsInThePresent() {
    queue.at(
        10,
        Phase.ACT,
        0,
        a -> queue.act(() -> queue.in(5_000, Phase.ARRIVAL, 0, this::instant, a)),
        0);
    clock.advance(1_000_000);
    drain();
    assertEquals(List.of(1005L), happened);
  }

  @Test
  void aRunEndsBeforeWhatBeginsAtItsLastInstant() {
    queue.at(10, Phase.BURST_END, 0, happened::add, 1);
    queue.at(10, Phase.SLICE_END, 0, happened::add, 2);
    Operation run = queue.alarm(10);
    while (!run.isOver()) {
      queue.step();
    }
    assertEquals(List.of(1L), happened);
    assertEquals(10, clock.now());
    assertFalse(queue.isDueAfterAct());
    assertTrue(queue.isDueBeforeAct());
  }

  @Test
  void anActOfAnInstantLetsPassWhatStandsBeforeIt() {
    queue.at(10, Phase.BURST_END, 0, happened::add, 1);
    queue.at(10, Phase.ARRIVAL, 0, happened::add, 2);
    clock.reach(10, 0);
    queue.act(
        () -> {
          assertTrue(queue.isDueBeforeAct());
          queue.step();
          assertFalse(queue.isDueBeforeAct(), "arrivals of this instant come after the act");
          clock.advance(1);
          assertTrue(queue.isDueBeforeAct());
        });
  }

  @Test
  void beyondTheEndOfTimeIsTheEnd() {
    clock.reach(EventQueue.END - 3, 0);
    queue.in(5_000, Phase.ARRIVAL, 0, this::instant, 0);
    drain();
    assertEquals(List.of(EventQueue.END), happened);
  }

  @Test
  void itsMemoryIsChargedBeforeItIsTaken() {
    Budget budget = new Budget(100_000);
    EventQueue bounded = new EventQueue(clock, budget::charge);
    assertThrows(
        LimitReached.class,
        () -> {
          for (int i = 0; i < 100_000; i++) {
            bounded.in(i, Phase.ARRIVAL, 0, happened::add, i);
          }
        });
    assertTrue(budget.used() <= budget.limit());
  }

  private void instant(long about) {
    happened.add(queue.instant());
  }

  private void drain() {
    while (!queue.isEmpty()) {
      queue.step();
    }
  }
}
