package dev.vsim.machine.memory;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.event.Op;
import dev.vsim.machine.Machine;
import dev.vsim.machine.world.Foresight;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * References a second through TLB, page table and each policy, the references in memory: a Zipf
 * stream over a million pages. {@code opt} runs both times. Peer: libCacheSim on such a trace,
 * whole process, 3.4 to 6.4 M/s at 10,000 frames (LRU 4.6, FIFO 4.4, CLOCK 5.1, SIEVE 6.4, ARC 3.7,
 * Belady 3.4).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class Replacing {
  private static final int REFERENCES = 4_000_000;
  private static final int PAGES = 1_000_000;
  private static final long MEMORY = 4L << 30;
  private static final EventSink NOBODY =
      new EventSink() {
        @Override
        public boolean wants(EventKind kind) {
          return false;
        }

        @Override
        public void accept(Event event) {
          throw new IllegalStateException("nobody listens");
        }
      };

  @Param({
    "fifo", "lru", "clock", "nru", "lfu", "mru", "random", "aging", "wsclock", "2q", "arc",
    "s3-fifo", "sieve", "opt"
  })
  private String policy;

  @Param({"64", "10000", "100000"})
  private int frames;

  private long[] references;

  /** A Zipf stream, or for few frames one with locality: mostly the same few pages. */
  @Setup
  public void references() {
    references = new long[REFERENCES];
    long state = 42;
    double log = Math.log(PAGES);
    for (int i = 0; i < REFERENCES; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      double uniform = (state >>> 11) * 0x1.0p-53;
      long rank = (long) Math.exp(uniform * log);
      long page = frames == 64 ? (uniform < 0.999 ? rank % 48 : rank % 300) : scattered(rank);
      references[i] = ReferenceSource.page(page, Op.READ);
    }
  }

  private static long scattered(long rank) {
    return rank * 0x9E3779B1L % PAGES;
  }

  /** One world, or for {@code opt} two. */
  @Benchmark
  @OperationsPerInvocation(REFERENCES)
  public long replay() {
    Foresight foresight = policy.equals("opt") ? Foresight.noting() : Foresight.none();
    long faults = replay(foresight);
    return foresight.isWanted() ? replay(foresight.known()) : faults;
  }

  private long replay(Foresight foresight) {
    Machine machine = new Machine(NOBODY, MEMORY, 0, foresight);
    ProcessSettings local =
        ProcessSettings.PLAIN
            .withFrames(frames)
            .withPolicy(PolicyChoice.of(Policies.named(policy).orElseThrow()));
    Process process = machine.declareProcess("p", machine.host(), local);
    int[] at = {0};
    return process
        .replay(
            batch -> {
              int n = Math.min(batch.length, references.length - at[0]);
              System.arraycopy(references, at[0], batch, 0, n);
              at[0] += n;
              return n;
            })
        .faults();
  }
}
