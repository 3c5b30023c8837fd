package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of assertions (language.md) written down as plainly as possible: lists, loops, all
 * permutations.
 */
final class NaiveCursor {
  /** An event and whether it was shown. */
  record Entry(Event event, boolean visible) {}

  private final List<Entry> log = new ArrayList<>();
  private int cursor;

  void happen(Event event, boolean visible) {
    log.add(new Entry(event, visible));
  }

  Optional<Event> some(EventPattern pattern) {
    for (int i = cursor; i < log.size(); i++) {
      if (matches(pattern, log.get(i))) {
        cursor = i + 1;
        return Optional.of(log.get(i).event());
      }
    }
    return Optional.empty();
  }

  Optional<Event> next(EventPattern pattern) {
    for (int i = cursor; i < log.size(); i++) {
      if (log.get(i).visible()) {
        cursor = i + 1;
        Entry entry = log.get(i);
        return matches(pattern, entry) ? Optional.of(entry.event()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean any(List<EventPattern> patterns) {
    for (int end = cursor; end <= log.size(); end++) {
      if (assignable(patterns, new ArrayList<>(log.subList(cursor, end)))) {
        cursor = end;
        return true;
      }
    }
    return false;
  }

  int count(EventPattern pattern) {
    return (int) window().stream().filter(entry -> matches(pattern, entry)).count();
  }

  boolean nothingHappened() {
    return window().isEmpty();
  }

  boolean exactly(List<EventPattern> patterns) {
    return same(patterns, window().stream().filter(Entry::visible).toList());
  }

  boolean only(EventKind kind, List<EventPattern> patterns) {
    return same(
        patterns, window().stream().filter(entry -> EventKind.of(entry.event()) == kind).toList());
  }

  void mark() {
    cursor = log.size();
  }

  void rewind() {
    cursor = 0;
  }

  int position() {
    return cursor;
  }

  void position(int newCursor) {
    cursor = newCursor;
  }

  private List<Entry> window() {
    return log.subList(cursor, log.size());
  }

  private static boolean assignable(List<EventPattern> patterns, List<Entry> entries) {
    if (patterns.isEmpty()) {
      return true;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (matches(patterns.get(0), entries.get(i))) {
        List<Entry> rest = new ArrayList<>(entries);
        rest.remove(i);
        if (assignable(patterns.subList(1, patterns.size()), rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean same(List<EventPattern> patterns, List<Entry> entries) {
    boolean same = patterns.size() == entries.size();
    for (int i = 0; same && i < patterns.size(); i++) {
      same = matches(patterns.get(i), entries.get(i));
    }
    return same;
  }

  private static boolean matches(EventPattern pattern, Entry entry) {
    return pattern.matches(EventKind.of(entry.event()), entry.event());
  }
}
