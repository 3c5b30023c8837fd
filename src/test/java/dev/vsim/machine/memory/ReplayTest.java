package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Cause;
import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ReplayTest {
  private static final List<PolicyChoice> POLICIES =
      List.of(
          PolicyChoice.of(Policies.FIFO),
          PolicyChoice.of(Policies.LRU),
          PolicyChoice.of(Policies.CLOCK),
          new PolicyChoice(Policies.CLOCK, new PolicyOptions(false)),
          PolicyChoice.of(Policies.NRU),
          PolicyChoice.of(Policies.AGING),
          PolicyChoice.of(Policies.WSCLOCK),
          PolicyChoice.of(Policies.LFU),
          PolicyChoice.of(Policies.MRU),
          PolicyChoice.of(Policies.RANDOM),
          PolicyChoice.of(Policies.TWO_QUEUES),
          PolicyChoice.of(Policies.ARC),
          PolicyChoice.of(Policies.S3_FIFO),
          PolicyChoice.of(Policies.SIEVE));

  /** Hands out references in uneven batches. */
  private static ReferenceSource source(long[] references) {
    return new ReferenceSource() {
      private int at;

      @Override
      public int next(long[] batch) {
        int n = Math.min(Math.min(batch.length, 1 + at % 700), references.length - at);
        System.arraycopy(references, at, batch, 0, n);
        at += n;
        return n;
      }
    };
  }

  private static long[] random(long seed, int pages) {
    SplitMix64 random = new SplitMix64(seed);
    long[] references = new long[20_000];
    long page = 0;
    for (int i = 0; i < references.length; i++) {
      page = random.below(3) == 0 ? random.below(random.below(pages) + 1) : page;
      Op op = Op.values()[(int) random.below(3)];
      references[i] =
          random.below(2) == 0
              ? ReferenceSource.page(page, op)
              : ReferenceSource.address((page << 12) + random.below(4096), op);
    }
    return references;
  }

  private static AccessResult single(Process process, long reference) {
    Op op = Op.values()[(int) (reference & ReferenceSource.OP_MASK)];
    long value = reference >> ReferenceSource.VALUE_SHIFT;
    boolean page = (reference & ReferenceSource.PAGE_BIT) != 0;
    return page ? process.accessPage(value, op) : process.access(value, op);
  }

  @TestFactory
  Stream<DynamicTest> equalsSingleAccesses() {
    return Stream.of(1, 3, 30, 200)
        .flatMap(
            frames ->
                POLICIES.stream()
                    .flatMap(
                        policy ->
                            Stream.of(
                                equal("host", frames, policy, m -> onHost(m, frames, policy)),
                                equal("vm", frames, policy, m -> inVm(m, frames, policy)))));
  }

  private static Process onHost(Machine machine, int frames, PolicyChoice policy) {
    return Hosts.host(machine, frames, policy).init();
  }

  private static Process inVm(Machine machine, int frames, PolicyChoice policy) {
    VmSettings settings = VmSettings.DEFAULT.withKernel(Hosts.kernel(frames, policy));
    return machine.declareVm("vm", machine.host(), settings).init();
  }

  private static DynamicTest equal(
      String where, int frames, PolicyChoice policy, Function<Machine, Process> make) {
    String name = where + " " + frames + " " + policy.kind().word();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          long[] references = random(frames, frames + 40);
          Machine one = Hosts.machine(Told.nothing());
          Process singly = make.apply(one);
          Arrays.stream(references).forEach(r -> assertTrue(single(singly, r).done()));

          Told told = Told.everything();
          Machine other = Hosts.machine(told);
          Process replayed = make.apply(other);
          ReplayResult result = replayed.replay(source(references));

          assertEquals(one.clock().now(), other.clock().now());
          assertEquals(counts(singly), counts(replayed));
          assertEquals(states(singly), states(replayed));
          assertEquals(List.of(line(replayed, result)), told.lines());
          assertEquals(references.length, result.references());
          assertEquals(singly.faults(), result.faults());
          assertEquals(one.clock().now(), result.time());
        });
  }

  /** Two processes share frames that are few and a swap area that is soon full, or has none. */
  @TestFactory
  Stream<DynamicTest> equalsSingleAccessesWhereMemoryIsShort() {
    return POLICIES.stream()
        .flatMap(
            policy ->
                Stream.of(0, 8, 24, 4096).map(slots -> equalWhereMemoryIsShort(policy, slots)));
  }

  private static DynamicTest equalWhereMemoryIsShort(PolicyChoice policy, int slots) {
    return DynamicTest.dynamicTest(
        policy.kind().word() + ", " + slots + " slots",
        () -> {
          Machine one = Hosts.machine(Told.nothing());
          Machine other = Hosts.machine(Told.nothing());
          List<Process> singly = two(one, policy, slots);
          List<Process> replayed = two(other, policy, slots);
          for (int round = 0; round < 6; round++) {
            long[] references = random(round, 30);
            Process first = singly.get(round % 2);
            for (int i = 0; i < references.length && !first.ended(); i++) {
              single(first, references[i]);
            }
            if (!replayed.get(round % 2).ended()) {
              replayed.get(round % 2).replay(source(references));
            }
            assertEquals(one.clock().now(), other.clock().now());
            for (int i = 0; i < 2; i++) {
              assertEquals(counts(singly.get(i)), counts(replayed.get(i)));
              assertEquals(states(singly.get(i)), states(replayed.get(i)));
            }
          }
        });
  }

  private static List<Process> two(Machine machine, PolicyChoice policy, int slots) {
    Host host = Hosts.host(machine, Hosts.kernel(20, policy).withSwap(Hosts.slots(slots)));
    return List.of(
        machine.declareProcess("a", host, ProcessSettings.PLAIN),
        machine.declareProcess("b", host, ProcessSettings.PLAIN));
  }

  private static String line(Process process, ReplayResult r) {
    return "replay-end %s references %d faults %d hits %d evictions %d swap-outs %d swap-ins %d"
            .formatted(
                process.path(),
                r.references(),
                r.faults(),
                r.hits(),
                r.evictions(),
                r.swapOuts(),
                r.swapIns())
        + " time "
        + dev.vsim.value.Printed.whole(r.time(), dev.vsim.value.Dimension.DURATION);
  }

  private static List<Object> counts(Process p) {
    Tlb tlb = p.kernel().tlb();
    return List.of(
        p.accesses(),
        p.hits(),
        p.faults(Cause.FIRST_TOUCH),
        p.faults(Cause.SWAPPED),
        p.evictions(),
        p.swapOuts(),
        p.swapIns(),
        p.walkReferences(),
        p.resident(),
        p.swapped(),
        p.eat().orElse(0),
        tlb.hits(),
        tlb.misses(),
        tlb.rows());
  }

  private static List<PageState> states(Process process) {
    return Stream.iterate(process.nextUsed(0), page -> page >= 0, p -> process.nextUsed(p + 1))
        .map(process::page)
        .toList();
  }

  @Test
  void stopsWhereTheProcessEnds() {
    Told told = Told.visible();
    Machine machine = Hosts.machine(told);
    Process process = machine.host().init();
    long[] references = {
      ReferenceSource.page(0, Op.READ),
      ReferenceSource.page(0, Op.READ),
      ReferenceSource.address(1L << 62, Op.READ),
      ReferenceSource.page(1, Op.READ)
    };
    ReplayResult result = process.replay(source(references));
    assertEquals(AccessResult.ENDED, result.last());
    assertEquals(3, result.references());
    assertEquals(1, result.hits());
    assertTrue(process.ended());
    assertEquals(1, told.lines().size(), "silent but for its end");
  }

  @Test
  void pagesBesideARegionAreInvalid() {
    Machine machine = Hosts.machine(Told.nothing());
    Region heap = new Region("heap", 0x10000, 0x2000, Rights.RW);
    ProcessSettings settings = ProcessSettings.PLAIN.withRegions(List.of(heap));
    Process process = machine.declareProcess("app", machine.host(), settings);
    long[] references = {
      ReferenceSource.page(0x10, Op.READ),
      ReferenceSource.page(0x11, Op.READ),
      ReferenceSource.page(0x12, Op.READ)
    };
    assertEquals(AccessResult.ENDED, process.replay(source(references)).last());
    assertEquals(2, process.faults(Cause.FIRST_TOUCH));
    assertEquals(1, process.faults(Cause.INVALID));
  }

  @Test
  void pageNumbersThatNoProcessHasAreInvalid() {
    Machine machine = Hosts.machine(Told.nothing());
    Process process = machine.host().init();
    long[] references = {ReferenceSource.page(ReferenceSource.GREATEST_PAGE, Op.READ)};
    assertEquals(AccessResult.ENDED, process.replay(source(references)).last());
  }

  @Test
  void leavesOutContextSwitchesOfTheSameProcess() {
    Machine machine = Hosts.machine(Told.nothing());
    Host host = machine.host();
    Process app = machine.declareProcess("app", host, ProcessSettings.PLAIN);
    host.init().access(0, Op.READ);
    long before = machine.clock().now();
    app.replay(source(new long[] {ReferenceSource.page(0, Op.READ)}));
    assertEquals(before + 2000 + 1202, machine.clock().now());
  }

  /**
   * Misses of {@code ls /} by libCacheSim, which counts a reference by the page of its first byte.
   */
  @TestFactory
  Stream<DynamicTest> missesOfARealProgram() throws IOException {
    long[] references = lackey();
    assertEquals(773_610, references.length);
    return Map.of(
            POLICIES.get(0), new long[] {21_386, 1_260, 450},
            POLICIES.get(1), new long[] {15_765, 754, 355},
            POLICIES.get(3), new long[] {16_363, 821, 369},
            PolicyChoice.of(Policies.OPT), new long[] {8_386, 486, 291})
        .entrySet()
        .stream()
        .map(e -> DynamicTest.dynamicTest(name(e.getKey()), () -> misses(e, references)));
  }

  private static String name(PolicyChoice policy) {
    return policy.kind().word();
  }

  private static void misses(Map.Entry<PolicyChoice, long[]> expected, long[] references) {
    int[] frames = {16, 64, 128};
    for (int i = 0; i < frames.length; i++) {
      int few = frames[i];
      Machine machine =
          Hosts.twice(
              Told.nothing(),
              m -> Hosts.host(m, few, expected.getKey()).init().replay(source(references)));
      Process process = machine.host().init();
      assertEquals(expected.getValue()[i], process.faults());
      assertEquals(references.length, process.accesses());
    }
  }

  /** Lines {@code I 0401ab70,3}, {@code S 1fff000758,8}; others are the tool's own words. */
  private static long[] lackey() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(ReplayTest.class.getResourceAsStream("/data/ls.lackey.gz")),
                StandardCharsets.US_ASCII))) {
      return lines.lines().filter(l -> !l.startsWith("==")).mapToLong(ReplayTest::packed).toArray();
    }
  }

  private static long packed(String line) {
    long va = Long.parseLong(line, 3, line.indexOf(','), 16);
    char kind = line.charAt(0) == 'I' ? 'I' : line.charAt(1);
    return ReferenceSource.address(va, kind == 'I' ? Op.EXECUTE : kind == 'L' ? Op.READ : Op.WRITE);
  }
}
