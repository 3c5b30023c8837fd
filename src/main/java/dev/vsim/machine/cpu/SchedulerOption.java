package dev.vsim.machine.cpu;

/** An option of a scheduler; which schedulers have it, {@link SchedulerKind#options} says. */
public enum SchedulerOption {
  SLICE("slice", Sort.DURATION, 10_000_000, "10ms"),
  TICK("tick", Sort.WORD, 0, "dispatch"),
  SKEW("skew", Sort.DURATION, 3_000_000, "3ms");

  private final String word;
  private final Sort sort;
  private final long usual;
  private final String fallback;

  /** What is written behind an option's word. */
  public enum Sort {
    DURATION,
    WORD
  }

  SchedulerOption(String word, Sort sort, long usual, String fallback) {
    this.word = word;
    this.sort = sort;
    this.usual = usual;
    this.fallback = fallback;
  }

  public String word() {
    return word;
  }

  public Sort sort() {
    return sort;
  }

  /** The default, in nanoseconds, or the number of the word. */
  long usual() {
    return usual;
  }

  /** The default as it would be written. */
  public String fallback() {
    return fallback;
  }
}
