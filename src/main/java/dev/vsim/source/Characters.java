package dev.vsim.source;

import dev.vsim.text.PlainText;
import java.util.Map;
import java.util.Optional;

/**
 * Single characters of a source text: which are refused, how they are shown, and what they were
 * meant to be.
 */
public final class Characters {
  /** Characters that look like one of the language's, or are what a word processor makes of it. */
  private static final Map<Integer, String> LOOK_ALIKES =
      Map.ofEntries(
          entry('“', "\""),
          entry('”', "\""),
          entry('„', "\""),
          entry('‟', "\""),
          entry('«', "\""),
          entry('»', "\""),
          entry('″', "\""),
          entry('‘', "\""),
          entry('’', "\""),
          entry('‚', "\""),
          entry('「', "\""),
          entry('」', "\""),
          entry('‐', "-"),
          entry('‑', "-"),
          entry('‒', "-"),
          entry('–', "-"),
          entry('—', "-"),
          entry('―', "-"),
          entry('−', "-"),
          entry('×', "*"),
          entry('·', "*"),
          entry('∗', "*"),
          entry('÷', "/"),
          entry('∕', "/"),
          entry('⁄', "/"),
          entry('≤', "<="),
          entry('≥', ">="),
          entry('≠', "!="),
          entry('≪', "<<"),
          entry('…', ".."),
          entry('‥', ".."),
          entry('⇒', "->"),
          entry('⟶', "->"),
          entry('➔', "->"),
          entry('⟨', "<"),
          entry('⟩', ">"),
          entry('〈', "<"),
          entry('〉', ">"),
          entry('‹', "<"),
          entry('›', ">"),
          entry('、', ","),
          entry('。', "."),
          entry('；', ";"),
          entry('\u037E', ";"),
          entry('∶', ":"));

  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_SHIFT = 0xFF01 - '!';

  private Characters() {}

  private static Map.Entry<Integer, String> entry(char character, String ascii) {
    return Map.entry((int) character, ascii);
  }

  /** What this character of the language's look-alikes should be, in ASCII. */
  public static Optional<String> asciiFor(int character) {
    if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
      return Optional.of(Character.toString(character - FULL_WIDTH_SHIFT));
    }
    if (Character.isSpaceChar(character) || character == '\u200B' || character == '\uFEFF') {
      return Optional.of(" ");
    }
    return Optional.ofNullable(LOOK_ALIKES.get(character));
  }

  /** A control character that no text may hold: anything but tab and line ends. */
  public static boolean isControl(int character) {
    return Character.getType(character) == Character.CONTROL
        && character != '\t'
        && character != '\n'
        && character != '\r';
  }

  /** The character, or {@code \\u{202e}} where it could not be seen. */
  public static String shown(int character) {
    return PlainText.isHidden(character) || Character.isSpaceChar(character) && character != ' '
        ? PlainText.escaped(character)
        : Character.toString(character);
  }

  /**
   * Reports the control characters of a text, wherever they stand; after a hundred it is clear that
   * it is none.
   */
  public static void refuseControls(SourceText source, Diagnostics diagnostics) {
    String text = source.text();
    int found = 0;
    for (int i = 0; i < text.length() && found < Diagnostics.DEFAULT_CAP; i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= '\u007F' && c <= '\u009F') && isControl(c)) {
        diagnostics.add(SyntaxProblem.CONTROL_CHARACTER, source, new Span(i, i + 1), shown(c));
        found++;
      }
    }
  }
}
