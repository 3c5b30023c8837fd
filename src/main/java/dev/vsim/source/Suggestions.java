package dev.vsim.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds what somebody meant who wrote a word that is not there: the candidates that are few slips
 * away, a slip being a letter too many, too few, wrong, or two swapped.
 */
public final class Suggestions {
  /**
   * Nobody means a word of this length by another; and comparing takes the product of the lengths.
   */
  private static final int LONGEST = 64;

  private static final int LETTERS_PER_SLIP = 3;

  /** Of which two words of the greatest length cannot have more. */
  private static final int LETTERS = 128;

  private static final int SHORTEST_STEM = 3;

  /** What a word that is cut off, or goes on, counts as: it comes after all that are misspelled. */
  private static final int SHORTENED = LONGEST;

  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

  private Suggestions() {}

  /** The one candidate that was most likely meant, if any was. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    return nearest(word, candidates, 1).stream().findFirst();
  }

  /**
   * The candidates that were most likely meant, at most so many, the likeliest first; of equals the
   * one that is first in the order of code units, so that the answer does not depend on the order
   * of the candidates.
   */
  public static List<String> nearest(String word, Collection<String> candidates, int most) {
    if (word.length() > LONGEST) {
      return List.of();
    }
    return candidates.stream()
        .distinct()
        .map(candidate -> Guess.of(word, candidate))
        .flatMap(Optional::stream)
        .sorted(Guess.LIKELIEST)
        .limit(most)
        .map(Guess::candidate)
        .toList();
  }

  /**
   * A help of two parts, either of which may be empty: {@code did you mean `e1000`? It can be e1000
   * or vmxnet3}.
   */
  public static String joined(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first + second;
    }
    return first.endsWith("?")
        ? first + " " + Character.toUpperCase(second.charAt(0)) + second.substring(1)
        : first + "; " + second;
  }

  /** How many slips a word of this length may hold and still be recognized. */
  private static int allowed(String word) {
    return Math.max(1, (word.length() + 1) / LETTERS_PER_SLIP);
  }

  /**
   * A candidate, how many slips away it is, and how alike it looks, which weighs its beginning
   * most.
   */
  private record Guess(String candidate, int slips, double likeness) {
    static final Comparator<Guess> LIKELIEST =
        Comparator.<Guess>comparingInt(guess -> guess.slips)
            .thenComparing(Comparator.<Guess>comparingDouble(guess -> guess.likeness).reversed())
            .thenComparing(Guess::candidate);

    static Optional<Guess> of(String word, String candidate) {
      if (candidate.isEmpty() || candidate.length() > LONGEST || word.isEmpty()) {
        return Optional.empty();
      }
      int most = allowed(word.length() < candidate.length() ? word : candidate);
      int slips = slips(word, candidate, most);
      return slips < 0
          ? Optional.empty()
          : Optional.of(new Guess(candidate, slips, LIKENESS.apply(word, candidate)));
    }

    /** Capital letters, and `_` for `-`, are no slips of their own; -1 where there are too many. */
    private static int slips(String word, String candidate, int most) {
      String plainWord = plain(word);
      String plainCandidate = plain(candidate);
      if (plainWord.equals(plainCandidate)) {
        return 0;
      }
      boolean longer = Math.abs(plainWord.length() - plainCandidate.length()) > most;
      int slips = longer ? -1 : distance(plainWord, plainCandidate, most);
      return slips < 0 && isShortened(plainWord, plainCandidate) ? SHORTENED : slips;
    }

    private static int distance(String word, String candidate, int most) {
      Alphabet alphabet = new Alphabet();
      return new DamerauLevenshteinDistance(most)
          .apply(alphabet.spell(word), alphabet.spell(candidate));
    }

    /** {@code memory} for {@code mem}, {@code fram} for {@code frames}. */
    private static boolean isShortened(String word, String candidate) {
      return Math.min(word.length(), candidate.length()) >= SHORTEST_STEM
          && (word.startsWith(candidate) || candidate.startsWith(word));
    }

    private static String plain(String word) {
      return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Spells words with a few letters of its own, the same for the same letter: Commons Text tells
   * letters beyond ASCII apart even from themselves.
   */
  private static final class Alphabet {
    private final Map<Character, Character> letters = new HashMap<>();

    String spell(String word) {
      StringBuilder spelled = new StringBuilder(word.length());
      for (int i = 0; i < word.length(); i++) {
        spelled.append(
            letters.computeIfAbsent(word.charAt(i), c -> (char) (letters.size() % LETTERS)));
      }
      return spelled.toString();
    }
  }
}
