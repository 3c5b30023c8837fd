package dev.vsim.source;

import dev.vsim.text.DisplayWidth;
import dev.vsim.text.PlainText;

/**
 * A stretch of a source line as it is shown: tabs as blanks, what cannot be seen escaped, of a long
 * line only the surroundings of a place. It knows in which column each offset of the text comes to
 * stand.
 */
public final class DrawnLine {
  private static final int TAB = 4;
  private static final int MOST_COLUMNS = 110;
  private static final int BEFORE = 30;

  /** Marks and joiners take no column, so that a line without end could be a short one. */
  private static final int MOST_UNITS = 8 * MOST_COLUMNS;

  private static final String CUT = "…";

  private final StringBuilder shown = new StringBuilder();
  private final int[] columns;
  private final int from;
  private final int to;

  /** The part of a line, counted from 1, that stays readable around {@code place}. */
  public DrawnLine(SourceText source, int line, int place) {
    this(
        source.text(),
        source.lineStart(line),
        source.lineStart(line) + source.lineText(line).length(),
        place);
  }

  /** The part of a line, given as offsets of its text, that stays readable around {@code place}. */
  DrawnLine(String text, int lineStart, int lineEnd, int place) {
    this.from = start(text, lineStart, place);
    this.columns = new int[MOST_UNITS + 2];
    this.to = draw(text, lineStart, lineEnd);
  }

  /** The line's start if the place can be seen from there, else a bit before the place. */
  private static int start(String text, int lineStart, int place) {
    int at = place;
    int near = place;
    int width = 0;
    while (at > lineStart && width < MOST_COLUMNS - BEFORE && place - at < MOST_UNITS / 2) {
      at = Character.offsetByCodePoints(text, at, -1);
      width += width(text, at);
      near = width <= BEFORE ? at : near;
    }
    return at == lineStart ? lineStart : near;
  }

  private static int width(String text, int at) {
    int character = text.codePointAt(at);
    return character == '\t' ? TAB : DisplayWidth.of(glyph(text, at));
  }

  /** A character, escaped where it would do harm, as the bracket of {@code ##[} would in a log. */
  private static String glyph(String text, int at) {
    int character = text.codePointAt(at);
    return character == '[' && text.startsWith("##", at - 2)
        ? PlainText.escaped(character)
        : Characters.shown(character);
  }

  private int draw(String text, int lineStart, int lineEnd) {
    int width = 0;
    if (from > lineStart) {
      shown.append(CUT);
      width++;
    }
    int at = from;
    while (at < lineEnd && width < MOST_COLUMNS && at - from < columns.length - 2) {
      int character = text.codePointAt(at);
      String glyph = character == '\t' ? " ".repeat(TAB - width % TAB) : glyph(text, at);
      int next = at + Character.charCount(character);
      for (int i = at; i < next; i++) {
        columns[i - from] = width;
      }
      shown.append(glyph);
      width += DisplayWidth.of(glyph);
      at = next;
    }
    columns[at - from] = width;
    if (at < lineEnd) {
      shown.append(CUT);
    }
    return at;
  }

  /** Whether this offset, or the end of the line at it, is shown. */
  public boolean shows(int offset) {
    return offset >= from && offset <= to;
  }

  /** The column, from 0, of the character at this offset; of what is not shown the nearest. */
  public int column(int offset) {
    return columns[Math.max(from, Math.min(offset, to)) - from];
  }

  @Override
  public String toString() {
    return shown.toString();
  }
}
