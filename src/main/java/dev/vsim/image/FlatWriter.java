package dev.vsim.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code monolithicFlat}: a descriptor, and beside it the bytes of the disk as they are. */
public final class FlatWriter implements ImageWriter {
  @Override
  public void write(Path file, GrainSource grains, Identity identity) throws IOException {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String flat = name.substring(0, dot) + "-flat" + name.substring(dot);
    bytes(file.resolveSibling(flat), grains);
    String extent = Descriptor.flat(grains.capacity(), flat);
    Descriptor descriptor =
        new Descriptor("monolithicFlat", identity, grains.capacity(), List.of(extent));
    Files.write(file, descriptor.bytes());
  }

  private static void bytes(Path file, GrainSource grains) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      for (long grain = grains.next(0); grain >= 0; grain = grains.next(grain + 1)) {
        ByteBuffer bytes = ByteBuffer.wrap(grains.read(grain));
        long at = grain * Vmdk.GRAIN;
        while (bytes.hasRemaining()) {
          at += out.write(bytes, at);
        }
      }
      SparseExtentWriter.fillTo(out, grains.capacity());
    }
  }
}
