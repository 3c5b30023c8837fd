package dev.vsim.check;

import java.util.List;

/** Lists in sentences. */
public final class Prose {
  private Prose() {}

  /** {@code a, b or c}. */
  public static String either(List<String> words) {
    return joined(words, " or ");
  }

  /** {@code a, b and c}. */
  public static String all(List<String> words) {
    return joined(words, " and ");
  }

  private static String joined(List<String> words, String last) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int end = words.size() - 1;
    return String.join(", ", words.subList(0, end)) + last + words.get(end);
  }
}
