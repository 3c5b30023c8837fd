package dev.vsim.value;

import java.util.Optional;
import java.util.OptionalLong;

/** An object that has one path for ever: who an event is about, what an expression names. */
public interface Subject {
  /** The full path, {@code linux.init}, {@code esxi1.vswitch0}. */
  String path();

  /**
   * The name of its kind in the language, {@code process}; empty where it is none of a scenario's
   * objects.
   */
  default String kind() {
    return "";
  }

  /** The number of the page to which this process gave a label, if it did; others have none. */
  default OptionalLong labelled(String label) {
    return OptionalLong.empty();
  }

  /** The label that this process gave to a page ({@code pages A..E}), if any; others have none. */
  default Optional<String> pageLabel(long page) {
    return Optional.empty();
  }
}
