package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a line end ends a statement, and where it is a blank. */
final class LineEndTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+", "-", "*", "/", "//", "&", "|", "^", "<<", "==", "!=", "<=", ">=", "..", "and", "or"
      })
  void aLineGoesOnAfterAnOperator(String operator) {
    for (String end : List.of("\n", "\r\n", "\r", "\n\n", " # why\n", "\n# why\n\n")) {
      assertEquals(1, Reading.right("let x = a " + operator + end + "b").size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let x =\n1",
        "access page 1,\n2",
        "map a ->\nb",
        "let x = not\na",
        "vm x\n< a 1 >",
        "map a\n-> b",
        "map a\n→ b",
        "if a\n{ }\nelse\n{ }",
        "if a { }\n\n# why\nelse { }",
        "let x = (a\n+ b\n)",
        "let x = [\n1\n,\n2\n]",
        "let x = f(\n1,\n2\n)",
        "let x = m[\n1\n]",
        "vm x < a [1,\n2\n]; b 2 >",
        "let x = \"${a + b}\"",
      })
  void aLineGoesOn(String text) {
    assertEquals(1, Reading.right(text).size());
    assertEquals(
        Reading.shape(Reading.right(text)),
        Reading.shape(Reading.right(text.replace("\n", "\r\n"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait\nwait",
        "wait;wait",
        "wait\r\nwait",
        "wait\rwait",
        "wait # a\nwait",
        "wait;;\n;wait;",
        "wait ; wait"
      })
  void aLineEnds(String text) {
    assertEquals(2, Reading.right(text).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let x = a\n+ b",
        "let x = a >\nb",
        "let x = a\n> b",
        "let x\n= a",
        "let x = a mod\nb",
        "let x = a\n.b"
      })
  void aLineGoesOnNowhereElse(String text) {
    assertNotEquals(List.of(), Reading.of(text).codes());
  }

  @Test
  void insideAnglesItSeparates() {
    Stmt.Act act = (Stmt.Act) Reading.one("vm x <\n\n  a 1\n  b 2; ;\n c <\n d 1\n >\n>");
    assertEquals(3, act.options().size());
  }

  @Test
  void anOpenRangeMayEndTheLineOfAPattern() {
    assertEquals(2, Reading.right("expect page-fault va 719..\nwait").size());
    assertEquals(2, Reading.right("forbid page-fault va 719..\nwait").size());
    assertEquals(3, Reading.right("let e = expect evict va (n)..\nwait\nwait").size());
    Stmt.Expect any =
        (Stmt.Expect) Reading.right("expect any {\n P va 1..\n P va 2..\n}\nlet x = a..\nb").get(0);
    assertEquals(2, ((Expectation.Any) any.expectation()).patterns().size());
  }

  @Test
  void aSignIsGluedToItsValue() {
    assertEquals(2, ((Stmt.Act) Reading.one("f a -1")).items().size());
    assertEquals(1, ((Stmt.Act) Reading.one("f a - 1")).items().size());
    assertEquals("- -1", Printer.expression(Reading.expression("x - -1")).substring(2));
    assertEquals("(-1)", Printer.expression(Reading.expression("(-1)")));
    assertEquals("0..-1", Printer.expression(Reading.expression("0..-1")));
  }
}
