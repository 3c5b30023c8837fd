package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** {@code vsim repl} with its input piped in. */
class ReplCommandTest {
  @Test
  void eachInputIsAnswered() {
    Cli cli = Cli.typing("let x = 4K\nfor i in 1..2 {\n  print i * x\n}\n", "repl");
    assertEquals("# 4K\n# 8K\n", cli.out());
    assertEquals("", cli.err());
    assertEquals(0, cli.status());
  }

  @Test
  void aMistakeIsToldAndTheNextInputGoesOn() {
    Cli cli = Cli.typing("pront 1\nassert 1 == 2\nprint 3\n", "repl");
    assertEquals("# 3\n", cli.out());
    assertTrue(cli.err().contains("did you mean `print`?"), cli.err());
    assertTrue(cli.err().contains("failed: assert 1 == 2"), cli.err());
    assertEquals(1, cli.status());
  }

  @Test
  void quitEndsIt() {
    assertEquals("# 1\n", Cli.typing("print 1\nquit\nprint 2\n", "repl").out());
  }

  @Test
  void whatBreaksOffAtTheEndIsAMistake() {
    Cli cli = Cli.typing("for i in 1..2 {\n", "repl");
    assertTrue(cli.err().contains("V01"), cli.err());
    assertEquals(1, cli.status());
  }

  @Test
  void aScenarioCanBeGoneThrough() {
    Cli cli = Cli.typing("step\nstep 2\n", "repl", "scenarios/memory/lru.vsim");
    assertTrue(cli.out().contains("# line 2: host < mem 16K; policy lru >"), cli.out());
    assertEquals(2, Cli.typing("", "repl", "scenarios/memory/none.vsim").status());
  }
}
