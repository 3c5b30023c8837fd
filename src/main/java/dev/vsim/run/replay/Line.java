package dev.vsim.run.replay;

import dev.vsim.source.FileProblem;
import dev.vsim.source.Problem;
import dev.vsim.text.Numerals;
import java.util.Optional;

/** One line of a trace after the other: what is on it, and what is wrong with it. */
final class Line {
  /** A number of so many bits takes another digit in any case. */
  private static final int SAFE_BITS = 60;

  private final String file;
  private final TraceFormat format;
  private byte[] bytes = {};
  private int start;
  private int at;
  private int end;
  private int next;
  private long number;
  private long value;
  private boolean wide;
  private Optional<ReplayError> error = Optional.empty();

  Line(String file, TraceFormat format) {
    this.file = file;
    this.format = format;
  }

  /** Goes to the line that begins here; an end of line is sure to come. */
  void begin(byte[] newBytes, int newStart) {
    bytes = newBytes;
    start = newStart;
    at = newStart;
    end = newStart;
    while (bytes[end] != '\n') {
      end++;
    }
    next = end + 1;
    while (end > start && (bytes[end - 1] == '\r' || blank(bytes[end - 1]))) {
      end--;
    }
    number++;
  }

  /** Counts lines that were read without this. */
  void count(int lines) {
    number += lines;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** Where the line after this one begins. */
  int next() {
    return next;
  }

  boolean atEnd() {
    return at == end;
  }

  /** The character here, or 0 at the line's end. */
  byte here() {
    return at < end ? bytes[at] : 0;
  }

  /** Whether the text here is this, which is then behind. */
  boolean took(String text) {
    if (end - at < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    at += text.length();
    return true;
  }

  /** Steps over blanks; false where there is none. */
  boolean blanks() {
    int before = at;
    while (at < end && blank(bytes[at])) {
      at++;
    }
    return at > before;
  }

  void step() {
    at++;
  }

  /** Reads digits into {@link #value}; false where there is none. */
  boolean number(int radix) {
    int before = at;
    value = 0;
    wide = false;
    for (int digit = digit(radix); digit >= 0; digit = digit(radix)) {
      wide |= value >>> SAFE_BITS != 0 && overflows(digit, radix);
      value = value * radix + digit;
      at++;
    }
    return at > before;
  }

  /** The number that was read. */
  long value() {
    return value;
  }

  /** Whether the number that was read has more than 64 bits. */
  boolean wide() {
    return wide;
  }

  Optional<ReplayError> error() {
    return error;
  }

  void notAReference() {
    wrong(FileProblem.TRACE_LINE, format.word(), format.expected());
  }

  void tooWide() {
    wrong(FileProblem.TRACE_ADDRESS);
  }

  /** The line's problem: after its number and its text come these details. */
  void wrong(Problem problem, Object... details) {
    Object[] all = new Object[details.length + 2];
    all[0] = "line " + Numerals.grouped(number);
    all[1] = Shown.bytes(bytes, start, end);
    System.arraycopy(details, 0, all, 2, details.length);
    error = Optional.of(ReplayError.at(number, problem, file, all));
  }

  private boolean overflows(int digit, int radix) {
    return Long.compareUnsigned(value, Long.divideUnsigned(-1 - digit, radix)) > 0;
  }

  private int digit(int radix) {
    int digit = at < end ? Hex.digit(bytes[at]) : -1;
    return digit < radix ? digit : -1;
  }

  private static boolean blank(byte c) {
    return c == ' ' || c == '\t';
  }
}
