package dev.vsim.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the mistakes of one run, sorted by place and capped, so that a broken file does not
 * flood.
 */
public final class Diagnostics {
  /** How many are kept unless told otherwise (grading.md: 100, or 20 when grading). */
  public static final int DEFAULT_CAP = 100;

  private final List<Diagnostic> found = new ArrayList<>();
  private final int cap;
  private int dropped;

  public Diagnostics() {
    this(DEFAULT_CAP);
  }

  public Diagnostics(int cap) {
    this.cap = cap;
  }

  public void add(Diagnostic diagnostic) {
    boolean same =
        found.stream()
            .anyMatch(
                d ->
                    d.source() == diagnostic.source()
                        && d.span().equals(diagnostic.span())
                        && d.problem() == diagnostic.problem());
    if (same) {
      return;
    }
    if (found.size() < cap) {
      found.add(diagnostic);
    } else {
      dropped++;
    }
  }

  public void add(Problem problem, SourceText source, Span span, Object... arguments) {
    add(Diagnostic.of(problem, source, span, arguments));
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** In order of place: by text in order of first mention, then by offset. */
  public List<Diagnostic> sorted() {
    List<SourceText> order = new ArrayList<>();
    for (Diagnostic diagnostic : found) {
      if (!order.contains(diagnostic.source())) {
        order.add(diagnostic.source());
      }
    }
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.<Diagnostic>comparingInt(d -> order.indexOf(d.source()))
            .thenComparingInt(d -> d.span().start()));
    return sorted;
  }

  /** How many more there were than were kept. */
  public int dropped() {
    return dropped;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }
}
