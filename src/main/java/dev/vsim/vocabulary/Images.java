package dev.vsim.vocabulary;

import dev.vsim.machine.storage.DiskImage;
import java.util.Optional;

/** The virtual disks of real files that a scenario may begin with. */
public interface Images {
  /**
   * Opens one.
   *
   * @param path as the scenario writes it, relative to the scenario's folder
   */
  Opened open(String path);

  /** A disk, or why there is none. */
  sealed interface Opened {
    /** A disk that can be read. */
    record Ready(Read image) implements Opened {}

    /** Why there is none. */
    record Refused(References.Trouble why) implements Opened {}
  }

  /** A disk that is being read. */
  interface Read extends DiskImage, AutoCloseable {
    /** Why reading has failed, if it has. */
    Optional<References.Trouble> trouble();

    @Override
    void close();
  }
}
