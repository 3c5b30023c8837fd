package dev.vsim.value;

/**
 * What a quantity measures. Two quantities of one dimension can be added and compared; see {@link
 * Quantities}.
 *
 * <p>An {@link #ADDRESS} is a plain number that is printed in hex (addresses, page and frame
 * numbers); it mixes freely with {@link #COUNT} and {@link #SIZE}.
 */
public enum Dimension {
  /** A plain number: {@code 42}. */
  COUNT("a number", "numbers"),
  /** A plain number that prints in hex: an address, a page, a frame, an error code. */
  ADDRESS("an address", "addresses"),
  /** Bytes: {@code 4K}, powers of 1024. */
  SIZE("a size", "sizes"),
  /** Virtual nanoseconds: {@code 10ms}. */
  DURATION("a duration", "durations"),
  /** Bits a second: {@code 1Gbps}, powers of 1000. */
  RATE("a rate", "rates"),
  /** Watts: {@code 200W}. */
  POWER("a power", "powers");

  private final String prose;
  private final String plural;

  Dimension(String prose, String plural) {
    this.prose = prose;
    this.plural = plural;
  }

  /** How a diagnostic names it, with its article: {@code a size}. */
  public String prose() {
    return prose;
  }

  public String plural() {
    return plural;
  }

  /** Whether values of the two can be added and compared. */
  public boolean mixesWith(Dimension other) {
    return this == other
        || plain() && other.plain()
        || this == ADDRESS && other == SIZE
        || this == SIZE && other == ADDRESS
        || this == COUNT && other == SIZE
        || this == SIZE && other == COUNT;
  }

  private boolean plain() {
    return this == COUNT || this == ADDRESS;
  }
}
