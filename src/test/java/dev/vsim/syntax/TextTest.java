package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.syntax.Expr.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between quotes. */
final class TextTest {
  private static List<Piece> pieces(String text) {
    return ((Expr.Text) Reading.expression(text)).pieces();
  }

  @Test
  void escapesAreRead() {
    Piece.Plain plain =
        (Piece.Plain) pieces("\"a\\\"b\\\\c\\nd\\te\\$f\\u{e9}\\u{1F600}$g\"").get(0);
    assertEquals("a\"b\\c\nd\te$f\u00e9\uD83D\uDE00$g", plain.text());
    assertEquals("a\\\"b\\\\c\\nd\\te\\$f\\u{e9}\\u{1F600}$g", plain.spelling());
    assertEquals(List.of(), pieces("\"\""));
    assertEquals(1, pieces("\"\\${x}\"").size());
  }

  @Test
  void holesHoldExpressions() {
    String text = "let x = \"한 ${a < b} 🙂${f([1], \"${c}\")}\"";
    Reading reading = Reading.of(text);
    List<Piece> pieces = ((Expr.Text) ((Stmt.Let) reading.statements().get(0)).value()).pieces();
    assertEquals(4, pieces.size());
    assertEquals("한 ", reading.text(((Piece.Plain) pieces.get(0)).span()));
    assertEquals("${a < b}", reading.text(((Piece.Hole) pieces.get(1)).span()));
    assertEquals("a < b", reading.text(((Piece.Hole) pieces.get(1)).value().span()));
    assertEquals(" 🙂", reading.text(((Piece.Plain) pieces.get(2)).span()));
    assertEquals("f([1], \"${c}\")", reading.text(((Piece.Hole) pieces.get(3)).value().span()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"# no comment; 'no' (no [no {no <no“\"",
        "\"$\"",
        "\"$$\"",
        "\"}\"",
        "\"${a}${b}\""
      })
  void anythingElseIsPlain(String text) {
    assertEquals(text, Printer.expression(Reading.expression(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a",
        "\"",
        "\"a\\\"",
        "\"${a",
        "\"${\"",
        "\"${\"a",
        "\"${a + \"b",
        "\"a ${f(1}\"",
        "\"a\\",
        "\"${{\""
      })
  void aTextEndsWithItsLine(String text) {
    Reading reading = Reading.of("let x = " + text + "\nlet y = 1\n");
    assertEquals(1, reading.codes().size(), reading.diagnostics().toString());
    assertEquals("let y = 1", reading.text(reading.statements().get(1).span()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\q", "\\'", "\\x41", "\\0"})
  void unknownEscapesAreTold(String escape) {
    Reading reading = Reading.of("print \"a" + escape + "b\"");
    assertEquals(List.of("V0109"), reading.codes());
    assertEquals(escape.substring(0, 2), reading.text(reading.diagnostics().get(0).span()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u{}",
        "\\u{110000}",
        "\\u{D800}",
        "\\u{xyz}",
        "\\u{0000041}",
        "\\u41",
        "\\u{٣}"
      })
  void whatIsNoCharacterIsTold(String escape) {
    assertEquals(List.of("V0110"), Reading.of("print \"a" + escape + "b\"").codes());
  }
}
