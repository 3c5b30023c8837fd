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

  /** So many that are not kept are counted. */
  public static final int MOST_COUNTED = 1_000;

  private final List<Diagnostic> found = new ArrayList<>();
  private final int cap;
  private int dropped;

  public Diagnostics() {
    this(DEFAULT_CAP);
  }

  public Diagnostics(int cap) {
    this.cap = cap;
  }

  /** A collection that keeps nothing; what is costly to say need not be said to it. */
  public static Diagnostics unheard() {
    return new Diagnostics(0);
  }

  public boolean areUnheard() {
    return cap == 0;
  }

  public void add(Diagnostic diagnostic) {
    if (found.stream().anyMatch(before -> follows(diagnostic, before))) {
      return;
    }
    if (found.size() < cap) {
      found.add(diagnostic);
    } else {
      dropped++;
    }
  }

  /** Whether it says again what was said, or something of a place that could not even be read. */
  private static boolean follows(Diagnostic one, Diagnostic before) {
    if (one.source() != before.source()) {
      return false;
    }
    boolean same = one.span().equals(before.span()) && one.problem() == before.problem();
    boolean unread =
        before.problem() instanceof Unread
            && !(one.problem() instanceof Unread)
            && before.span().start() <= one.span().start()
            && before.span().end() >= one.span().end();
    return same || unread;
  }

  public void add(Problem problem, SourceText source, Span span, Object... arguments) {
    add(Diagnostic.of(problem, source, span, arguments));
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** In order of place: by text in order of first mention, then by offset. */
  public List<Diagnostic> sorted() {
    if (found.size() < 2) {
      return List.copyOf(found);
    }
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

  /** Whether there are so many that nobody asks for further ones. */
  public boolean isOverfull() {
    return dropped > MOST_COUNTED;
  }

  /** How many more there were than were kept; beyond {@link #MOST_COUNTED} they are not counted. */
  public int dropped() {
    return dropped;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }
}
