package dev.vsim.machine.memory;

import dev.vsim.event.Op;

/**
 * A stream of memory references, such as a recorded trace, handed over in batches of packed longs.
 *
 * <p>One reference is one long: bits 0–1 the operation ({@link Op#ordinal()}; a reference that
 * reads and writes is a write), bit 2 whether the rest is a page number (else it is a virtual
 * address), bits 3–63 the page number or address, signed. An access that crosses a page end is two
 * references, lower first; who reads the trace splits it.
 */
@FunctionalInterface
public interface ReferenceSource {
  /** How far the address or page number is shifted. */
  int VALUE_SHIFT = 3;

  /** The bits of the operation. */
  int OP_MASK = 3;

  /** The bit that says that the value is a page number. */
  int PAGE_BIT = 4;

  /** The greatest page number that can be told: 48 bits, more than any process has. */
  long GREATEST_PAGE = (1L << 48) - 1;

  /**
   * Fills {@code batch} from its start.
   *
   * @return how many references there are now, from 1 to the batch's length; 0 when the stream is
   *     over
   */
  int next(long[] batch);

  /**
   * A reference to a byte. An address of which 61 bits do not say all is packed as another that no
   * process can have either.
   */
  static long address(long va, Op op) {
    long packed = va << VALUE_SHIFT;
    boolean fits = packed >> VALUE_SHIFT == va;
    return (fits ? packed : Long.MIN_VALUE >>> 1) | op.ordinal();
  }

  /** A reference to a page by its number, at most {@link #GREATEST_PAGE}. */
  static long page(long page, Op op) {
    return page << VALUE_SHIFT | PAGE_BIT | op.ordinal();
  }
}
