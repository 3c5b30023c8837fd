package dev.vsim.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CharactersTest {
  @Test
  void lookAlikesHaveTheirSign() {
    assertEquals(Optional.of("\""), Characters.asciiFor('“'));
    assertEquals(Optional.of("-"), Characters.asciiFor('–'));
    assertEquals(Optional.of("+"), Characters.asciiFor('＋'));
    assertEquals(Optional.of("~"), Characters.asciiFor('～'));
    assertEquals(Optional.of(" "), Characters.asciiFor('\u00A0'));
    assertEquals(Optional.of("<="), Characters.asciiFor('≤'));
    assertEquals(Optional.empty(), Characters.asciiFor('é'));
  }

  @Test
  void onlyTabsAndLineEndsAreControlsThatMayStand() {
    for (int c = 0; c < 0x110000; c++) {
      boolean control = c < 0x20 || c >= 0x7F && c < 0xA0;
      assertEquals(control && c != '\t' && c != '\n' && c != '\r', Characters.isControl(c));
    }
  }

  @Test
  void nothingThatIsShownHidesOrTurns() {
    for (int c = 0; c < 0x110000; c++) {
      String shown = Characters.shown(c);
      boolean turns =
          c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
      boolean escaped = shown.startsWith("\\u{") && shown.endsWith("}");
      assertTrue(
          escaped || !(turns || Characters.isControl(c) || c >= 0xD800 && c <= 0xDFFF), shown);
      assertTrue(escaped || shown.codePointAt(0) == c, shown);
    }
  }
}
