package dev.vsim.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code monolithicSparse}: one file with its descriptor and the grains that are there. */
public final class SparseWriter implements ImageWriter {
  @Override
  public void write(Path file, GrainSource grains, Identity identity) throws IOException {
    String extent = Descriptor.sparse(grains.capacity(), file.getFileName().toString());
    Descriptor descriptor =
        new Descriptor("monolithicSparse", identity, grains.capacity(), List.of(extent));
    new SparseExtentWriter(0, grains.capacity() / Vmdk.GRAIN)
        .write(file, grains, descriptor.bytes());
  }
}
