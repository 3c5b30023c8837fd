package dev.vsim.machine.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vsim.machine.Cases;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class TlbTest {
  private static final int READ_ONLY = Tlb.rights(1, 1);

  @TestFactory
  Stream<DynamicTest> computedCases() {
    JsonObject streams = Cases.read("policies.json").getAsJsonObject("streams");
    return Cases.list(Cases.read("tlb.json"), "cases").stream()
        .filter(c -> streams.has(c.get("stream").getAsString()))
        .map(c -> DynamicTest.dynamicTest(c.get("id").getAsString(), () -> holds(c, streams)));
  }

  private static void holds(JsonObject c, JsonObject streams) {
    Tlb tlb = tlb(c.get("entries").getAsInt(), c.get("ways").getAsInt());
    StringBuilder pattern = new StringBuilder();
    for (long page : Cases.numbers(streams.get(c.get("stream").getAsString()))) {
      boolean hit = tlb.find(Tlb.key(0, page)) >= 0;
      if (!hit) {
        tlb.fill(Tlb.key(0, page), 0, 0, READ_ONLY);
      }
      pattern.append(hit ? 'H' : 'M');
    }
    assertEquals(c.get("pattern").getAsString(), pattern.toString());
    assertEquals(lastUsedFirst(c.getAsJsonArray("final_sets")), sets(tlb));
  }

  /** The cases list each set the last used last. */
  private static List<List<Long>> lastUsedFirst(JsonArray sets) {
    List<List<Long>> reversed = new ArrayList<>();
    for (JsonElement set : sets) {
      List<Long> pages = new ArrayList<>();
      Cases.longs(set).forEach(page -> pages.add(0, page));
      reversed.add(pages);
    }
    return reversed;
  }

  private static List<List<Long>> sets(Tlb tlb) {
    List<List<Long>> sets = new ArrayList<>();
    for (int i = 0; i < tlb.settings().sets(); i++) {
      sets.add(new ArrayList<>());
    }
    tlb.rows().forEach(row -> sets.get(row.set()).add(row.page()));
    return sets;
  }

  private static Tlb tlb(int entries, int ways) {
    return new Tlb(new TlbSettings(entries, ways));
  }

  /** Random look-ups, fills and drops against a queue for each set. */
  @TestFactory
  Stream<DynamicTest> equalsQueues() {
    return Stream.of(new int[] {1, 1}, new int[] {4, 2}, new int[] {6, 2}, new int[] {64, 4})
        .map(
            shape ->
                DynamicTest.dynamicTest(
                    shape[0] + "/" + shape[1],
                    () -> new Queues(shape[0], shape[1]).run(new SplitMix64(shape[0]))));
  }

  private static final class Queues {
    private final Tlb tlb;
    private final int ways;
    private final List<Deque<Long>> sets = new ArrayList<>();

    Queues(int entries, int ways) {
      this.tlb = tlb(entries, ways);
      this.ways = ways;
      for (int i = 0; i < entries / ways; i++) {
        sets.add(new ArrayDeque<>());
      }
    }

    void run(SplitMix64 random) {
      for (int i = 0; i < 20_000; i++) {
        long page = random.below(3L * ways * sets.size());
        int space = (int) random.below(2);
        long key = Tlb.key(space, page);
        Deque<Long> set = sets.get((int) (page % sets.size()));
        switch ((int) random.below(20)) {
          case 0 -> assertEquals(set.remove(key), tlb.drop(key));
          case 1 -> dropSpace(space, random);
          default -> refer(key, (int) page, set);
        }
      }
      assertTrue(tlb.rows().stream().allMatch(row -> row.frame() == (int) row.page()));
    }

    private void refer(long key, int frame, Deque<Long> set) {
      int entry = tlb.find(key);
      assertEquals(set.remove(key), entry >= 0);
      if (entry >= 0) {
        assertEquals(frame, tlb.frame(entry));
      } else {
        tlb.fill(key, frame, frame + 1, READ_ONLY);
        if (set.size() == ways) {
          set.removeFirst();
        }
      }
      set.addLast(key);
    }

    private void dropSpace(int space, SplitMix64 random) {
      if (random.below(50) == 0) {
        sets.forEach(set -> set.removeIf(key -> key >>> 40 == space));
        tlb.dropSpace(space);
      }
    }
  }

  @Test
  void rightsAreWhatNeedsNoWalkAndWhatTheTablePermits() {
    Tlb tlb = tlb(4, 4);
    tlb.fill(Tlb.key(3, 7), 1, 2, Tlb.rights(0b101, 0b111));
    int entry = tlb.find(Tlb.key(3, 7));
    assertTrue(tlb.permits(entry, 0));
    assertFalse(tlb.permits(entry, 1), "D is not set yet");
    assertTrue(tlb.permits(entry, 2));
    assertTrue(tlb.tablePermits(entry, 1));
    assertEquals(1, tlb.frame(entry));
    assertEquals(2, tlb.hostFrame(entry));
    assertEquals(-1, tlb.find(Tlb.key(4, 7)), "another address space");
    tlb.clear();
    assertEquals(-1, tlb.find(Tlb.key(3, 7)));
    assertEquals(List.of(), tlb.rows());
  }
}
