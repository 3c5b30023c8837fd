package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import dev.vsim.event.Op;
import dev.vsim.machine.Cases;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Told;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PolicyTest {
  private static final PolicyChoice LRU = PolicyChoice.of(Policies.LRU);
  private static final PolicyChoice FIFO = PolicyChoice.of(Policies.FIFO);
  private static final PolicyChoice CLOCK = PolicyChoice.of(Policies.CLOCK);
  private static final PolicyChoice OTHER_CLOCK =
      new PolicyChoice(Policies.CLOCK, new PolicyOptions(false));

  /** Which pages a process loses when it makes these references. */
  private static List<Long> victims(PolicyChoice policy, int frames, long[] pages) {
    Told told = Told.only("evict");
    Hosts.twice(told, machine -> refer(Hosts.host(machine, frames, policy).init(), pages));
    return told.lines().stream().map(PolicyTest::page).toList();
  }

  private static void refer(Process process, long[] pages) {
    for (long page : pages) {
      process.accessPage(page, Op.READ);
    }
  }

  /** {@code evict host.init page 0x3 frame 0x1 dirty false}. */
  private static long page(String line) {
    return Long.decode(line.split(" ", -1)[3]);
  }

  @TestFactory
  Stream<DynamicTest> computedCases() {
    JsonObject all = Cases.read("policies.json");
    return Cases.list(all, "cases").stream()
        .filter(c -> Policies.named(c.get("policy").getAsString()).isPresent())
        .map(c -> DynamicTest.dynamicTest(name(c), () -> holds(c, all)));
  }

  private static String name(JsonObject c) {
    return c.get("policy") + " " + c.get("stream") + " " + c.get("frames");
  }

  private static void holds(JsonObject c, JsonObject all) {
    String stream = c.get("stream").getAsString();
    long[] pages = Cases.numbers(all.getAsJsonObject("streams").get(stream));
    PolicyChoice policy =
        PolicyChoice.of(Policies.named(c.get("policy").getAsString()).orElseThrow());
    List<Long> victims = victims(policy, c.get("frames").getAsInt(), pages);
    if (policy.kind().equals(Policies.OPT)) {
      long distinct = Arrays.stream(pages).distinct().count();
      long kept = Math.min(distinct, c.get("frames").getAsLong());
      assertEquals(
          c.get("misses").getAsLong() - kept,
          victims.size(),
          "its misses, whoever goes among equals");
    } else {
      assertEquals(Cases.longs(c.get("victims")), victims);
    }
  }

  /** A policy as a list and a loop. */
  private interface Naive {
    /** Refers to a page; says who goes, or −1. */
    long refer(long page);
  }

  private static Naive list(int frames, boolean moveOnHit) {
    List<Long> pages = new ArrayList<>();
    return page -> {
      if (pages.contains(page)) {
        if (moveOnHit) {
          pages.remove(page);
          pages.add(page);
        }
        return -1;
      }
      long victim = pages.size() == frames ? pages.remove(0) : -1;
      pages.add(page);
      return victim;
    };
  }

  /** Tanenbaum's clock: frames in a circle by their number. */
  private static final class NaiveClock implements Naive {
    private final long[] pages;
    private final boolean[] used;
    private final boolean setOnLoad;
    private int size;
    private int hand;

    NaiveClock(int frames, boolean setOnLoad) {
      this.pages = new long[frames];
      this.used = new boolean[frames];
      this.setOnLoad = setOnLoad;
    }

    @Override
    public long refer(long page) {
      for (int i = 0; i < size; i++) {
        if (pages[i] == page) {
          used[i] = true;
          return -1;
        }
      }
      long victim = -1;
      int at = size;
      if (size == pages.length) {
        while (used[hand]) {
          used[hand] = false;
          hand = (hand + 1) % size;
        }
        at = hand;
        victim = pages[at];
        hand = (hand + 1) % size;
      } else {
        size++;
      }
      pages[at] = page;
      used[at] = setOnLoad;
      return victim;
    }
  }

  @TestFactory
  Stream<DynamicTest> equalNaiveModels() {
    return Stream.of(1, 2, 3, 7, 40)
        .flatMap(
            frames ->
                Stream.of(
                    equal("fifo", frames, FIFO, list(frames, false)),
                    equal("lru", frames, LRU, list(frames, true)),
                    equal("clock", frames, CLOCK, new NaiveClock(frames, true)),
                    equal("clock off", frames, OTHER_CLOCK, new NaiveClock(frames, false))));
  }

  private static DynamicTest equal(String name, int frames, PolicyChoice policy, Naive naive) {
    return DynamicTest.dynamicTest(
        name + " " + frames,
        () -> {
          SplitMix64 random = new SplitMix64(frames);
          long[] pages = new long[4000];
          List<Long> expected = new ArrayList<>();
          for (int i = 0; i < pages.length; i++) {
            pages[i] = random.below(random.below(2 * frames + 2) + 1);
            long victim = naive.refer(pages[i]);
            if (victim >= 0) {
              expected.add(victim);
            }
          }
          assertEquals(expected, victims(policy, frames, pages));
        });
  }

  @Test
  void namesAreFound() {
    assertEquals("clock", Policies.named("clock").orElseThrow().word());
    assertEquals(List.of(), Policies.named("cloak").stream().toList());
  }
}
