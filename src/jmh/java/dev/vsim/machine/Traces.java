package dev.vsim.machine;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.machine.world.SplitMix64;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reference strings in memory, packed as a {@link ReferenceSource} hands them out. */
final class Traces {
  private static final int ZIPF_REFERENCES = 10_000_000;
  private static final int ZIPF_PAGES = 1_000_000;

  private Traces() {}

  /** Ten million references, Zipf α = 1 over a million pages whose ranks are shuffled, seed 42. */
  static long[] zipf() {
    SplitMix64 random = new SplitMix64(42);
    double[] cumulative = new double[ZIPF_PAGES];
    double sum = 0;
    for (int rank = 0; rank < ZIPF_PAGES; rank++) {
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }
    int[] pages = shuffled(random);
    long[] references = new long[ZIPF_REFERENCES];
    for (int i = 0; i < references.length; i++) {
      double at = (random.next() >>> 11) * 0x1.0p-53 * sum;
      references[i] = ReferenceSource.page(pages[rank(cumulative, at)], Op.READ);
    }
    return references;
  }

  /**
   * References of a program as valgrind's lackey writes them, gzipped; by the first byte's page.
   */
  static long[] lackey(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.US_ASCII))) {
      return lines.lines().filter(l -> !l.startsWith("==")).mapToLong(Traces::packed).toArray();
    }
  }

  /** Hands out an array batch by batch. */
  static ReferenceSource source(long[] references) {
    return new ReferenceSource() {
      private int at;

      @Override
      public int next(long[] batch) {
        int n = Math.min(batch.length, references.length - at);
        System.arraycopy(references, at, batch, 0, n);
        at += n;
        return n;
      }
    };
  }

  private static int[] shuffled(SplitMix64 random) {
    int[] pages = new int[ZIPF_PAGES];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = i + 1;
    }
    for (int i = pages.length - 1; i > 0; i--) {
      int j = (int) random.below(i + 1);
      int page = pages[i];
      pages[i] = pages[j];
      pages[j] = page;
    }
    return pages;
  }

  /** The first rank whose cumulative weight is greater. */
  private static int rank(double[] cumulative, double at) {
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static long packed(String line) {
    long va = Long.parseLong(line, 3, line.indexOf(','), 16);
    char kind = line.charAt(0) == 'I' ? 'I' : line.charAt(1);
    return ReferenceSource.address(va, kind == 'I' ? Op.EXECUTE : kind == 'L' ? Op.READ : Op.WRITE);
  }
}
