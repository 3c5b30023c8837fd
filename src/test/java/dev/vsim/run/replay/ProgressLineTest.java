package dev.vsim.run.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final long SECOND = 1_000_000_000;

  private final List<String> written = new ArrayList<>();
  private long now = 17;

  @Test
  void showsHowFarItIsHowFastAndHowLongStill() {
    ProgressLine line = line("sort.lackey.gz", 200);
    now += SECOND;
    line.update(0.71, 13_900_000);
    assertEquals(
        List.of(
            "\rreplay sort.lackey.gz  ━━━━━━━━━━━━━━━━━━━━━━╸            71%  13.9 M references  13.9 M/s  0:00:01 left\u001b[K"),
        written);
  }

  @Test
  void drawsTenTimesASecondAtMost() {
    ProgressLine line = line("a", 100);
    for (int millisecond = 0; millisecond < 1000; millisecond++) {
      line.update(millisecond / 1000.0, millisecond);
      now += SECOND / 1000;
    }
    assertEquals(9, written.size());
  }

  @Test
  void isErasedAtTheEndIfItWasDrawn() {
    ProgressLine line = line("a", 100);
    line.update(0.5, 1);
    line.erase();
    assertEquals(List.of(), written);
    now += SECOND;
    line.update(0.5, 1);
    line.erase();
    line.erase();
    assertEquals("\r\u001b[K", written.get(1));
    assertEquals(2, written.size());
  }

  @Test
  void figuresKeepTheirScale() {
    assertTrue(drawn("a", 200, 0, 999, 1).endsWith("  0%  999 references  999/s"));
    assertTrue(
        drawn("a", 200, 0.5, 1500, 2).endsWith(" 50%  1.5 k references  750/s  0:00:02 left"));
    assertTrue(
        drawn("a", 200, 0.001, 2_000_000_000, 4)
            .endsWith("  0%  2.0 G references  500.0 M/s  1:06:36 left"));
    assertTrue(
        drawn("a", 200, 1, 1, 1)
            .endsWith("━".repeat(32) + "  100%  1 references  1/s  0:00:00 left"));
  }

  @Test
  void fitsTheTerminal() {
    for (String name :
        List.of("a", "sort.lackey.gz", "추적.lackey.gz", "x".repeat(300), "𝔘".repeat(99))) {
      for (int columns = 1; columns < 150; columns++) {
        assertTrue(DisplayWidth.of(drawn(name, columns, 0.3, 1_000_000, 3)) < columns);
      }
    }
  }

  @Test
  void aNameCannotSteerTheTerminal() {
    assertTrue(drawn("a\u001b[2J\rb", 100, 0.5, 1, 1).startsWith("replay a\\u{1b}[2J\\u{d}b "));
  }

  private String drawn(String name, int columns, double fraction, long references, int seconds) {
    ProgressLine line = line(name, columns);
    now += seconds * SECOND;
    written.clear();
    line.update(fraction, references);
    String whole = written.get(0);
    return whole.substring(1, whole.length() - "\u001b[K".length());
  }

  private ProgressLine line(String name, int columns) {
    return new ProgressLine("replay " + name, "references", columns, () -> now, written::add);
  }
}
