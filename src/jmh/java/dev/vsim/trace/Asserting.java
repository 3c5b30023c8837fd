package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.value.Value;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds for assertions in a loop over a log of 1 M events: about 167 k {@code expect}s each.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g"})
@State(Scope.Benchmark)
public class Asserting {
  private static final int EVENTS = 999_996;
  private static final int ACCESSES = EVENTS / 6;

  private final Place at = new Place(new SourceText("a.vsim", "expect"), new Span(0, 6));
  private final EventKind evict = EventKind.named("evict").orElseThrow();
  private final EventLog log =
      new EventLog(
          Recording.of(Set.copyOf(EventKind.all())).withAllVisible(),
          TraceWriter.silent(),
          violation -> {});

  public Asserting() {
    for (Event event : SampleEvents.list(EVENTS)) {
      log.accept(event);
    }
  }

  /** {@code expect evict linux page (n)}, once an access. */
  @Benchmark
  public Outcome someInALoop() {
    Cursor cursor = new Cursor(log);
    Outcome last = null;
    for (int i = 0; i < ACCESSES; i++) {
      Value page = new Value.Whole(i + 1 - 64);
      EventPattern pattern =
          EventPattern.of(evict).about("linux").with(evict.fields().get(0), new FieldTest.Is(page));
      last = cursor.some(at, pattern);
    }
    return last;
  }

  /**
   * {@code expect no out-of-memory} and {@code expect ACCESSES evict}, once an access, over the
   * whole log.
   */
  @Benchmark
  public Outcome countInALoop() {
    Cursor cursor = new Cursor(log);
    EventPattern never = EventPattern.of(EventKind.named("out-of-memory").orElseThrow());
    EventPattern always = EventPattern.of(evict);
    Outcome last = null;
    for (int i = 0; i < ACCESSES; i++) {
      cursor.no(at, never);
      last = cursor.count(at, ACCESSES, ACCESSES, always);
    }
    return last;
  }
}
