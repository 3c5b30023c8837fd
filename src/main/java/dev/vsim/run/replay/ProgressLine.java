package dev.vsim.run.replay;

import dev.vsim.text.DisplayWidth;
import dev.vsim.text.Numerals;
import dev.vsim.text.PlainText;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The line that shows on a terminal how far long work is: {@code replay sort.lackey.gz ━━━━╸ 71%
 * 13.9 M references 14.2 M/s 0:00:01 left}. It is drawn over itself ten times a second at most, for
 * the first time after a tenth of a second, and is gone at the end. Time and terminal are the
 * caller's.
 */
public final class ProgressLine {
  private static final long REDRAW_NANOSECONDS = 100_000_000;
  private static final double NANOSECONDS = 1e9;
  private static final int WIDEST_BAR = 32;
  private static final String CLEAR_TO_END = "\u001b[K";

  private final String title;
  private final String unit;
  private final int columns;
  private final LongSupplier clock;
  private final Consumer<String> terminal;
  private final long begin;
  private long drawnAt;
  private boolean drawn;

  /**
   * Begins to count the time.
   *
   * @param title what is under way, {@code replay sort.lackey.gz}
   * @param unit what is counted, {@code references}
   * @param columns how wide the terminal is
   * @param clock nanoseconds since any instant
   * @param terminal takes what is to be written, and shows it at once
   */
  public ProgressLine(
      String title, String unit, int columns, LongSupplier clock, Consumer<String> terminal) {
    this.title = PlainText.shown(title);
    this.unit = unit;
    this.columns = columns;
    this.clock = clock;
    this.terminal = terminal;
    this.begin = clock.getAsLong();
    this.drawnAt = begin;
  }

  /** Draws the line anew if it is time. */
  public void update(double fraction, long count) {
    long now = clock.getAsLong();
    if (now - drawnAt >= REDRAW_NANOSECONDS) {
      drawnAt = now;
      drawn = true;
      terminal.accept("\r" + text(fraction, count, (now - begin) / NANOSECONDS) + CLEAR_TO_END);
    }
  }

  /** Takes the line off the terminal. */
  public void erase() {
    if (drawn) {
      drawn = false;
      terminal.accept("\r" + CLEAR_TO_END);
    }
  }

  private String text(double fraction, long count, double seconds) {
    String figures =
        String.format(
                Locale.ROOT,
                "  %3d%%  %s %s  %s/s",
                (int) (fraction * 100),
                Numerals.scaled((double) count),
                unit,
                Numerals.scaled(count / seconds))
            + left(fraction, seconds);
    int room = columns - 1 - DisplayWidth.of(title) - DisplayWidth.of(figures) - 2;
    String whole =
        title + (room > 0 ? "  " + bar(fraction, Math.min(room, WIDEST_BAR)) : "") + figures;
    return DisplayWidth.cut(whole, columns - 1);
  }

  private static String left(double fraction, double seconds) {
    if (fraction <= 0) {
      return "";
    }
    long left = (long) Math.ceil(seconds * (1 - fraction) / fraction);
    return String.format(
        Locale.ROOT, "  %d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60);
  }

  /** Full cells, a half one where at least half of the next is done, blanks. */
  private static String bar(double fraction, int width) {
    int halves = (int) (fraction * width * 2);
    String done = "━".repeat(halves / 2) + "╸".repeat(halves % 2);
    return done + " ".repeat(width - done.length());
  }
}
