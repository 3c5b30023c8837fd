package dev.vsim.run;

import dev.vsim.check.Checker;
import dev.vsim.source.SourceText;
import java.nio.file.Path;
import java.util.Optional;

/** The files that a scenario may read: other scenarios, recorded traces, disks. */
interface ScenarioFiles extends Checker.Library {
  /**
   * The recorded trace that a path in a text means; empty where the text may not read it.
   *
   * @throws java.nio.file.InvalidPathException where it is no path
   */
  Optional<Path> trace(String path, SourceText user);

  /** The file of a disk that a path in a text means; empty where the text may not read it. */
  Optional<Path> disk(String path, SourceText user);
}
