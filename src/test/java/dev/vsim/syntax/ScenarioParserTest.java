package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScenarioParserTest {
  @Test
  void statementsComeOneByOne() {
    String text = Reading.resource("language.vsim");
    List<Stmt> streamed = new ArrayList<>();
    Diagnostics diagnostics = new Diagnostics();
    new ScenarioParser().parse(new SourceText("x", text), diagnostics, streamed::add);
    assertTrue(diagnostics.isEmpty());
    assertEquals(Reading.of(text).statements(), streamed);
  }

  @Test
  void aStatementIsHandedOnBeforeTheNextIsRead() {
    List<Integer> knownThen = new ArrayList<>();
    Diagnostics diagnostics = new Diagnostics();
    new ScenarioParser()
        .parse(
            new SourceText("x", "wait\n)\nwait"),
            diagnostics,
            each -> knownThen.add(diagnostics.sorted().size()));
    assertEquals(List.of(0, 1, 1), knownThen);
  }

  @Test
  void aTextThatIsTooLongIsNotRead() {
    Diagnostics diagnostics = new Diagnostics();
    Scenario scenario =
        new ScenarioParser(10).parse(new SourceText("x", "wait\nwait\nwait"), diagnostics);
    assertEquals("V0116", diagnostics.sorted().get(0).problem().code());
    assertEquals(
        "this text has 14 characters, and at most 10 are read",
        diagnostics.sorted().get(0).message());
    assertEquals(new Stmt.Broken(new dev.vsim.source.Span(0, 14)), scenario.statements().get(0));
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    Reading reading = Reading.of("\uFEFFwait");
    assertEquals(List.of(), reading.codes());
    assertEquals("wait", reading.text(reading.statements().get(0).span()));
    assertEquals(List.of("V0112"), Reading.of("wait\uFEFF").codes());
  }

  @Test
  void controlCharactersAreToldWhereverTheyStand() {
    Reading reading = Reading.of("print \"a\u0000b\" # \u001B[31m\nwait\u0007\n");
    assertEquals(List.of("V0113", "V0113", "V0113"), reading.codes());
    assertEquals(
        "the control character \\u{0} cannot stand in a scenario",
        reading.diagnostics().get(0).message());
    assertEquals(List.of(), Reading.of("print\t\"a\tb\" # \t\r\n").codes());
  }

  @Test
  void unpairedSurrogatesAreCharactersOfTheirOwn() {
    Reading reading = Reading.of("let x = \uD800\nlet y = \"\uDC00\"\nlet \uD83D\uDE00 = 1");
    assertEquals(List.of("V0111", "V0111"), reading.codes());
    assertEquals(
        "`\\u{d800}` has no meaning outside texts and comments",
        reading.diagnostics().get(0).message());
    assertEquals("\uD83D\uDE00", reading.text(reading.diagnostics().get(1).span()));
  }

  @Test
  void placesBehindWideCharactersAreRight() {
    Reading reading = Reading.of("print \"🙂🙂\" # 🙂\nlet 값 = \"🙂\" + )\n");
    assertEquals(")", reading.text(reading.diagnostics().get(0).span()));
  }

  @Test
  void aRepeatedWordIsOneString() {
    List<Stmt> statements = Reading.right("access 0x1000\naccess 0x1000");
    Stmt.Act first = (Stmt.Act) statements.get(0);
    Stmt.Act second = (Stmt.Act) statements.get(1);
    assertSame(first.word().text(), second.word().text());
  }

  @Test
  void aTraceIsAScenario() {
    String trace =
        "# vsim trace 1\nrewind\n# access 0x1000\nexpect access linux.init op read va 0x1000\n";
    assertEquals(2, Reading.right(trace).size());
  }
}
