package dev.vsim.value;

/**
 * What a quantity measures. Two quantities of one dimension can be added and compared; see {@link
 * Quantities}.
 *
 * <p>An {@link #ADDRESS} is a plain number from 0 to 2^64 − 1 that is printed in hex (addresses,
 * page and frame numbers); it mixes freely with {@link #COUNT} and {@link #SIZE}.
 */
public enum Dimension {
  /** A plain number: {@code 42}. */
  COUNT("a number"),
  /** A plain number that prints in hex: an address, a page, a frame, an error code. */
  ADDRESS("an address"),
  /** Bytes: {@code 4K}, powers of 1024. */
  SIZE("a size"),
  /** Virtual nanoseconds: {@code 10ms}. */
  DURATION("a duration"),
  /** Bits a second: {@code 1Gbps}, powers of 1000. */
  RATE("a rate"),
  /** Watts: {@code 200W}. */
  POWER("a power");

  private final String prose;

  Dimension(String prose) {
    this.prose = prose;
  }

  /** How a diagnostic names it, with its article: {@code a size}. */
  public String prose() {
    return prose;
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

  /** What the sum of two that mix measures, and a range from one to the other. */
  public Dimension joined(Dimension other) {
    if (this == ADDRESS || other == ADDRESS) {
      return ADDRESS;
    }
    return this == COUNT ? other : this;
  }

  private boolean plain() {
    return this == COUNT || this == ADDRESS;
  }
}
