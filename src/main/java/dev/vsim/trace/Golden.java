package dev.vsim.trace;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the trace of a run with a golden one, event by event, by the fields that the golden one
 * names; comments do not count. Lines that are the same letter by letter are not even taken apart.
 */
public final class Golden {
  private static final int LISTED = Alignment.REACH + 2;

  private final Diagnostics diagnostics = new Diagnostics();
  private final TraceReader golden;
  private final TraceReader actual;
  private int beforeStart;
  private int beforeEnd;
  private int beforeNumber;

  private Golden(SourceText golden, String actual) {
    this.golden = new TraceReader(golden, diagnostics);
    this.actual = new TraceReader(new SourceText(golden.name(), actual), new Diagnostics());
  }

  /** Compares {@code actual}, the text of a trace just made, with the golden one. */
  public static GoldenComparison compare(SourceText golden, String actual) {
    return golden.text().equals(actual)
        ? new GoldenComparison.Same()
        : new Golden(golden, actual).compare();
  }

  private GoldenComparison compare() {
    if (diagnostics.hasErrors()) {
      return unreadable();
    }
    boolean wanted = golden.lines().advance();
    boolean found = actual.lines().advance();
    while (wanted || found) {
      if (!wanted || !found || !golden.lines().sameAs(actual.lines())) {
        Optional<GoldenComparison> end = examine(wanted, found);
        if (end.isPresent()) {
          return end.get();
        }
      }
      remember();
      wanted = golden.lines().advance();
      found = actual.lines().advance();
    }
    return new GoldenComparison.Same();
  }

  private void remember() {
    beforeStart = golden.lines().eventStart();
    beforeEnd = golden.lines().end();
    beforeNumber = golden.lines().number();
  }

  /**
   * Looks at two lines that are not the same letter by letter; a result if the comparison ends
   * here.
   */
  private Optional<GoldenComparison> examine(boolean isWanted, boolean isFound) {
    Optional<TraceLine> wanted = isWanted ? golden.parse() : Optional.empty();
    if (isWanted && wanted.isEmpty()) {
      return Optional.of(unreadable());
    }
    if (wanted.flatMap(TraceLine::question).isPresent()) {
      return Optional.of(new GoldenComparison.Unanswered(wanted.get()));
    }
    Optional<TraceLine> found = isFound ? actual.parse() : Optional.empty();
    boolean same = wanted.isPresent() && found.isPresent() && same(wanted.get(), found.get());
    return same ? Optional.empty() : Optional.of(differ(wanted, found));
  }

  private GoldenComparison differ(Optional<TraceLine> wanted, Optional<TraceLine> found) {
    List<TraceLine> wantedLines = rest(wanted, golden);
    List<TraceLine> foundLines = rest(found, actual);
    if (diagnostics.hasErrors()) {
      return unreadable();
    }
    Alignment alignment =
        Alignment.of(
            wantedLines.size(),
            foundLines.size(),
            (w, f) -> same(wantedLines.get(w), foundLines.get(f)));
    boolean atEnd = wanted.isEmpty() || found.isEmpty();
    int missing = alignment.missing();
    return new GoldenComparison.Differs(
        before(),
        wantedLines.subList(0, missing),
        foundLines.subList(0, alignment.extra()),
        wantedLines.stream().skip(missing).findFirst(),
        atEnd ? left(golden.lines()) + left(actual.lines()) : 0);
  }

  private Optional<TraceLine> before() {
    return beforeNumber == 0
        ? Optional.empty()
        : golden.parse(beforeStart, beforeEnd, beforeNumber);
  }

  private static List<TraceLine> rest(Optional<TraceLine> first, TraceReader reader) {
    List<TraceLine> lines = new ArrayList<>();
    Optional<TraceLine> line = first;
    while (line.isPresent()) {
      lines.add(line.get());
      line = lines.size() < LISTED ? reader.next() : Optional.empty();
    }
    return lines;
  }

  private static long left(LineScanner lines) {
    long left = 0;
    while (lines.advance()) {
      left++;
    }
    return left;
  }

  private static boolean same(TraceLine wanted, TraceLine found) {
    return Difference.of(wanted, found).isEmpty();
  }

  private GoldenComparison unreadable() {
    return new GoldenComparison.Unreadable(diagnostics.sorted());
  }
}
