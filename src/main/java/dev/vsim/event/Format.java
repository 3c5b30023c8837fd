package dev.vsim.event;

/** How a numeric field prints and compares (rules.md R0b). */
public enum Format {
  /** Decimal: slots, levels, indexes, counts, ports, lengths, exit numbers. */
  COUNT,
  /** Hex: addresses, frames, error codes, qualifications, table entries. */
  HEX,
  /** A vector: an exception's in decimal, as manuals number them, a device's in hex. */
  VECTOR,
  /** A page number: hex, or the label that the subject's process gave it. */
  PAGE,
  /** Nanoseconds, in the largest unit that divides. */
  DURATION,
  /** Bytes, in the largest unit that divides. */
  SIZE,
  /** Bits a second, in Mbps with three decimals. */
  RATE
}
