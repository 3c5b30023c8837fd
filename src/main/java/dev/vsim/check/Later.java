package dev.vsim.check;

import java.util.Set;

/**
 * Words of the language that this version reads and cannot run: who writes one is told so, not that
 * it is misspelled.
 */
final class Later {
  static final Set<String> WORDS = Set.of();

  private Later() {}
}
