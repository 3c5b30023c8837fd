package dev.vsim.machine.cpu;

/** An option of a scheduler; which schedulers have it, {@link SchedulerKind#options} says. */
public enum SchedulerOption {
  SLICE("slice", Sort.DURATION, 10_000_000, "10ms", "how long a vCPU runs before others may"),
  TICK(
      "tick",
      Sort.WORD,
      0,
      "dispatch",
      "whether a slice counts from each dispatch, or all end at multiples of it (`global`)"),
  SKEW(
      "skew",
      Sort.DURATION,
      3_000_000,
      "3ms",
      "how far a vCPU may be ahead of its slowest sibling");

  private final String word;
  private final Sort sort;
  private final long usual;
  private final String fallback;
  private final String meaning;

  /** What is written behind an option's word. */
  public enum Sort {
    DURATION,
    WORD
  }

  SchedulerOption(String word, Sort sort, long usual, String fallback, String meaning) {
    this.word = word;
    this.sort = sort;
    this.usual = usual;
    this.fallback = fallback;
    this.meaning = meaning;
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

  public String meaning() {
    return meaning;
  }
}
