package dev.vsim.machine.time;

import java.util.Arrays;
import java.util.Map;

/** The cost table of one host or VM. */
public final class Costs {
  /** Every cost as its catalogue has it. */
  public static final Costs DEFAULT =
      new Costs(Arrays.stream(Cost.values()).mapToLong(Cost::picoseconds).toArray());

  private final long[] picoseconds;

  private Costs(long[] picoseconds) {
    this.picoseconds = picoseconds;
  }

  /** The price of one such piece of work, in picoseconds. */
  public long of(Cost cost) {
    return picoseconds[cost.ordinal()];
  }

  /** The same table with some other prices, in picoseconds. */
  public Costs with(Map<Cost, Long> prices) {
    long[] changed = picoseconds.clone();
    prices.forEach((cost, price) -> changed[cost.ordinal()] = price);
    return new Costs(changed);
  }
}
