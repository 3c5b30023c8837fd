package dev.vsim.machine.virt;

import java.util.Locale;

/** Whether a VM runs, and if not why. */
public enum PowerState {
  ON,
  OFF,
  /** It waits for something, such as room in its datastore, and then goes on. */
  PAUSED,
  /** Its memory lies in a file, and it goes on from there when it is resumed. */
  SUSPENDED,
  /** It has stopped where it was; only switching it off helps. */
  CRASHED,
  /** It was deleted. */
  REMOVED;

  /** How a {@code refused} event names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be switched off. */
  public boolean isUp() {
    return this != OFF && this != REMOVED;
  }

  /** Whether its memory is there, and could run. */
  public boolean hasMemory() {
    return this == ON || this == PAUSED;
  }
}
