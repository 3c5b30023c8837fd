package dev.vsim.verdict;

import dev.vsim.trace.Place;

/**
 * Where something that was checked stands.
 *
 * @param file the file's name as the user gave it, or empty
 * @param line its first line, counted from 1; 0 where only the file is known
 * @param column its column in that line, counted from 1 in code points; 0 where it is not known
 * @param endLine the line in which it ends
 * @param endColumn the column behind its end
 */
public record Where(String file, int line, int column, int endLine, int endColumn) {
  /** Nowhere in particular. */
  public static final Where NOWHERE = new Where("", 0, 0, 0, 0);

  /** A statement's place. */
  public static Where of(Place place) {
    return new Where(
        place.file(), place.line(), place.column(), place.endLine(), place.endColumn());
  }

  /** A line of a file; the file as a whole for line 0. */
  public static Where line(String file, int line) {
    return new Where(file, line, 0, line, 0);
  }

  /** Whether a line is known. */
  public boolean hasLine() {
    return line > 0;
  }

  /** Whether a column is known. */
  public boolean hasColumn() {
    return column > 0;
  }
}
