package dev.vsim.trace;

/**
 * Goes through the event lines of a recorded trace, passing comments, blank lines and {@code
 * rewind}.
 */
final class LineScanner {
  private static final String EXPECT = "expect ";

  private final String text;
  private int next;
  private int number;
  private int start;
  private int end;

  LineScanner(String text) {
    this.text = text;
    this.next = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** Moves to the next line that is not passed over; false at the end of the text. */
  boolean advance() {
    while (next < text.length()) {
      int stop = text.indexOf('\n', next);
      int lineEnd = stop < 0 ? text.length() : stop;
      start = next;
      next = lineEnd + 1;
      end = lineEnd > start && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
      number++;
      if (!passed()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line begins like an event's; else it does not belong into a trace. */
  boolean isEvent() {
    return text.startsWith(EXPECT, start);
  }

  /** Where the event begins, behind {@code expect}. */
  int eventStart() {
    return start + EXPECT.length();
  }

  int start() {
    return start;
  }

  /** Behind the line's last character, without its end. */
  int end() {
    return end;
  }

  /** Counted from 1. */
  int number() {
    return number;
  }

  /** Whether this line and the other scanner's are the same letter by letter. */
  boolean sameAs(LineScanner other) {
    int length = end - start;
    return length == other.end - other.start
        && text.regionMatches(start, other.text, other.start, length);
  }

  private boolean passed() {
    while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    return start == end || text.charAt(start) == '#' || isRewind();
  }

  private boolean isRewind() {
    return text.startsWith("rewind", start) && text.substring(start, end).strip().equals("rewind");
  }
}
