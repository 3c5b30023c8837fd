package dev.vsim.image;

import java.io.IOException;
import java.nio.file.Path;

/** One kind of virtual disk as it is written to files. */
public interface ImageWriter {
  /**
   * Writes the file of a disk, and those that belong to it.
   *
   * @param file the one that names the disk, {@code linux.vmdk}; what was there is replaced
   */
  void write(Path file, GrainSource grains, Identity identity) throws IOException;
}
