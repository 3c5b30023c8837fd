package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worlds inside a run: they draw on one account, and know nothing of each other. */
class SimulationTest {
  @TempDir Path folder;

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private Cli run(Path scenario, String... limits) {
    String[] arguments = new String[limits.length + 4];
    arguments[0] = "run";
    arguments[1] = "--trace";
    arguments[2] = "none";
    arguments[3] = scenario.toString();
    for (int i = 0; i < limits.length; i++) {
      arguments[i + 4] = "--limit=" + limits[i];
    }
    return Cli.run(arguments);
  }

  private void limited(String code, Cli result) {
    assertEquals(3, result.status(), result.err());
    assertTrue(result.err().contains(code), result.err());
  }

  @Test
  void stepsOfAllWorldsAreCountedTogether() throws IOException {
    file("inner.vsim", "let a = 1", "let b = 2");
    Path outer = file("outer.vsim", "let r = simulate \"inner\"", "let s = simulate \"inner\"");
    assertEquals(0, run(outer, "steps=6").status());
    limited("V0701", run(outer, "steps=5"));
  }

  @Test
  void whatIsDoneInAnotherWorldIsCountedToo() throws IOException {
    file("inner.vsim", "process app");
    Path outer = file("outer.vsim", "let r = simulate \"inner\"", "in r { access 0, 4K, 8K }");
    // Four statements, and three first touches of eleven events each, hidden ones included.
    assertEquals(0, run(outer, "steps=37").status());
    limited("V0701", run(outer, "steps=36"));
  }

  @Test
  void eventsOfAllWorldsAreKeptTogether() throws IOException {
    file("inner.vsim", "access 0, 4K, 8K");
    Path outer =
        file(
            "outer.vsim",
            "let r = simulate \"inner\"",
            "let s = simulate \"inner\"",
            "expect in s 3 page-fault");
    assertEquals(0, run(outer, "events=6").status());
    limited("V0703", run(outer, "events=5"));
  }

  @Test
  void modelsOfAllWorldsAreChargedTogether() throws IOException {
    file("inner.vsim", "for p in 0..999 { access page (p) }");
    Path once = file("once.vsim", "let r = simulate \"inner\"");
    Path often = file("often.vsim", "repeat 20 { let r = simulate \"inner\" }");
    assertEquals(0, run(once, "memory=600K").status());
    limited("V0706", run(often, "memory=600K"));
  }

  @Test
  void referencesOfAllReplaysAreCountedTogether() throws IOException {
    file("refs.txt", "1\n".repeat(3_000).strip());
    file("inner.vsim", "replay \"refs.txt\"");
    Path outer = file("outer.vsim", "let r = simulate \"inner\"", "let s = simulate \"inner\"");
    // Twice 3,000, and what is drawn of each.
    assertEquals(0, run(outer, "work=12_000").status());
    limited("V0705", run(outer, "work=5_900"));
  }

  @Test
  void theFirstRunOfOptIsWorkAndNoSteps() throws IOException {
    file("inner.vsim", "host < mem 16K; policy opt >", "for p in 1..100 { access page (p) }");
    Path outer = file("outer.vsim", "let r = simulate \"inner\"");
    // 203 statements and rounds; 4 first touches of 11 events; 96 of 13, with evict and tlb-flush.
    assertEquals(0, run(outer, "steps=1495").status());
    limited("V0701", run(outer, "steps=1494"));
    limited("V0705", run(outer, "work=1500"));
  }

  @Test
  void callsOfAllWorldsLieInsideEachOther() throws IOException {
    file("inner.vsim", "def down(n) { return 0 if n == 0 else down(n - 1) }", "let a = down(5)");
    Path outer = file("outer.vsim", "def f() { let r = simulate \"inner\" }", "f()");
    assertEquals(0, run(outer, "depth=7").status());
    limited("V0702", run(outer, "depth=6"));
  }

  @Test
  void eachWorldThrowsItsOwnDice() throws IOException {
    file("inner.vsim", "process app", "access page (random(1000))");
    Path outer =
        file(
            "outer.vsim",
            "print random(1000)",
            "let r = simulate \"inner\"",
            "let s = simulate \"inner\"",
            "print random(1000)",
            "for p in 0..999 { assert r.app.page[p].present == s.app.page[p].present }");
    Path alone = file("alone.vsim", "print random(1000)", "print random(1000)");
    Cli result = run(outer);
    assertEquals(0, result.status(), result.err());
    assertEquals(run(alone).out(), result.out());
  }

  @Test
  void aRuleInAnotherWorldHoldsThereAndEndsWithItsBlock() throws IOException {
    file("inner.vsim", "process app");
    Path kept =
        file(
            "kept.vsim",
            "let r = simulate \"inner\"",
            "in r { forbid page-fault }",
            "in r { access 0 }",
            "access 0");
    assertEquals(0, run(kept).status());
    Path broken =
        file(
            "broken.vsim",
            "let r = simulate \"inner\"",
            "in r {",
            "  forbid page-fault",
            "  access 0",
            "}");
    Cli result = run(broken);
    assertEquals(1, result.status());
    assertTrue(result.err().contains("broken.vsim:3: failed: forbid page-fault"), result.err());
  }

  @Test
  void thatAScenarioCanBeSimulatedIsAnAssertion() throws IOException {
    file("inner.vsim", "access 0");
    Path outer = file("outer.vsim", "simulate \"inner\"");
    Cli result = Cli.run("test", outer.toString());
    assertEquals(0, result.status(), result.out());
  }

  @Test
  void nothingOfItIsPrinted() throws IOException {
    file("inner.vsim", "access 0", "print 1", "show frames");
    Path outer = file("outer.vsim", "let r = simulate \"inner\"", "in r { access 0 }");
    assertEquals("# vsim trace 1\nrewind\n", Cli.run("run", outer.toString()).out());
  }
}
