package dev.vsim.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.value.Dimension;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where amounts stand on an axis, and which marks a reader finds there. */
class AxisTest {
  private static Axis along(String... values) {
    return Axis.of(new Sweep.Parameter("p", "", List.of(values)));
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::label).toList();
  }

  private static Axis of(Dimension dimension, double... amounts) {
    return Axis.of(amounts, dimension, false);
  }

  @Test
  void fewNumbersHaveAMarkEach() {
    assertEquals(List.of("1", "2", "3", "8"), labels(along("1", "2", "3", "8")));
  }

  @Test
  void marksDoNotRunIntoEachOther() {
    assertEquals(List.of("1", "100", "200"), labels(along("1", "2", "3", "100", "200")));
  }

  @Test
  void manyNumbersHaveRoundMarks() {
    String[] values = new String[64];
    for (int i = 0; i < 64; i++) {
      values[i] = String.valueOf(i + 1);
    }
    assertEquals(List.of("10", "20", "30", "40", "50", "60"), labels(along(values)));
  }

  @Test
  void numbersThatDoubleStandEquallyFarApart() {
    Axis axis = along("4K", "8K", "16K", "32K", "64K");
    assertTrue(axis.isLogarithmic());
    assertEquals(List.of("4K", "8K", "16K", "32K", "64K"), labels(axis));
    assertEquals(0.25, axis.place(8192), 1e-9);
    assertEquals("", axis.unit(), "each mark has its own");
  }

  @Test
  void wordsAreCategories() {
    Axis axis = along("lru", "fifo");
    assertTrue(axis.isCategories());
    assertEquals(0.25, axis.place(0));
    assertEquals(0.75, axis.place(1));
    assertTrue(along("1", "many").isCategories());
    assertTrue(along("4K", "4ms").isCategories(), "different units are no axis");
  }

  @Test
  void measuresBeginAtZero() {
    assertEquals(
        List.of("0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6"),
        labels(of(Dimension.COUNT, 0.05, 0.58)));
    assertEquals(
        List.of("0", "2000", "4000", "6000", "8000", "10,000", "12,000"),
        labels(of(Dimension.COUNT, 1, 12_000)));
  }

  @Test
  void measuresFarFromZeroShowHowTheyDiffer() {
    assertEquals("0.9", labels(of(Dimension.COUNT, 0.90, 0.95)).get(0));
    assertEquals("0", labels(Axis.of(new double[] {0.90, 0.95}, Dimension.COUNT, true)).get(0));
  }

  @Test
  void unitsSuitTheGreatest() {
    assertEquals("us", of(Dimension.DURATION, 0, 600_405).unit());
    assertEquals(
        List.of("0", "4", "8", "12", "16", "20", "24"), labels(of(Dimension.SIZE, 0, 24 * 1024)));
    assertEquals("K", of(Dimension.SIZE, 0, 24 * 1024).unit());
    assertEquals("Gbps", of(Dimension.RATE, 0, 2e9).unit());
  }

  @Test
  void negativeAmountsLieBelowZero() {
    Axis axis = of(Dimension.COUNT, -5, 10);
    assertTrue(labels(axis).contains("0"));
    assertTrue(axis.place(-5) >= 0 && axis.place(-5) < axis.place(0));
  }

  @Test
  void allTheSameIsDrawnToo() {
    for (double amount : new double[] {0, 7, -3}) {
      Axis axis = of(Dimension.COUNT, amount, amount);
      double place = axis.place(amount);
      assertTrue(place >= 0 && place <= 1, amount + " stands at " + place);
      assertFalse(axis.ticks().isEmpty());
    }
  }
}
