package dev.vsim.trace;

import dev.vsim.event.Event;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Events a second from the machine's hand to bytes: the aim is 4 million; {@code String.format}
 * does 1.2 to 1.7.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class TracePrinting {
  private static final int EVENTS = 6_000;

  private final List<Event> events = SampleEvents.list(EVENTS);
  private final EventLog printing = log(TraceWriter.Content.EVERYTHING, Recording.nothing());

  private static EventLog log(TraceWriter.Content content, Recording recording) {
    TraceWriter writer = new TraceWriter(OutputStream.nullOutputStream(), content, Long.MAX_VALUE);
    return new EventLog(recording, writer, violation -> {});
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public EventLog print() {
    for (Event event : events) {
      printing.accept(event);
    }
    return printing;
  }

  /** What a run pays that keeps its events for assertions and prints none. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public EventLog keep() {
    EventLog keeping = log(TraceWriter.Content.NOTHING, Recording.nothing().withAllVisible());
    for (Event event : events) {
      keeping.accept(event);
    }
    return keeping;
  }
}
