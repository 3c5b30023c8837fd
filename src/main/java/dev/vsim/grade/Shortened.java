package dev.vsim.grade;

import dev.vsim.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Text of a run as it is shown in a report: harmless, and its middle left out where it is long. */
public final class Shortened {
  /** How many characters are shown (grading.md, "Limits"). */
  public static final int MOST_CHARACTERS = 8_000;

  /** How many lines are shown. */
  public static final int MOST_LINES = 200;

  private static final int MARK = 60;

  private Shortened() {}

  /** Its lines, each with its end and without anything that could steer a terminal. */
  public static String of(String text) {
    List<String> lines = PlainText.lines(text);
    List<String> kept = lines.size() > MOST_LINES ? headAndTail(lines) : lines;
    StringBuilder all = new StringBuilder();
    kept.forEach(line -> all.append(line).append('\n'));
    return all.length() > MOST_CHARACTERS ? headAndTail(all.toString()) : all.toString();
  }

  private static List<String> headAndTail(List<String> lines) {
    int half = MOST_LINES / 2;
    List<String> kept = new ArrayList<>(lines.subList(0, half));
    kept.add("… " + (lines.size() - MOST_LINES + 1) + " lines are left out …");
    kept.addAll(lines.subList(lines.size() - half + 1, lines.size()));
    return kept;
  }

  private static String headAndTail(String text) {
    int half = (MOST_CHARACTERS - MARK) / 2;
    int head = whole(text, half);
    int tail = whole(text, text.length() - half);
    return text.substring(0, head)
        + "\n… "
        + (tail - head)
        + " characters are left out …\n"
        + text.substring(tail);
  }

  /** The place itself, or the one before where it would cut a character in two. */
  private static int whole(String text, int place) {
    return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
  }
}
