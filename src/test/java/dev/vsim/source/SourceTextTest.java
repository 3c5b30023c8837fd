package dev.vsim.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceTextTest {
  @Test
  void linesEndInThreeWays() {
    SourceText source = new SourceText("x", "a\nb\r\nc\rd");
    assertEquals(4, source.lines());
    assertEquals(
        List.of("a", "b", "c", "d"), List.of(1, 2, 3, 4).stream().map(source::lineText).toList());
    assertEquals(2, source.line(source.text().indexOf('b')));
    assertEquals(4, source.line(source.text().length()));
  }

  @Test
  void columnsCountCodePoints() {
    SourceText source = new SourceText("x", "a\n🙂é b");
    assertEquals(4, source.column(source.text().indexOf('b')));
    assertEquals(2, source.line(source.text().indexOf('b')));
  }

  @Test
  void whatAUserWroteIsNoPlaceholder() {
    SourceText source = new SourceText("x", "y");
    Diagnostic diagnostic =
        Diagnostic.of(HabitProblem.UNIT_APART, source, new Span(0, 1), "{1}", "$1\\");
    assertEquals("write `{1}$1\\`", diagnostic.help());
  }
}
