package dev.vsim.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of users made harmless: nothing in it can end a line, move a terminal's cursor or turn its
 * reading direction. The one place that says which characters are never shown as they are.
 */
public final class PlainText {
  /** What GitHub Actions takes for a command wherever it stands in a line of a log. */
  private static final String LOG_COMMAND = "##[";

  private static final String NO_LOG_COMMAND = "#" + escaped('#') + "[";

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PlainText() {}

  /**
   * One line's text with control, format and bidi characters escaped as {@code \\u{1b}}; a tab
   * stays.
   */
  public static String shown(String line) {
    if (line.codePoints().allMatch(PlainText::staysAsItIs)) {
      return withoutCommand(line);
    }
    StringBuilder out = new StringBuilder();
    line.codePoints().forEach(c -> out.append(staysAsItIs(c) ? Character.toString(c) : escaped(c)));
    return withoutCommand(out.toString());
  }

  /** The text with {@code ##[} escaped, so that a log that holds it runs nothing. */
  public static String withoutCommand(String text) {
    return text.contains(LOG_COMMAND) ? text.replace(LOG_COMMAND, NO_LOG_COMMAND) : text;
  }

  /** The lines of a text, each harmless; a final line end makes no further line. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(shown(line)));
    return lines;
  }

  /**
   * A file's name at the beginning of a line: one that would make the line look like a command to a
   * reader of logs ({@code ::error}, {@code ##[}, {@code not ok}) is told from the folder it is in.
   */
  public static String path(String name) {
    String shown = shown(name);
    boolean usual = !shown.isEmpty() && (isLetterOrDigit(shown.charAt(0)) || isPath(shown));
    return usual && !shown.contains(" ") ? shown : "./" + shown;
  }

  private static boolean isPath(String shown) {
    return "./_-".indexOf(shown.charAt(0)) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /**
   * Whether it would not be seen, or would change how others are seen: controls, direction marks,
   * lone surrogates, what each font draws as it likes. The answer is the same for every version of
   * Unicode that knows the character, so characters of later ones are shown.
   */
  public static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE ->
          true;
      case Character.FORMAT -> !joins(character);
      default -> false;
    };
  }

  /** {@code \\u{202e}}. */
  public static String escaped(int character) {
    return "\\u{" + Integer.toHexString(character) + "}";
  }

  private static boolean staysAsItIs(int c) {
    return c < 0x80 ? c >= ' ' && c < 0x7F || c == '\t' : !isHidden(c);
  }

  /** Joiners belong to what they join: scripts and emoji need them. */
  private static boolean joins(int character) {
    return character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
  }
}
