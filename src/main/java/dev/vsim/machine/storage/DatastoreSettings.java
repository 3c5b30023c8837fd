package dev.vsim.machine.storage;

import dev.vsim.machine.memory.Medium;
import dev.vsim.value.Subject;
import java.util.Optional;

/**
 * What a datastore declares.
 *
 * @param size bytes in all
 * @param host the only host that reaches it; nothing where all do
 */
public record DatastoreSettings(long size, Medium medium, Optional<Subject> host) {
  /** 1T on SSDs, for all hosts (rules.md R31). */
  public static final DatastoreSettings DEFAULT =
      new DatastoreSettings(1L << 40, Medium.SSD, Optional.empty());
}
