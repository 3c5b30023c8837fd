package dev.vsim.trace;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import java.util.List;
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
 * Milliseconds for a trace of 1 M lines. FileCheck takes 150 to 300 for literal checks of as many
 * lines, 10 s with patterns.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g"})
@State(Scope.Benchmark)
public class TraceComparing {
  private static final int LINES = 1_000_000;

  private final String trace = SampleEvents.trace(LINES);
  private final SourceText sameBytes = new SourceText("a.trace", "".concat(trace.strip()) + "\n");
  private final SourceText sameLines = new SourceText("a.trace", trace.replace("rewind\n", ""));
  private final SourceText fewerFields =
      new SourceText("a.trace", trace.replaceAll(" dirty (true|false)| error 0x4", ""));
  private final SourceText noLineTheSame =
      new SourceText("a.trace", trace.replace("linux.init", "linux"));

  /** The whole golden is the same text. */
  @Benchmark
  public GoldenComparison sameBytes() {
    return Golden.compare(sameBytes, trace);
  }

  /** Every event line is the same text, comments differ. */
  @Benchmark
  public GoldenComparison sameLines() {
    return Golden.compare(sameLines, trace);
  }

  /** A third of the lines leave out a field, and are compared by fields. */
  @Benchmark
  public GoldenComparison fewerFields() {
    return Golden.compare(fewerFields, trace);
  }

  /** Every line is compared by fields. */
  @Benchmark
  public GoldenComparison everyLineByFields() {
    return Golden.compare(noLineTheSame, trace);
  }

  /** Every line is taken apart and kept. */
  @Benchmark
  public List<TraceLine> read() {
    return new TraceReader(sameBytes, new Diagnostics()).rest();
  }
}
