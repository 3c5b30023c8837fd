package dev.vsim.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.source.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a prompt says to what is typed. */
class PromptTest {
  private static final Path LRU = Path.of("scenarios/memory/lru.vsim");

  @TempDir Path folder;

  private final Prompt prompt = new Prompt(Path.of("prompt.vsim"));

  private List<String> said(String input) {
    Prompt.Answer answer = prompt.answer(input);
    assertEquals(List.of(), answer.diagnostics(), input);
    assertEquals(List.of(), answer.report().results(), input);
    return answer.lines();
  }

  private String refused(String input) {
    List<Diagnostic> diagnostics = prompt.answer(input).diagnostics();
    assertEquals(1, diagnostics.size(), input);
    return diagnostics.get(0).message();
  }

  @Test
  void whatHasAValueIsPrinted() {
    Prompt prompt = new Prompt(Path.of("prompt.vsim"));
    prompt.answer("let x = [1, 2]");
    assertEquals(List.of("# [1, 2]"), prompt.answer("x").lines());
    assertEquals(List.of("# 7"), prompt.answer("1 + 2 * 3").lines());
    assertEquals(List.of("# 2"), prompt.answer("len(x)").lines());
    assertEquals(List.of("# 0"), prompt.answer("host.init.faults").lines());
    assertFalse(prompt.answer("nope").isGood());
    assertTrue(prompt.answer("x.push(3)").isGood(), "a statement is run, and once");
    assertEquals(List.of("# [1, 2, 3]"), prompt.answer("x").lines());
  }

  @Test
  void variablesFunctionsAndObjectsStay() {
    said("let x = 3");
    said("def twice(n) { return n * 2 }");
    said("process app < frames 1 >");
    said("access 0x1000");
    assertEquals(List.of("# 6 1"), said("print twice(x), app.faults"));
    said("x += 1");
    assertEquals(List.of("# 8"), said("print twice(x)"));
  }

  @Test
  void aVariableMayBecomeAnotherSort() {
    said("let x = 3");
    said("x = \"text\"");
    assertEquals(List.of("# text"), said("print x"));
  }

  @Test
  void whatCannotBeMeantIsSaidAndForgotten() {
    assertTrue(refused("foo 1").contains("`foo`"));
    assertTrue(refused("let x = 1 / 0").contains("zero"));
    said("let x = 5");
    assertEquals(List.of("# 5"), said("print x"));
  }

  @Test
  void whatHasRunBeforeAMistakeStays() {
    prompt.answer("let a = 1; let b = 1 / 0; let c = 3");
    assertEquals(List.of("# 1"), said("print a"));
    assertTrue(refused("print c").contains("`c`"));
  }

  @Test
  void assertionsSeeAllThatHappened() {
    said("access 0x1000");
    said("expect walk level 4");
    assertEquals(1, prompt.answer("assert host.init.faults == 2").report().results().size());
    assertEquals(List.of(), prompt.answer("print 1").report().results(), "a failure is told once");
  }

  @Test
  void onHoldsForAllThatFollows() {
    said("process a < frames 1 >");
    said("process b < frames 1 >");
    said("on a");
    said("access 0x1000");
    assertEquals(List.of("# 1 0"), said("print a.faults, b.faults"));
  }

  @Test
  void aUsedFileRunsOnce() {
    said("use \"std/costs\"");
    assertEquals(List.of("# 100ns"), said("print costs.textbook[\"dram\"]"));
    said("costs.textbook[\"dram\"] = 90ns");
    assertEquals(List.of("# 90ns"), said("print costs.textbook[\"dram\"]"));
  }

  @Test
  void anOpenBracketWantsMore() {
    assertTrue(prompt.breaksOff("for i in 1..2 {\n"));
    assertTrue(prompt.breaksOff("host < mem 16K;\n"));
    assertFalse(prompt.breaksOff("print 1\n"));
    assertFalse(prompt.breaksOff("print )\n"));
    assertFalse(prompt.breaksOff("help {\n"));
  }

  @Test
  void stepsGoThroughAScenarioAndBack() {
    prompt.open(LRU);
    assertEquals(List.of("# line 2: host < mem 16K; policy lru >"), said("step"));
    said("step");
    assertEquals(
        List.of("# line 4: access A, B, C, D", "expect access host.init op read va 0x0"),
        said("step"));
    assertEquals(List.of("expect tlb-miss host.init page A"), said("step"));
    assertEquals(List.of("expect access host.init op read va 0x0"), said("back"), "one event back");
    assertEquals(List.of("expect tlb-miss host.init page A"), said("step"));
    said("back");
    assertEquals(List.of("# undone line 4: access A, B, C, D"), said("back"));
    assertEquals(List.of("# 0"), said("print host.init.faults"), "the machine is as it was");
    assertEquals(List.of("# undone print host.init.faults"), said("back"));
  }

  @Test
  void theTraceIsTheOneOfARun() throws IOException {
    prompt.open(LRU);
    List<String> stepped = new ArrayList<>(said("go"));
    stepped.removeIf(line -> line.startsWith("#"));
    List<String> golden =
        Files.readAllLines(Path.of("scenarios/memory/lru.trace")).stream()
            .filter(line -> line.startsWith("expect"))
            .toList();
    assertEquals(golden, stepped);
  }

  @Test
  void aScenarioWithMistakesIsNotOpened() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.vsim"), "host < mem\n");
    assertFalse(prompt.open(broken).isGood());
    assertEquals(List.of("# nothing lies ahead"), said("go"));
  }

  @Test
  void helpSaysWhatTheVocabularySays() {
    assertTrue(said("help kill").get(0).startsWith("kill "));
    assertTrue(said("help evict").get(0).startsWith("event evict"));
    assertTrue(said("help sieve").contains("policy sieve"));
    assertTrue(said("help v0203").get(0).startsWith("V0203"));
    assertEquals(
        List.of("# there is nothing called acess; did you mean access?"), said("help acess"));
    assertTrue(said("help").stream().anyMatch(line -> line.startsWith("step")));
  }

  @Test
  void aWordOfItsOwnCanBeAVariable() {
    said("let step = 1");
    said("step = 2");
    assertEquals(List.of("# 2"), said("print step"));
  }

  @Test
  @Timeout(60)
  void ctrlCStopsTheStatementAndNotThePrompt() throws InterruptedException {
    said("let n = 0");
    CountDownLatch over = new CountDownLatch(1);
    List<Diagnostic> diagnostics = new ArrayList<>();
    Thread runs =
        new Thread(
            () -> {
              diagnostics.addAll(prompt.answer("while true { n += 1 }").diagnostics());
              over.countDown();
            });
    runs.start();
    while (!over.await(1, TimeUnit.MILLISECONDS)) {
      prompt.interrupt();
    }
    assertEquals("V0708", diagnostics.get(0).problem().code());
    assertEquals(List.of("# true"), said("print n > 0"));
  }
}
