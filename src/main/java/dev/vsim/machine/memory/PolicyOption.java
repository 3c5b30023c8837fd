package dev.vsim.machine.memory;

/** An option of a replacement policy; which policies have it, {@link PolicyKind#options} says. */
public enum PolicyOption {
  SET_ON_LOAD("set-on-load", Sort.SWITCH, 0, 1, "on"),
  INTERVAL("interval", Sort.COUNT, 1, Integer.MAX_VALUE, ""),
  BITS("bits", Sort.COUNT, 1, 31, "8"),
  TAU("tau", Sort.COUNT, 1, Integer.MAX_VALUE, ""),
  IN("in", Sort.SHARE, 0, 1, "25%"),
  OUT("out", Sort.SHARE, 0, 1, "50%"),
  SMALL("small", Sort.SHARE, 0, 1, "10%"),
  GHOST("ghost", Sort.SHARE, 0, 1, "90%"),
  PROMOTION("promotion", Sort.COUNT, 1, 255, "2"),
  CAP("cap", Sort.COUNT, 1, 255, "3");

  private final String word;
  private final Sort sort;
  private final long least;
  private final long most;
  private final String fallback;

  /** What is written behind an option's word. */
  public enum Sort {
    SWITCH,
    COUNT,
    SHARE
  }

  PolicyOption(String word, Sort sort, long least, long most, String fallback) {
    this.word = word;
    this.sort = sort;
    this.least = least;
    this.most = most;
    this.fallback = fallback;
  }

  public String word() {
    return word;
  }

  public Sort sort() {
    return sort;
  }

  public long least() {
    return least;
  }

  public long most() {
    return most;
  }

  /** The default as it would be written; empty where it depends on the number of frames. */
  public String fallback() {
    return fallback;
  }
}
