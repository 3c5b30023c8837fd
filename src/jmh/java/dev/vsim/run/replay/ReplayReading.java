package dev.vsim.run.replay;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast traces are read, from file to packed references: for each file named, the best and the middle of nine
 * readings in millions of references a second.
 *
 * <p>{@code java -cp target/classes:… src/jmh/java/dev/vsim/run/replay/ReplayReading.java FILE…}
 */
public final class ReplayReading {
  private static final int ROUNDS = 9;
  private static final int BATCH = 4096;

  private ReplayReading() {}

  public static void main(String[] files) {
    for (String file : files) {
      double[] rates = new double[ROUNDS];
      long references = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long begin = System.nanoTime();
        references = read(file);
        rates[round] = references * 1e3 / (System.nanoTime() - begin);
      }
      double first = rates[0];
      java.util.Arrays.sort(rates);
      System.out.printf(
          Locale.ROOT,
          "%-40s %,12d references  first %6.1f  middle %6.1f  best %6.1f M/s%n",
          Path.of(file).getFileName(),
          references,
          first,
          rates[ROUNDS / 2],
          rates[ROUNDS - 1]);
    }
  }

  private static long read(String file) {
    OpenedTrace opened = RecordedTrace.open(Path.of(file), file, TraceOptions.DEFAULT);
    if (opened instanceof OpenedTrace.Refused refused) {
      throw new IllegalArgumentException(refused.error().toString());
    }
    long[] batch = new long[BATCH];
    try (RecordedTrace trace = ((OpenedTrace.Ready) opened).trace()) {
      long sum = 0;
      for (int count = trace.next(batch); count > 0; count = trace.next(batch)) {
        sum += batch[count - 1];
      }
      Optional<ReplayError> error = trace.error();
      if (error.isPresent() || sum == 42) {
        throw new IllegalArgumentException(error.toString());
      }
      return trace.references();
    }
  }
}
