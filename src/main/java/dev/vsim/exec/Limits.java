package dev.vsim.exec;

import java.util.List;
import java.util.Optional;

/**
 * What a run may use (grading.md, "Limits").
 *
 * @param steps statements, rounds of loops, and events
 * @param depth calls inside each other
 * @param events events kept for assertions
 * @param output bytes of trace and printed lines
 * @param work references of replays and elements of big list operations
 * @param memory bytes of the machine's model
 * @param seconds of wall time, a safety net
 */
public record Limits(
    long steps, int depth, long events, long output, long work, long memory, int seconds) {
  /** The limits of {@code vsim run} and {@code vsim test}. */
  public static final Limits RUN =
      new Limits(10_000_000, 1_000, 1_000_000, 64L << 20, 1_000_000_000, 2L << 30, 60);

  /** The limits of each check of {@code vsim grade}. */
  public static final Limits GRADE =
      new Limits(1_000_000, 256, 100_000, 1L << 20, 100_000_000, 256L << 20, 10);

  /** The names of the limits, as the command line has them. */
  public static final List<String> NAMES =
      List.of("steps", "depth", "events", "output", "work", "memory", "seconds");

  /** The same with one limit changed; empty where there is none of that name. */
  public Optional<Limits> with(String name, long value) {
    int at = NAMES.indexOf(name);
    if (at < 0) {
      return Optional.empty();
    }
    long[] all = {steps, depth, events, output, work, memory, seconds};
    all[at] = value;
    return Optional.of(
        new Limits(all[0], clamp(all[1]), all[2], all[3], all[4], all[5], clamp(all[6])));
  }

  private static int clamp(long value) {
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
