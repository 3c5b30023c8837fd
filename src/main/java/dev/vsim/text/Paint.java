package dev.vsim.text;

/** Colours of a terminal (ECMA-48) that stay readable on dark and light grounds, or none. */
public enum Paint {
  PLAIN,
  COLOUR;

  private static final String END = "\u001B[0m";

  /** What stands out: a place, a title. */
  public String strong(String text) {
    return in("\u001B[1m", text);
  }

  /** An error, and the place that is meant. */
  public String error(String text) {
    return in("\u001B[1;31m", text);
  }

  public String warning(String text) {
    return in("\u001B[1;33m", text);
  }

  /** A place that explains another. */
  public String other(String text) {
    return in("\u001B[36m", text);
  }

  /** Help, and what is as it should be. */
  public String good(String text) {
    return in("\u001B[32m", text);
  }

  /** What did not hold. */
  public String bad(String text) {
    return in("\u001B[31m", text);
  }

  /** What is left open. */
  public String open(String text) {
    return in("\u001B[33m", text);
  }

  /** What frames the rest: line numbers, bars. */
  public String faint(String text) {
    return in("\u001B[2m", text);
  }

  private String in(String colour, String text) {
    return this == COLOUR && !text.isEmpty() ? colour + text + END : text;
  }
}
