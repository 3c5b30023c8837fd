package dev.vsim.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one word of {@code trace < show walk; hide tlb >} names: an event, a hidden group, an area,
 * or all events that begin with the same word ({@code tlb}: tlb-hit, tlb-miss, tlb-flush). A word
 * that is several of these is the first.
 *
 * @param word the word itself
 * @param kinds the kinds that it names, in the order of {@link EventKind#all()}, never empty
 * @param group whether it names a hidden group, and so of each kind only the events that belong to
 *     it
 */
public record EventSelection(String word, List<EventKind> kinds, boolean group) {
  /** What the word names, or empty where it names nothing. */
  public static Optional<EventSelection> named(String word) {
    List<EventKind> event = EventKind.named(word).map(List::of).orElse(List.of());
    return some(word, event, false)
        .or(() -> some(word, where(word, Sort.GROUP), true))
        .or(() -> some(word, where(word, Sort.AREA), false))
        .or(() -> some(word, where(word, Sort.STEM), false));
  }

  /** Every word that names something, events first: for completion and "did you mean". */
  public static List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    EventKind.all().forEach(kind -> words.add(kind.name()));
    for (Sort sort : Sort.values()) {
      for (EventKind kind : EventKind.all()) {
        String word = sort.of(kind);
        if (named(word).isPresent()) {
          words.add(word);
        }
      }
    }
    return List.copyOf(words);
  }

  private enum Sort {
    GROUP,
    AREA,
    STEM;

    String of(EventKind kind) {
      return switch (this) {
        case GROUP -> kind.group();
        case AREA -> kind.area();
        case STEM -> stem(kind.name());
      };
    }
  }

  private static Optional<EventSelection> some(String word, List<EventKind> kinds, boolean group) {
    return kinds.isEmpty() ? Optional.empty() : Optional.of(new EventSelection(word, kinds, group));
  }

  private static List<EventKind> where(String word, Sort sort) {
    List<EventKind> found = new ArrayList<>();
    for (EventKind kind : EventKind.all()) {
      if (!word.isEmpty() && sort.of(kind).equals(word)) {
        found.add(kind);
      }
    }
    boolean shared = sort != Sort.STEM || found.size() > 1;
    return shared ? List.copyOf(found) : List.of();
  }

  private static String stem(String name) {
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }
}
