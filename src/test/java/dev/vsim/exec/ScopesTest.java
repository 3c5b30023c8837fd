package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What ends with its block, however the block is left: where the cursor stands, who acts, what is
 * forbidden.
 */
class ScopesTest {
  @TempDir Path folder;

  private Cli run(String scenario) throws IOException {
    return Cli.run(
        "run", "--trace", "none", Files.writeString(folder.resolve("a.vsim"), scenario).toString());
  }

  private void holds(String scenario) throws IOException {
    Cli result = run(scenario);
    assertEquals(0, result.status(), scenario + result.err());
  }

  private List<String> failures(String scenario) throws IOException {
    return run(scenario).err().lines().filter(l -> l.contains("failed: ")).toList();
  }

  /** Ways to leave a block. */
  private static String around(String way, String block) {
    return way.equals("return")
        ? "def leave() {\n" + block + "\n}\nleave()\n"
        : "for round in 0..0 {\n" + block + "\n}\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "break", "continue", "return"})
  void aCheckGivesTheCursorBack(String way) throws IOException {
    String check = "check \"c\" {\n  access 0x2000\n  expect access va 0x2000\n  " + way + "\n}";
    holds(
        "access 0x1000\nexpect next access va 0x1000\n"
            + around(way, check)
            + "expect next tlb-miss page 0x1\n");
  }

  @Test
  void aCheckBeginsAtNow() throws IOException {
    assertEquals(1, failures("access 0x1000\ncheck \"c\" { expect access va 0x1000 }\n").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "break", "continue", "return"})
  void whoActsIsRestored(String way) throws IOException {
    String on = "on b {\n  access 0x1000\n  " + way + "\n}";
    holds(
        "process b\nprocess a\n"
            + around(way, on)
            + "access 0x1000, 0x2000\nassert a.accesses == 2\nassert b.accesses == 1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "break", "continue", "return"})
  void rulesEndWithTheirBlock(String way) throws IOException {
    String block = "if true {\n  forbid page-fault\n  access 0x1000\n  " + way + "\n}";
    List<String> failures = failures(around(way, block) + "access 0x2000\n");
    assertEquals(1, failures.size(), failures.toString());
  }

  @Test
  void theFormsOfAfterLookAtItsCommandOnly() throws IOException {
    holds(
        """
        access 0x1000
        after access 0x1000 {
          expect no page-fault
          expect next access va 0x1000
          expect next tlb-hit
        }
        """);
    assertEquals(1, failures("access 0x1000\nafter access 0x1000 { expect page-fault }\n").size());
  }

  @Test
  void behindAfterTheCursorIsAtNow() throws IOException {
    holds("after access 0x1000 { expect access }\naccess 0x2000\nexpect next access va 0x2000\n");
    assertEquals(
        1,
        failures("after access 0x1000 { expect next access }\nexpect tlb-miss page 0x1\n").size());
  }

  @Test
  void anAssertionInsideAnotherReadsForItself() throws IOException {
    Cli result =
        run(
            """
            process app
            def none-yet() {
              assert app.faults == 0
              return app.hits
            }
            assert app.accesses + none-yet() == 1
            """);
    assertEquals(1, result.status());
    assertTrue(result.err().contains("app.accesses is 0"), result.err());
  }

  @Test
  void aListAndItsPlaceAreFoundOnce() throws IOException {
    holds(
        """
        let calls = 0
        def place() {
          calls += 1
          return 0
        }
        let list = [5]
        list[place()] += 1
        let map = ["a": 1]
        map["a"] *= 7
        assert list == [6]
        assert map["a"] == 7
        assert calls == 1
        """);
  }

  @Test
  void aToleranceMayBeComputedByAFunction() throws IOException {
    holds("def share() { return 10 * 2 }\nassert share() == 21 within 5%\n");
    assertEquals(1, failures("def share() { return 20 }\nassert share() == 22 within 5%\n").size());
  }
}
