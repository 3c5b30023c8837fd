package dev.vsim.run.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast recorded traces are read: {@code whole} from the file to packed references, unpacked in
 * a thread of its own; {@code parse} the parser alone over what was unpacked beforehand. The column
 * {@code references} counts millions a second.
 *
 * <p>{@code java -jar target/benchmarks.jar ReplayReading -p file=sort.lackey.gz,Z.u32}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReplayReading {
  private static final int BATCH = 4096;

  @Param("src/test/resources/data/ls.lackey.gz")
  private String file;

  private final long[] batch = new long[BATCH];
  private TraceFormat format;
  private byte[] unpacked;

  /** Counts what was read. */
  @State(Scope.Thread)
  @AuxCounters
  public static class Read {
    public long references;
  }

  @Setup
  public void unpack() throws IOException {
    try (RecordedTrace trace = open()) {
      format = trace.format();
    }
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
      stream.mark(Packing.LONGEST_MAGIC);
      byte[] beginning = stream.readNBytes(Packing.LONGEST_MAGIC);
      stream.reset();
      byte[] bytes = Packing.of(beginning).unpack(new Feed(stream)).readAllBytes();
      unpacked = Arrays.copyOf(bytes, bytes.length + Chunk.SLACK);
    }
  }

  @Benchmark
  public void whole(Read read) {
    try (RecordedTrace trace = open()) {
      while (trace.next(batch) > 0) {
        // What is measured is the reading.
      }
      read.references += trace.references();
    }
  }

  @Benchmark
  public void parse(Read read) {
    RecordParser parser = format.parser(file, TraceOptions.DEFAULT);
    Batch references = new Batch(Long.MAX_VALUE);
    Stretch stretch = new Stretch();
    stretch.of(unpacked, 0, parser.wholeEnd(unpacked, 0, unpacked.length - Chunk.SLACK));
    while (!stretch.usedUp()) {
      references.into(batch);
      parser.parse(stretch, references);
    }
    read.references += references.references();
  }

  private RecordedTrace open() {
    OpenedTrace opened = RecordedTrace.open(Path.of(file), file, TraceOptions.DEFAULT);
    if (opened instanceof OpenedTrace.Ready ready) {
      return ready.trace();
    }
    throw new IllegalArgumentException(opened.toString());
  }
}
