package dev.vsim.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What `--set NAME=VALUES` lists. */
class ValuesTest {
  private static List<String> good(String text) {
    Values.Reading reading = Values.read(text, 100);
    assertTrue(reading instanceof Values.Reading.Good, text + ": " + reading);
    return ((Values.Reading.Good) reading).values();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lru,fifo,opt      | [lru, fifo, opt]
          1..4              | [1, 2, 3, 4]
          1,4..6,9          | [1, 4, 5, 6, 9]
          3..3              | [3]
          1..10..4          | [1, 5, 9]
          4K..16K..4K       | [4K, 8K, 12K, 16K]
          512..2K..512      | [512, 1K, 1536, 2K]
          1..64..x2         | [1, 2, 4, 8, 16, 32, 64]
          3..100..x3        | [3, 9, 27, 81]
          1ms..3ms..1ms     | [1ms, 2ms, 3ms]
          "a,b..c"          | ["a,b..c"]
          2.5, 80%          | [2.5, 80%]
          9223372036854775806..9223372036854775807 | [9223372036854775806, 9223372036854775807]
          """)
  void valuesAreListedInTheirOrder(String text, String values) {
    assertEquals(values, good(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4..1          | runs downwards
          1..b          | is no range
          1..2..3..4    | is no range
          1..9..0       | is no step
          1..9..x1      | is no step
          0..9..x2      | is no step
          1..4K..2.5    | is no step
          4K..4ms       | different units
          1,,2          | a value is missing
          1..1_000      | more than 100
          """)
  void whatIsNoListIsSaid(String text, String why) {
    Values.Reading reading = Values.read(text, 100);
    assertTrue(reading instanceof Values.Reading.Bad, text + ": " + reading);
    assertTrue(((Values.Reading.Bad) reading).why().contains(why), reading.toString());
  }

  @Test
  void asManyAsAreAllowedAreRead() {
    assertEquals(100, good("1..100").size());
    assertTrue(Values.read("1..101", 100) instanceof Values.Reading.Bad);
  }
}
