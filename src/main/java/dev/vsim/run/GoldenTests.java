package dev.vsim.run;

import dev.vsim.exec.Limits;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.trace.Blessing;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Holds scenarios against their assertions and goldens, several at a time. */
public final class GoldenTests {
  /**
   * How scenarios are tested.
   *
   * @param bless whether what comes out is recorded as the golden
   * @param permission whether goldens may be written at all
   * @param limits what each may use
   * @param repeat how often each is run; all must come out like the first, byte for byte
   */
  public record Settings(boolean bless, Blessing.Permission permission, Limits limits, int repeat) {
    /** Once, with the usual limits; nothing is written. */
    public static final Settings USUAL =
        new Settings(false, new Blessing.Permission.Denied("this only tests"), Limits.RUN, 1);
  }

  /**
   * In what order they are begun, and how many at a time; what they come to depends on neither.
   *
   * @param shuffle what to mix the order with; empty to keep it
   */
  public record Schedule(int jobs, OptionalLong shuffle) {}

  private final Settings settings;

  public GoldenTests(Settings settings) {
    this.settings = settings;
  }

  /** Tests one in the calling thread. */
  public Report run(Path scenario) {
    long begin = System.nanoTime();
    Report report = DeepStack.call(new GoldenTest(scenario, settings)::run);
    return report.took(Duration.ofNanos(System.nanoTime() - begin));
  }

  /**
   * Tests them all; reports in the order of {@code scenarios}.
   *
   * @param done is told how many are through, from any thread
   */
  public List<Report> run(List<Path> scenarios, Schedule schedule, IntConsumer done) {
    AtomicInteger through = new AtomicInteger();
    return new Workers("vsim-test", schedule.jobs())
        .all(
            scenarios,
            order(scenarios.size(), schedule.shuffle()),
            scenario -> one(scenario, through, done),
            (scenario, why) -> single(scenario, Result.ofRun(Status.LIMIT, why)));
  }

  private Report one(Path scenario, AtomicInteger through, IntConsumer done) {
    Report report = run(scenario);
    done.accept(through.incrementAndGet());
    return report;
  }

  /** The places from 0, mixed by the scenario language's own generator (Fisher and Yates). */
  private static int[] order(int count, OptionalLong seed) {
    int[] order = IntStream.range(0, count).toArray();
    if (seed.isPresent()) {
      SplitMix64 dice = new SplitMix64(seed.getAsLong());
      for (int i = count - 1; i > 0; i--) {
        int other = (int) dice.below(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
    }
    return order;
  }

  private static Report single(Path scenario, Result result) {
    return Report.empty(scenario.toString()).with(Case.of(result));
  }
}
