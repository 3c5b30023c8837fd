package dev.vsim.machine.memory;

/** An option of a replacement policy; which policies have it, {@link PolicyKind#options} says. */
public enum PolicyOption {
  SET_ON_LOAD(
      "set-on-load", Sort.SWITCH, 0, 1, "on", "whether loading a page counts as referring to it"),
  INTERVAL(
      "interval",
      Sort.COUNT,
      1,
      Integer.MAX_VALUE,
      "",
      "references of the set between two ticks; as many as it has frames unless given"),
  BITS("bits", Sort.COUNT, 1, 31, "8", "bits of a page's history, one a tick"),
  TAU(
      "tau",
      Sort.COUNT,
      1,
      Integer.MAX_VALUE,
      "",
      "references of its process for which an unused page belongs to the working set; 4 for each frame unless given"),
  IN("in", Sort.SHARE, 0, 1, "25%", "the part of the frames for pages used once"),
  OUT(
      "out",
      Sort.SHARE,
      0,
      1,
      "50%",
      "the part of the frames for as many of which it remembers who left"),
  SMALL("small", Sort.SHARE, 0, 1, "10%", "the part of the frames for pages that are new"),
  GHOST(
      "ghost",
      Sort.SHARE,
      0,
      1,
      "90%",
      "the part of the frames for as many of which it remembers who left"),
  PROMOTION(
      "promotion",
      Sort.COUNT,
      1,
      255,
      "2",
      "uses behind the load that take a page into the main queue"),
  CAP("cap", Sort.COUNT, 1, 255, "3", "uses that are counted at most");

  private final String word;
  private final Sort sort;
  private final long least;
  private final long most;
  private final String fallback;
  private final String meaning;

  /** What is written behind an option's word. */
  public enum Sort {
    SWITCH,
    COUNT,
    SHARE
  }

  PolicyOption(String word, Sort sort, long least, long most, String fallback, String meaning) {
    this.word = word;
    this.sort = sort;
    this.least = least;
    this.most = most;
    this.fallback = fallback;
    this.meaning = meaning;
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

  public String meaning() {
    return meaning;
  }
}
