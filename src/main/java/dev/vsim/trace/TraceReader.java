package dev.vsim.trace;

import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a recorded trace, line by line; what cannot be read is a diagnostic, and reading goes on
 * behind it.
 */
public final class TraceReader {
  /** The comment that every trace begins with. */
  public static final String HEADER = "# vsim trace 1";

  private static final String ANY_VERSION = "# vsim trace ";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final SourceText source;
  private final Diagnostics diagnostics;
  private final LineScanner lines;
  private final LineParser parser;

  public TraceReader(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.lines = new LineScanner(source.text());
    this.parser = new LineParser(source, diagnostics);
    checkHeader();
  }

  /** Whether a file is a trace, of whatever version, rather than a scenario. */
  public static boolean isTrace(String text) {
    return firstLine(text).startsWith(ANY_VERSION);
  }

  /** The next event; empty behind the last. */
  public Optional<TraceLine> next() {
    while (lines.advance()) {
      Optional<TraceLine> line = parse();
      if (line.isPresent()) {
        return line;
      }
    }
    return Optional.empty();
  }

  /** All events that are left. */
  public List<TraceLine> rest() {
    List<TraceLine> rest = new ArrayList<>();
    for (Optional<TraceLine> line = next(); line.isPresent(); line = next()) {
      rest.add(line.get());
    }
    return rest;
  }

  /** Where the reader is. */
  LineScanner lines() {
    return lines;
  }

  /**
   * The event of the line at which the reader is; empty, with a diagnostic, where it cannot be
   * read.
   */
  Optional<TraceLine> parse() {
    if (lines.isEvent()) {
      return parser.parse(lines.eventStart(), lines.end(), lines.number());
    }
    diagnostics.add(
        AssertionProblem.NOT_A_TRACE_LINE, source, new Span(lines.start(), lines.end()));
    return Optional.empty();
  }

  /** An event line that was passed before. */
  Optional<TraceLine> parse(int eventStart, int end, int number) {
    return parser.parse(eventStart, end, number);
  }

  private void checkHeader() {
    String first = firstLine(source.text());
    if (!first.equals(HEADER)) {
      int start = source.text().startsWith(BYTE_ORDER_MARK) ? 1 : 0;
      diagnostics.add(
          AssertionProblem.TRACE_VERSION, source, new Span(start, start + first.length()), first);
    }
  }

  private static String firstLine(String text) {
    int start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end).stripTrailing();
  }
}
