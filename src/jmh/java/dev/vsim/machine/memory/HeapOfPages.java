package dev.vsim.machine.memory;

import dev.vsim.event.Op;
import dev.vsim.machine.Deaf;
import dev.vsim.machine.Machine;
import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.SplitMix64;
import java.lang.ref.Reference;
import java.util.Locale;

/**
 * What a resident page takes of the heap, by policy, and what a million pages take that are strewn
 * over 1 TiB: used memory after a collection, before and behind. {@code java -Xmx2g -cp
 * target/benchmarks.jar dev.vsim.machine.memory.HeapOfPages}
 */
public final class HeapOfPages {
  private static final int PAGES = 4_000_000;
  private static final int STREWN = 1_000_000;
  private static final long TEBIBYTE_IN_PAGES = 1L << 28;
  private static final long LIMIT = 8L << 30;

  private HeapOfPages() {}

  /** Prints the table. */
  public static void main(String[] args) {
    for (PolicyKind policy : Policies.ALL) {
      long before = used();
      Machine machine = touched(policy);
      long bytes = used() - before;
      System.out.printf(
          Locale.ROOT, "%-8s %5.1f bytes a resident page%n", policy.word(), bytes / (double) PAGES);
      Reference.reachabilityFence(machine);
    }
    long before = used();
    Machine machine = strewn();
    System.out.printf(
        Locale.ROOT,
        "%d pages strewn over 1 TiB: %.0f MB, %d tables%n",
        machine.host().init().resident(),
        (used() - before) / 1e6,
        machine.host().kernel().region().used());
  }

  private static Machine touched(PolicyKind policy) {
    Machine machine = new Machine(new Deaf(), LIMIT, 0, Foresight.none());
    ProcessSettings settings = ProcessSettings.PLAIN.withPolicy(PolicyChoice.of(policy));
    Process process = machine.declareProcess("p", machine.host(), settings);
    for (int page = 0; page < PAGES; page++) {
      process.accessPage(page, Op.WRITE);
    }
    return machine;
  }

  private static Machine strewn() {
    Machine machine = new Machine(new Deaf(), LIMIT, 0);
    SplitMix64 dice = new SplitMix64(1);
    for (int i = 0; i < STREWN; i++) {
      machine.host().init().accessPage(dice.below(TEBIBYTE_IN_PAGES), Op.READ);
    }
    return machine;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
