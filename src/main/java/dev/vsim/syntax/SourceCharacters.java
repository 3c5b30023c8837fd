package dev.vsim.syntax;

import dev.vsim.source.SourceText;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as the lexer reads it: code points, but counted in UTF-16 code units, so that a token's
 * offsets are those of its {@link dev.vsim.source.Span}. An unpaired surrogate is a character of
 * its own. Outside of ASCII every letter is handed on as one, and so is every mark and every
 * decimal digit: the lexer has no more to know, and its tables stay small.
 */
final class SourceCharacters implements CharStream {
  private static final int ASCII = 0x80;
  private static final int ANY_LETTER = 0xAA;
  private static final int ANY_MARK = 0x300;
  private static final int ANY_DIGIT = 0x660;

  private final SourceText source;
  private final String text;
  private final int length;
  private int at;

  SourceCharacters(SourceText source) {
    this.source = source;
    this.text = source.text();
    this.length = text.length();
  }

  @Override
  public void consume() {
    at += isPair(at) ? 2 : 1;
  }

  @Override
  public int LA(int distance) {
    if (distance == 1) {
      return codePoint(at);
    }
    int place = at;
    for (int i = 1; i < distance && place < length; i++) {
      place += isPair(place) ? 2 : 1;
    }
    return codePoint(distance < 0 ? at + distance : place);
  }

  private int codePoint(int place) {
    if (place < 0 || place >= length) {
      return IntStream.EOF;
    }
    char unit = text.charAt(place);
    return unit < ASCII ? unit : known(text.codePointAt(place));
  }

  /** The character that stands for one outside of ASCII in the grammar. */
  private static int known(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          isMicro(codePoint) ? codePoint : ANY_LETTER;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          ANY_MARK;
      case Character.DECIMAL_DIGIT_NUMBER -> ANY_DIGIT;
      default -> codePoint;
    };
  }

  /** The two letters that a number may end with, as in 10µs. */
  private static boolean isMicro(int codePoint) {
    return codePoint == 0xB5 || codePoint == 0x3BC;
  }

  private boolean isPair(int place) {
    return Character.isHighSurrogate(text.charAt(place))
        && place + 1 < length
        && Character.isLowSurrogate(text.charAt(place + 1));
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // the whole text is at hand, so nothing was held for the marker
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
  }

  @Override
  public int size() {
    return length;
  }

  @Override
  public String getSourceName() {
    return source.name();
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, length));
  }
}
