package dev.vsim.machine;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.virt.VmSettings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single accesses through a process's interface, nobody listening, in millions a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class AccessBenchmark {
  private static final int BATCH = 1024;

  /** Four times what the TLB holds, so that going round always misses. */
  private static final int ROUND = 256;

  private Process host;
  private Process guest;

  @Setup
  public void touchAll() {
    Machine machine = new Machine(new Deaf(), 1L << 30, 0);
    host = machine.host().init();
    guest = machine.declareVm("vm", machine.host(), VmSettings.DEFAULT).init();
    for (int page = 0; page < ROUND; page++) {
      host.accessPage(page, Op.WRITE);
      guest.accessPage(page, Op.WRITE);
    }
  }

  /** Every reference hits the TLB, in four pages. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public AccessResult hit() {
    AccessResult last = AccessResult.HIT;
    for (int i = 0; i < BATCH; i++) {
      last = host.access(((i & 3L) << 12) | i, Op.READ);
    }
    return last;
  }

  /** Every reference walks four levels. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public AccessResult walk() {
    return round(host);
  }

  /** Every reference walks in two dimensions: 24 table entries. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public AccessResult walkInVm() {
    return round(guest);
  }

  /** Every reference is a hit, in a VM. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public AccessResult hitInVm() {
    AccessResult last = AccessResult.HIT;
    for (int i = 0; i < BATCH; i++) {
      last = guest.access(((i & 3L) << 12) | i, Op.READ);
    }
    return last;
  }

  private static AccessResult round(Process process) {
    AccessResult last = AccessResult.HIT;
    for (long i = 0; i < BATCH; i++) {
      last = process.access((i & (ROUND - 1)) << 12, Op.READ);
    }
    return last;
  }
}
