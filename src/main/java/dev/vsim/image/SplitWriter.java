package dev.vsim.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code twoGbMaxExtentSparse}: a descriptor, and a sparse file for every 2047 MiB, so that none
 * passes 2 GiB.
 */
public final class SplitWriter implements ImageWriter {
  private static final long MOST_GRAINS = 2047L * (1 << 20) / Vmdk.GRAIN;

  @Override
  public void write(Path file, GrainSource grains, Identity identity) throws IOException {
    long count = grains.capacity() / Vmdk.GRAIN;
    List<String> lines = new ArrayList<>();
    for (long first = 0; first < count; first += MOST_GRAINS) {
      long here = Math.min(MOST_GRAINS, count - first);
      String name = name(file, lines.size() + 1);
      new SparseExtentWriter(first, here).write(file.resolveSibling(name), grains, new byte[0]);
      lines.add(Descriptor.sparse(here * Vmdk.GRAIN, name));
    }
    Descriptor descriptor =
        new Descriptor("twoGbMaxExtentSparse", identity, grains.capacity(), lines);
    Files.write(file, descriptor.bytes());
  }

  private static String name(Path file, int number) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return String.format(
        Locale.ROOT, "%s-s%03d%s", name.substring(0, dot), number, name.substring(dot));
  }
}
