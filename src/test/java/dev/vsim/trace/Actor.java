package dev.vsim.trace;

import dev.vsim.value.Subject;
import java.util.Map;
import java.util.Optional;

/** An object with a path, and labels for some pages. */
record Actor(String path, Map<Long, String> labels) implements Subject {
  Actor(String path) {
    this(path, Map.of());
  }

  /** The process of the worked examples: pages 0 to 4 are A to E. */
  static Actor lettered(String path) {
    return new Actor(path, Map.of(0L, "A", 1L, "B", 2L, "C", 3L, "D", 4L, "E"));
  }

  @Override
  public Optional<String> pageLabel(long page) {
    return Optional.ofNullable(labels.get(page));
  }
}
