package dev.vsim.run.replay;

import java.util.Optional;

/**
 * How a recorded trace is to be read.
 *
 * @param format its format, or none where the name and the contents are to tell
 * @param limit the most references to read, counted as recorded: an access across two pages is one
 * @param straddle what an access across a page's end touches
 * @param pageShift the page size as a power of two, in bits: 12 for 4K
 * @param numbers what numbers mean in plain text
 */
public record TraceOptions(
    Optional<TraceFormat> format,
    long limit,
    Straddle straddle,
    int pageShift,
    TraceNumbers numbers) {
  /** Pages of 4K, no limit, both pages of a straddling access, the format found out. */
  public static final TraceOptions DEFAULT =
      new TraceOptions(
          Optional.empty(), Long.MAX_VALUE, Straddle.BOTH, 12, TraceNumbers.BY_SPELLING);

  public TraceOptions {
    if (pageShift < 2 || pageShift > 40 || limit < 0) {
      throw new IllegalArgumentException("page shift " + pageShift + ", limit " + limit);
    }
  }

  public TraceOptions withFormat(TraceFormat newFormat) {
    return new TraceOptions(Optional.of(newFormat), limit, straddle, pageShift, numbers);
  }

  public TraceOptions withLimit(long newLimit) {
    return new TraceOptions(format, newLimit, straddle, pageShift, numbers);
  }

  public TraceOptions withStraddle(Straddle newStraddle) {
    return new TraceOptions(format, limit, newStraddle, pageShift, numbers);
  }

  public TraceOptions withPageShift(int newPageShift) {
    return new TraceOptions(format, limit, straddle, newPageShift, numbers);
  }

  public TraceOptions withNumbers(TraceNumbers newNumbers) {
    return new TraceOptions(format, limit, straddle, pageShift, newNumbers);
  }
}
