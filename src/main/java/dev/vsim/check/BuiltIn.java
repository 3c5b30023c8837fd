package dev.vsim.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functions that are there without being defined; a {@code def} of the same name hides one. */
public enum BuiltIn {
  /** {@code random(6)}. */
  RANDOM(
      "random",
      0,
      1,
      "A random number from 0 to n − 1, of n's unit; without n one with decimals, from 0 to below 1."
          + " The numbers are SplitMix64's, from the scenario's `seed`."),
  /** {@code min(a, b)}. */
  MIN("min", 2, 16, "The least of its values, which have one unit."),
  /** {@code max(a, b)}. */
  MAX("max", 2, 16, "The greatest of its values, which have one unit."),
  /** {@code abs(a - b)}. */
  ABS("abs", 1, 1, "A number without its sign."),
  /** {@code len(list)}. */
  LEN("len", 1, 1, "How many elements a list or map has, or characters a text.");

  private final String word;
  private final int least;
  private final int most;
  private final String doc;

  BuiltIn(String word, int least, int most, String doc) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.doc = doc;
  }

  /** Its name in the language. */
  public String word() {
    return word;
  }

  /** One sentence or two: what it gives. */
  public String doc() {
    return doc;
  }

  /** How many values it takes at least. */
  int least() {
    return least;
  }

  /** How many values it takes at most. */
  int most() {
    return most;
  }

  /** Whether it takes numbers. */
  boolean ofNumbers() {
    return this != LEN;
  }

  static Optional<BuiltIn> named(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(BuiltIn::word).toList();
  }
}
