package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a statement that cannot be read ends, and how the reading goes on. */
final class RecoveryTest {
  private static List<String> texts(Reading reading) {
    return reading.statements().stream().map(each -> reading.text(each.span())).toList();
  }

  private static String place(Reading reading, int which) {
    int start = reading.diagnostics().get(which).span().start();
    return reading.scenario().source().line(start)
        + ":"
        + reading.scenario().source().column(start);
  }

  @Test
  void anOpenBracketEndsBeforeALineThatIsNotIndentedDeeper() {
    Reading reading = Reading.of("show [0x1000,\n  0x2000\naccess 0x3000\naccess 0x4000\n");
    assertEquals(List.of("V0102"), reading.codes());
    assertEquals("1:6", place(reading, 0));
    assertEquals(
        List.of("show [0x1000,\n  0x2000", "access 0x3000", "access 0x4000"), texts(reading));
  }

  @Test
  void aBlockThatIsNeverClosedEndsLikewise() {
    Reading reading = Reading.of("if x {\n  access 1\n\n  # why\n  access 2\naccess 3\n");
    assertEquals(List.of("V0102"), reading.codes());
    assertEquals("1:6", place(reading, 0));
    assertEquals("access 3", texts(reading).get(1));
  }

  @Test
  void theBraceThatWasForgottenIsFoundByIndentation() {
    Reading reading = Reading.of("repeat 3 {\n  if x {\n    access 1\n  access 2\n}\naccess 3\n");
    assertEquals(List.of("V0102"), reading.codes());
    assertEquals("2:8", place(reading, 0));
    assertEquals("access 3", texts(reading).get(1));
  }

  @Test
  void severalOpenBlocksAreOneMistake() {
    Reading reading = Reading.of("repeat 3 {\n  while a {\n    if x {\n      access 1\n");
    assertEquals(List.of("V0102"), reading.codes());
  }

  @Test
  void anElseBelongsToTheBrokenStatement() {
    Reading reading =
        Reading.of("if a {\n  if b {\n    access 1\n} else {\n  access 2\n}\naccess 3\n");
    assertEquals(List.of("V0102"), reading.codes());
    assertEquals("access 3", texts(reading).get(reading.statements().size() - 1));
  }

  @Test
  void propertiesThatAreNeverEndedEndLikewise() {
    Reading reading = Reading.of("vm a <\n  mem 1G\n  nic e1000\nlet x = 1\naccess 0x1000\n");
    assertEquals(List.of("V0103"), reading.codes());
    assertEquals("1:6", place(reading, 0));
    assertEquals(
        List.of("vm a <\n  mem 1G\n  nic e1000", "let x = 1", "access 0x1000"), texts(reading));
  }

  @Test
  void aMistakeInPropertiesOfSeveralLinesEndsBehindThem() {
    Reading reading = Reading.of("vm a <\n  mem = 1G\n  nic e1000\n>\naccess 0x1000\n");
    assertEquals(List.of("V0140"), reading.codes());
    assertEquals("access 0x1000", texts(reading).get(1));
  }

  @Test
  void anOperatorAtTheEndOfALineIsBlamed() {
    Reading reading = Reading.of("let x = 1 +\nlet y = 2\naccess 0x1000\n");
    assertEquals(List.of("V0147"), reading.codes());
    assertEquals("1:11", place(reading, 0));
    assertEquals(List.of("let x = 1 +", "let y = 2", "access 0x1000"), texts(reading));
    assertEquals("1:11", place(Reading.of("let x = 1 +\naccess 0x1000\n"), 0));
  }

  @Test
  void aBlockEndsWithItsBraceWhateverIsOpenInIt() {
    Reading reading = Reading.of("repeat 3 {\n  access (0x1000\n}\naccess 0x2000\n");
    assertEquals(List.of("V0102"), reading.codes());
    assertEquals(List.of("repeat 3 {\n  access (0x1000\n}", "access 0x2000"), texts(reading));
    Reading line = Reading.of("repeat 3 { access (0x1000 }\naccess 0x2000\n");
    assertEquals(List.of("V0102"), line.codes());
    assertEquals(2, line.statements().size());
    Reading angles = Reading.of("repeat 3 { vm a < mem 1G }\naccess 0x2000\n");
    assertEquals(List.of("V0103"), angles.codes());
    assertEquals(2, angles.statements().size());
  }

  @Test
  void aBrokenBlockHeadTakesItsBlockAlong() {
    Reading reading =
        Reading.of("if x = 3 {\n  access 1\n  access 2\n} else {\n  access 3\n}\naccess 4\n");
    assertEquals(List.of("V0119"), reading.codes());
    assertEquals(2, reading.statements().size());
  }

  @Test
  void aNameIsDeclaredEvenWithoutAReadableValue() {
    Reading reading =
        Reading.of("let x = 1 + )\nparam y = [1 2] \"about\"\nlet z\ndef f { }\nlet 3\n");
    Stmt.Let let = (Stmt.Let) reading.statements().get(0);
    assertEquals("x", let.name().text());
    assertEquals(" 1 + )", reading.text(assertInstanceOf(Expr.Broken.class, let.value()).span()));
    assertInstanceOf(Expr.Broken.class, ((Stmt.Param) reading.statements().get(1)).value());
    assertEquals("z", ((Stmt.Let) reading.statements().get(2)).name().text());
    assertEquals("f", ((Stmt.Let) reading.statements().get(3)).name().text());
    assertInstanceOf(Stmt.Broken.class, reading.statements().get(4));
  }

  @Test
  void aBrokenStatementKeepsItsText() {
    Reading reading = Reading.of("access 1\nshow linux.\naccess 2 # c\n");
    assertEquals(List.of("access 1", "show linux.", "access 2"), texts(reading));
    assertEquals(1, reading.scenario().comments().size());
  }

  @Test
  void commentsAreKeptOnceThoughTextIsReadAgain() {
    Reading reading = Reading.of("if x { # a\n  access ( # b\n  # c\n  access 2 # d\n}\n# e\n");
    assertEquals(
        List.of("# a", "# b", "# c", "# d", "# e"),
        reading.scenario().comments().stream().map(Comment::text).toList());
  }
}
