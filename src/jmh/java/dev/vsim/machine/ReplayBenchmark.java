package dev.vsim.machine;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.PolicyOptions;
import dev.vsim.machine.memory.ReplayResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole traces through TLB, page table and policy, nobody listening; read {@code references}, in
 * millions a second. Peers: libCacheSim, replacement only, on Zipf with 10,000 frames LRU 4.6, FIFO
 * 4.4, CLOCK 5.1; on {@code sort} 24–51 M/s.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(1)
public class ReplayBenchmark {
  /** {@code zipf}, or {@code lackey}: the file of the property {@code trace}. */
  @Param({"zipf"})
  private String trace;

  @Param({"lru", "fifo", "clock"})
  private String policy;

  @Param({"10000", "100000"})
  private int frames;

  private long[] references;
  private KernelSettings kernel;

  /** What the figure is made of. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    public long references;
  }

  @Setup(Level.Trial)
  public void read() throws IOException {
    references =
        trace.equals("zipf")
            ? Traces.zipf()
            : Traces.lackey(Path.of(System.getProperty("trace", "sort.lackey.gz")));
    PolicyOptions noSetOnLoad = new PolicyOptions(false);
    kernel =
        KernelSettings.HOST
            .withMemory((long) frames << 12)
            .withPolicy(new PolicyChoice(Policies.named(policy).orElseThrow(), noSetOnLoad));
  }

  @Benchmark
  public ReplayResult replay(Work work) {
    Machine machine = new Machine(new Deaf(), 1L << 32, 0);
    Host host = machine.declareHost("host", HostSettings.DEFAULT.withKernel(kernel));
    ReplayResult result = host.init().replay(Traces.source(references));
    work.references += result.references();
    return result;
  }
}
