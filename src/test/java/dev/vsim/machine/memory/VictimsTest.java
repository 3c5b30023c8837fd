package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each policy's victims are those of a naive model, on random references to few frames. */
final class VictimsTest {
  private static final int REFERENCES = 3000;

  /** References with locality: often the same pages, sometimes any. */
  private static final class Stream3000 {
    private final long[] pages = new long[REFERENCES];
    private final boolean[] writes = new boolean[REFERENCES];

    Stream3000(int frames, long seed) {
      SplitMix64 random = new SplitMix64(seed);
      for (int i = 0; i < REFERENCES; i++) {
        pages[i] = random.below(random.below(3L * frames + 2) + 1);
        writes[i] = random.below(4) == 0;
      }
    }

    void make(Process process) {
      for (int i = 0; i < REFERENCES; i++) {
        process.accessPage(pages[i], writes[i] ? Op.WRITE : Op.READ);
      }
    }

    List<Long> victims(NaivePolicies naive) {
      List<Long> victims = new ArrayList<>();
      for (int i = 0; i < REFERENCES; i++) {
        long victim = naive.refer(pages[i], writes[i]);
        if (victim >= 0) {
          victims.add(victim);
        }
      }
      return victims;
    }
  }

  private static List<Long> victims(PolicyChoice policy, int frames, Stream3000 stream) {
    Told told = Told.only("evict");
    Hosts.twice(told, machine -> stream.make(Hosts.host(machine, frames, policy).init()));
    return told.lines().stream().map(line -> Long.decode(line.split(" ", -1)[3])).toList();
  }

  private static Stream<DynamicTest> equal(
      String name, PolicyChoice policy, IntFunction<NaivePolicies> naive) {
    return Stream.of(1, 2, 3, 4, 10, 33)
        .map(
            frames ->
                DynamicTest.dynamicTest(
                    name + " in " + frames,
                    () -> {
                      Stream3000 stream = new Stream3000(frames, 31L * frames);
                      assertEquals(
                          stream.victims(naive.apply(frames)), victims(policy, frames, stream));
                    }));
  }

  private static PolicyChoice with(PolicyKind kind, PolicyOption option, double value) {
    return new PolicyChoice(kind, new PolicyOptions(Map.of(option, value)));
  }

  @TestFactory
  Stream<DynamicTest> nru() {
    return Stream.concat(
        equal("nru", PolicyChoice.of(Policies.NRU), n -> new NaivePolicies.Nru(n, n)),
        equal(
            "nru 7",
            with(Policies.NRU, PolicyOption.INTERVAL, 7),
            n -> new NaivePolicies.Nru(n, 7)));
  }

  @TestFactory
  Stream<DynamicTest> aging() {
    return Stream.concat(
        equal("aging", PolicyChoice.of(Policies.AGING), n -> new NaivePolicies.Aging(n, n, 8)),
        equal(
            "aging of 3 bits",
            with(Policies.AGING, PolicyOption.BITS, 3),
            n -> new NaivePolicies.Aging(n, n, 3)));
  }

  @TestFactory
  Stream<DynamicTest> countsAndOrder() {
    return Stream.of(
            equal("lfu", PolicyChoice.of(Policies.LFU), NaivePolicies.Lfu::new),
            equal("mru", PolicyChoice.of(Policies.MRU), NaivePolicies.Mru::new),
            equal("random", PolicyChoice.of(Policies.RANDOM), NaivePolicies.Random::new))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> wsclock() {
    return Stream.concat(
        equal(
            "wsclock",
            PolicyChoice.of(Policies.WSCLOCK),
            n -> new NaivePolicies.WsClock(n, 4L * n)),
        equal(
            "wsclock 5",
            with(Policies.WSCLOCK, PolicyOption.TAU, 5),
            n -> new NaivePolicies.WsClock(n, 5)));
  }

  /**
   * Where somebody is told of flushed translations each frame is looked at in turn; else those in
   * which nothing is old are passed by, as long as the circle goes by number.
   */
  @Test
  void wsclockChoosesAlikeWhoeverListens() {
    for (int frames : new int[] {3, 64, 65, 200, 500}) {
      for (int tau : new int[] {1, frames, 4 * frames}) {
        PolicyChoice policy = with(Policies.WSCLOCK, PolicyOption.TAU, tau);
        Told told = Told.only("evict", "tlb-flush");
        Told victims = Told.only("evict");
        wander(told, policy, frames);
        wander(victims, policy, frames);
        List<String> all = new ArrayList<>(told.lines());
        all.removeIf(line -> !line.startsWith("evict"));
        assertTrue(all.size() > 5 * frames);
        assertEquals(all, victims.lines(), frames + " frames, tau " + tau);
      }
    }
  }

  /** At first in the order of the frames; later some pages go by themselves. */
  private static void wander(Told told, PolicyChoice policy, int frames) {
    SplitMix64 random = new SplitMix64(frames);
    Machine machine = new Machine(told, 1 << 30, 0);
    Process process = Hosts.host(machine, frames, policy).init();
    Process other =
        machine.declareProcess("other", machine.host(), ProcessSettings.PLAIN.withFrames(frames));
    for (int i = 0; i < 30 * frames; i++) {
      long page = random.below(random.below(3L * frames) + 1);
      if (i > 15 * frames && i % 40 == 0) {
        process.accessPage(3L * frames + i, Op.READ);
      } else if (i > 15 * frames && i % 40 == 2) {
        process.unmap((3L * frames + i - 2) << 12);
        other.accessPage(page, Op.READ);
      } else {
        process.accessPage(page, random.below(5) == 0 ? Op.WRITE : Op.READ);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> queuesWithGhosts() {
    return Stream.of(
            equal("2q", PolicyChoice.of(Policies.TWO_QUEUES), NaivePolicies.TwoQueues::new),
            equal("arc", PolicyChoice.of(Policies.ARC), NaivePolicies.Arc::new),
            equal("s3-fifo", PolicyChoice.of(Policies.S3_FIFO), NaivePolicies.S3Fifo::new),
            equal("sieve", PolicyChoice.of(Policies.SIEVE), NaivePolicies.Sieve::new))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> opt() {
    return Stream.of(1, 2, 3, 4, 10, 33)
        .map(
            frames ->
                DynamicTest.dynamicTest(
                    "opt in " + frames,
                    () -> {
                      Stream3000 stream = new Stream3000(frames, frames);
                      NaivePolicies naive = new NaivePolicies.Opt(frames, stream.pages);
                      assertEquals(
                          stream.victims(naive),
                          victims(PolicyChoice.of(Policies.OPT), frames, stream));
                    }));
  }
}
