package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextGoldenTest {
  private static final String ERR =
      """
      typo.vsim:1:1: error V0201: `vn` is neither a command nor a kind of thing to declare
        1 | vn linux
          | ^^
      """;

  @Test
  void howLinesEndIsNotCompared() {
    assertEquals(Optional.empty(), TextGolden.compare(ERR, ERR));
    assertEquals(Optional.empty(), TextGolden.compare(ERR.replace("\n", "\r\n"), ERR));
    assertEquals(Optional.empty(), TextGolden.compare(ERR.strip(), ERR));
  }

  @Test
  void theFirstDifferingLineIsShown() {
    assertDrawn(
        ERR.replace("vn linux", "vm linux"),
        """
        differs from typo.err at its line 2
            1   typo.vsim:1:1: error V0201: `vn` is neither a command nor a kind of thing to declare
          - 2     1 | vn linux
          + 2     1 | vm linux
                       ^
          if this is right: vsim test typo.vsim --bless
        """);
  }

  @Test
  void anEndThatComesTooSoonIsShown() {
    assertDrawn(
        ERR + "help: did you mean `vm`?\u001b[2J\n",
        """
        differs from typo.err at its line 4
            3       | ^^
          - 4   (the end)
          + 4   help: did you mean `vm`?\\u{1b}[2J
          if this is right: vsim test typo.vsim --bless
        """);
    assertDrawn(
        "",
        """
        differs from typo.err at its line 1
          - 1   typo.vsim:1:1: error V0201: `vn` is neither a command nor a kind of thing to declare
          + 1   (the end)
          if this is right: vsim test typo.vsim --bless
        """);
  }

  private static void assertDrawn(String actual, String drawing) {
    TextGolden.Difference difference = TextGolden.compare(ERR, actual).orElseThrow();
    assertEquals(
        drawing,
        difference.headline("typo.err") + "\n" + difference.draw("vsim test typo.vsim --bless"));
  }
}
