package dev.vsim.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainTextTest {
  @Test
  void widthsAreThoseOfTerminals() {
    assertEquals(5, DisplayWidth.of("hello"));
    assertEquals(4, DisplayWidth.of("커널"));
    assertEquals(2, DisplayWidth.of("🙂"));
    assertEquals(1, DisplayWidth.of("é"));
    assertEquals(1, DisplayWidth.of("e\u0301"));
    assertEquals(1, DisplayWidth.of("→"));
    assertEquals(4, DisplayWidth.of("（）"));
    assertEquals(1, DisplayWidth.of("─"));
  }

  @Test
  void textIsPaddedAndCutByColumns() {
    assertEquals("커널 ", DisplayWidth.padded("커널", 5));
    assertEquals("커널", DisplayWidth.padded("커널", 3));
    assertEquals("커", DisplayWidth.cut("커널", 3));
    assertEquals("ab", DisplayWidth.cut("ab", 3));
  }

  @Test
  void nothingShownEndsALineOrSteersATerminal() {
    for (int c = 0; c < 0x110000; c++) {
      String shown = PlainText.shown(Character.toString(c));
      boolean harmful =
          c < ' ' && c != '\t'
              || c >= 0x7F && c < 0xA0
              || c == 0x2028
              || c == 0x2029
              || c >= 0x202A && c <= 0x202E
              || c >= 0x2066 && c <= 0x2069
              || c >= 0xD800 && c <= 0xF8FF
              || c >= 0xE0020 && c <= 0xE007F;
      assertEquals(harmful || PlainText.isHidden(c) && c != '\t', shown.startsWith("\\u{"), shown);
      assertTrue(harmful || !shown.startsWith("\\u{") || PlainText.isHidden(c));
    }
    assertEquals("a\\u{1b}[2J\tb", PlainText.shown("a\u001b[2J\tb"));
    assertEquals("x #\\u{23}[error]", PlainText.shown("x ##[error]"), "GitHub's old commands");
    assertFalse(PlainText.isHidden(0x200D), "joiners make one letter or emoji of several");
    assertEquals(List.of("a", "", "b\\u{b}"), PlainText.lines("a\r\n\nb\u000b\n"));
  }

  @Test
  void aFileNameCannotBeginALineAsACommand() {
    for (String usual : List.of("lab3.vsim", "/tmp/a.vsim", "./a.vsim", "../a", "_a", "과제.vsim")) {
      assertEquals(usual, PlainText.path(usual));
    }
    for (String forged : List.of("::error::x", "##x", "not ok 1", "# x", "", " x", "%0A")) {
      assertEquals("./" + forged, PlainText.path(forged));
    }
  }

  @Test
  void numbersForPeople() {
    assertEquals("19,505,121", Numerals.grouped(19_505_121));
    assertEquals("-1,000", Numerals.grouped(-1000));
    assertEquals("999", Numerals.scaled(999));
    assertEquals("13.9 M", Numerals.scaled(13_900_000));
    assertEquals("1.0 k", Numerals.scaled(1000));
    assertEquals("2.5 G", Numerals.scaled(2.5e9));
    assertEquals("1 page", Numerals.count(1, "page", "pages"));
    assertEquals("0 pages", Numerals.count(0, "page", "pages"));
  }
}
