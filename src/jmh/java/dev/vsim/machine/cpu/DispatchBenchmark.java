package dev.vsim.machine.cpu;

import dev.vsim.machine.Deaf;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.virt.VmSettings;
import java.util.Map;
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
 * What falls due on a host of 64 cores, in millions a second: arrivals, ends of bursts and slices,
 * dispatches. The cost of one must not grow with the number of VMs, but for a logarithm.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class DispatchBenchmark {
  private static final int BATCH = 1024;
  private static final int CORES = 64;
  private static final long LIMIT = 1L << 30;

  /** Two vCPUs each. */
  @Param({"100", "1000", "10000"})
  private int vms;

  @Param({"round-robin", "proportional", "co-scheduled", "relaxed"})
  private String scheduler;

  private Machine machine;

  /** Everybody together wants more than the cores have. */
  @Setup
  public void load() {
    machine = new Machine(new Deaf(), LIMIT, 0);
    SchedulerChoice choice =
        new SchedulerChoice(
            Schedulers.named(scheduler).orElseThrow(), new SchedulerOptions(Map.of()));
    machine.declareHost("host", HostSettings.DEFAULT.withCpus(CORES).withScheduler(choice));
    long burst = Math.min(Load.PERIOD, Load.PERIOD * CORES * 3 / 4 / vms);
    for (int i = 0; i < vms; i++) {
      machine.declareVm("vm" + i, machine.host(), VmSettings.DEFAULT.withVcpus(2)).load(burst);
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long happenings() {
    for (int i = 0; i < BATCH; i++) {
      machine.queue().step();
    }
    return machine.queue().instant();
  }
}
