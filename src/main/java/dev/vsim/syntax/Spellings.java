package dev.vsim.syntax;

import java.text.Normalizer;

/**
 * The words of a text as strings, the same word mostly as the same string: scenarios and traces
 * repeat few words very often. It remembers a bounded number of them.
 */
final class Spellings {
  private static final int MOST = 4096;
  private static final int LEAST = 64;
  private static final int LAST_ASCII = 0x7F;

  private final String text;
  private final String[] known;

  Spellings(String text) {
    this.text = text;
    this.known = new String[Math.max(LEAST, Math.min(MOST, Integer.highestOneBit(text.length())))];
  }

  /** As it is written. */
  String of(Lexeme token) {
    return of(token.start(), token.end());
  }

  /** A name: two ways to write the same letters are one name (Unicode's normal form C). */
  String name(Lexeme token) {
    String spelling = of(token);
    return isAscii(spelling) ? spelling : Normalizer.normalize(spelling, Normalizer.Form.NFC);
  }

  private String of(int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ hash >>> 12) & known.length - 1;
    String candidate = known[slot];
    if (candidate != null
        && candidate.length() == end - start
        && text.startsWith(candidate, start)) {
      return candidate;
    }
    String made = text.substring(start, end);
    known[slot] = made;
    return made;
  }

  private static boolean isAscii(String spelling) {
    for (int i = 0; i < spelling.length(); i++) {
      if (spelling.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }
}
