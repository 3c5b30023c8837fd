package dev.vsim.machine.virt;

import dev.vsim.machine.paging.PagingForm;
import java.math.BigInteger;

/**
 * How fast pages go from host to host: so many bits a second, of which a part is payload.
 *
 * @param rate bits a second, from 1
 * @param payload of {@code frame} bytes on the line
 */
public record Bandwidth(long rate, int payload, int frame) {
  /** A full TCP segment's payload, and what it takes of an Ethernet line (rules.md R29). */
  private static final int SEGMENT = 1460;

  private static final int ON_LINE = 1538;
  private static final BigInteger PICOSECONDS = BigInteger.valueOf(1_000_000_000_000L);
  private static final BigInteger PAGE_BITS =
      BigInteger.valueOf((long) PagingForm.EPT.pageSize() * Byte.SIZE);

  /** The most picoseconds that are reckoned with: 26 days. */
  public static final long LONGEST_TIME = Long.MAX_VALUE >>> 2;

  private static final BigInteger LONGEST = BigInteger.valueOf(LONGEST_TIME);

  /** So much payload. */
  public static Bandwidth of(long rate) {
    return new Bandwidth(rate, 1, 1);
  }

  /** What TCP makes of a line of this rate, in segments of 1500 bytes. */
  public static Bandwidth ofLine(long rate) {
    return new Bandwidth(rate, SEGMENT, ON_LINE);
  }

  /** The picoseconds that so many pages take. */
  public long time(long pages) {
    return scaled(pages, PICOSECONDS);
  }

  /** How many pages are through after so many picoseconds. */
  public long pagesIn(long picoseconds) {
    BigInteger available =
        BigInteger.valueOf(picoseconds)
            .add(BigInteger.ONE)
            .multiply(BigInteger.valueOf(rate))
            .multiply(BigInteger.valueOf(payload))
            .subtract(BigInteger.ONE);
    BigInteger page = PAGE_BITS.multiply(PICOSECONDS).multiply(BigInteger.valueOf(frame));
    return available.divide(page).longValueExact();
  }

  /** How much happens, so much a second, while so many pages are sent; whole ones only. */
  public long during(long pages, long perSecond) {
    return scaled(pages, BigInteger.valueOf(perSecond));
  }

  private long scaled(long pages, BigInteger perSecond) {
    BigInteger bits = PAGE_BITS.multiply(BigInteger.valueOf(pages));
    BigInteger whole =
        bits.multiply(perSecond)
            .multiply(BigInteger.valueOf(frame))
            .divide(BigInteger.valueOf(rate).multiply(BigInteger.valueOf(payload)));
    return whole.min(LONGEST).longValueExact();
  }

  /** Payload bits a second, rounded down. */
  public long payloadRate() {
    return BigInteger.valueOf(rate)
        .multiply(BigInteger.valueOf(payload))
        .divide(BigInteger.valueOf(frame))
        .longValueExact();
  }
}
