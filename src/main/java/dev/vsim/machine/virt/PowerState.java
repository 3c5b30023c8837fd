package dev.vsim.machine.virt;

import java.util.Locale;

/** Whether a VM runs, and if not why. */
public enum PowerState {
  ON,
  OFF,
  /** It waits for something, such as room in its datastore, and then goes on. */
  PAUSED,
  /** It was deleted. */
  REMOVED;

  /** How a {@code refused} event names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its memory is there. */
  public boolean hasMemory() {
    return this == ON || this == PAUSED;
  }
}
