package dev.vsim.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The labels that pages of a world have.
 *
 * @param names those that are known
 * @param open whether there may be others, of which only the run will tell
 */
record PageLabels(Set<String> names, boolean open) {
  /** Whether a word can be the label of a page. */
  boolean contains(String word) {
    return open || names.contains(word);
  }

  /** Whether a word is known to be a label. */
  boolean isKnown(String word) {
    return names.contains(word);
  }

  /** For suggestions. */
  List<String> known() {
    return new ArrayList<>(names);
  }
}
