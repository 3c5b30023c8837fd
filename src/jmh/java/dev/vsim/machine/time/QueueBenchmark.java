package dev.vsim.machine.time;

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

/** The event queue alone: each thing that happens puts the next in, in millions a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class QueueBenchmark {
  private static final int BATCH = 1024;

  /** How much is still to happen at any time. */
  @Param({"16", "256", "4096", "65536"})
  private int pending;

  private final Clock clock = new Clock();
  private final EventQueue queue = new EventQueue(clock, bytes -> {});
  private long random = 1;

  @Setup
  public void fill() {
    for (int i = 0; i < pending; i++) {
      again(i);
    }
  }

  private void again(long about) {
    random = random * 6364136223846793005L + 1442695040888963407L;
    queue.in((random >>> 40) * 1000, Phase.ARRIVAL, (int) about & 1023, this::again, about);
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long happenings() {
    for (int i = 0; i < BATCH; i++) {
      queue.step();
    }
    return queue.instant();
  }
}
