package dev.vsim.machine.virt;

import java.util.Locale;

/** How a VM gets to another host. */
public enum MigrationMethod {
  /** Its memory is sent while it runs, then what it has written to meanwhile. */
  PRECOPY,
  /** It goes at once, and its memory follows. */
  POSTCOPY,
  /** It is off, or suspended, and has no memory. */
  COLD;

  /** Its name in the language. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
