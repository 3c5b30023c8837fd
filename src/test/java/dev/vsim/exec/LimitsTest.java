package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a scenario tries, it meets a limit that counts, the same on every machine, and is told
 * at which loop.
 */
class LimitsTest {
  @TempDir Path folder;

  private Cli run(String scenario, String... limits) throws IOException {
    Path file = Files.writeString(folder.resolve("a.vsim"), scenario);
    List<String> arguments = new ArrayList<>(List.of("run", "--trace", "none", file.toString()));
    for (String limit : limits) {
      arguments.add("--limit=" + limit);
    }
    return Cli.run(arguments.toArray(new String[0]));
  }

  /** Meets a limit, at the same place each time. */
  private String limited(String code, String scenario, String... limits) throws IOException {
    Cli result = run(scenario, limits);
    assertEquals(3, result.status(), result.err());
    assertTrue(result.err().contains(code), result.err());
    assertEquals(result.err(), run(scenario, limits).err(), "the same again");
    return result.err();
  }

  private void limitedInLoop(String code, String scenario, String... limits) throws IOException {
    String said = limited(code, scenario, limits);
    assertTrue(said.contains("this loop was running"), said);
  }

  @Test
  void aLoopWithoutAnEnd() throws IOException {
    limitedInLoop("V0701", "while true { }\n", "steps=1000");
  }

  /** One event tells of all its frames, but they are not moved at once. */
  @Test
  void aLargeBalloon() throws IOException {
    limited("V0701", "vm a < mem 512M >\nballoon a 300M\n", "steps=1000");
    limited("V0701", "vm a < mem 512M >\nballoon a 300M\nballoon a 0\n", "steps=6000");
  }

  @Test
  void textsThatDouble() throws IOException {
    limitedInLoop("V0711", "let s = \"x\"\nwhile true { s = s + s }\n", "memory=4M");
    limitedInLoop("V0711", "let s = \"x\"\nwhile true { s = \"${s}${s}\" }\n", "memory=4M");
  }

  @Test
  void listsThatDouble() throws IOException {
    limitedInLoop("V0712", "let l = [1]\nwhile true { l = l + l }\n", "memory=4M");
  }

  /** Whatever the ways in which values hold each other, they meet one limit together. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "let a = [1]\nwhile true { a = [a, a] }",
        "let a = [[0]]\nwhile true { a = a + a + [a] }",
        "let a = []\nwhile true { a.push([\"x\": 1, \"y\": [1, 2, 3]]) }",
        "let a = []\nlet i = 0\nwhile true { a.push(\"text ${i}\"); i += 1 }",
        "let m = [:]\nlet i = 0\nwhile true { m[i] = [\"k\": i]; i += 1 }",
        "let m = [\"a\": 1]\nwhile true { m = [\"a\": m, \"b\": m.copy()] }",
        "let l = [1, 2, 3]\nwhile true { l.extend(l) }",
        "let l = list(0..99)\nlet k = []\nwhile true { k.push(l.reverse()) }",
        "let k = []\nwhile true { k.push(\"a,b,c\".split(\",\")) }",
        "let k = []\nwhile true { for c in \"abcdef\" { k.push(c + c) } }",
        "def grow(a) { while true { a.push([a]) } }\ngrow([])",
        "let l = []\nwhile true { let x = list(0..99); at 1s { l.push(x) } }",
        """
        def make() { let l = []; for i in 0..999 { l.push([i]) }; return l }
        def deep(n) { return make() + deep(n + 1) }
        print deep(0)
        """,
        """
        policy p {
          let all = []
          on load(f) { all.push([all, f]) }
          on victim() { while true { all.push([1, 2]) } }
        }
        process a < frames 2; policy p >
        access page 1, 2, 3
        """,
        """
        policy p {
          let all = []
          on load(f) { all.push(f); f.tag = [] }
          on victim() { while true { all[0].tag = [all[0].tag, all[1].tag] } }
        }
        process a < frames 2; policy p >
        access page 1, 2, 3
        """
      })
  void valuesInsideEachOther(String scenario) throws IOException {
    limitedInLoop("V0712", scenario + "\n", "memory=4M");
  }

  /** What is let go is forgiven, however much it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "repeat 100_000 { let l = [[1, 2], [3, 4]] }",
        "let l = []\nrepeat 100_000 { l.push([1]); if l.len() > 100 { l.clear() } }",
        "let s = \"\"\nrepeat 20_000 { s += \"x\"; s = s[-3..-1] if len(s) > 3 else s }",
        "def f(n) { let l = list(0..99); return l.len() + n }\nrepeat 20_000 { f(f(1)) }",
        "def ring(n) { let a = [0]; a.push(a); return a }\nrepeat 50_000 { ring(1) }",
        "let m = [:]\nfor i in 0..50_000 { m[i] = [i]; m.remove(i - 10) }",
        "repeat 10_000 { for x in [[1], [2], [3]] { let y = [x, x] } }"
      })
  void whatNothingReachesIsForgiven(String scenario) throws IOException {
    Cli result = run(scenario + "\n", "memory=4M");
    assertEquals(0, result.status(), result.err());
  }

  @Test
  void worldsThatAreHeldCountTogether() throws IOException {
    Files.writeString(
        folder.resolve("inner.vsim"),
        "param n = 1\nlet a = []\nfor i in 0..999 { a.push([i, n]) }\n");
    String said =
        limited(
            "V0712",
            "let n = 0\nwhile true { let w = simulate \"inner.vsim\" < n n >; n += 1 }\n",
            "memory=16M");
    assertTrue(said.contains("it was simulated here"), said);
  }

  private static final String TEN_TO_THE_ELEVEN =
      "let l = [1]\nrepeat 11 { l = [l, l, l, l, l, l, l, l, l, l] }\n";

  @Test
  void listsThatHoldEachOtherAreNotWrittenOut() throws IOException {
    limited("V0711", TEN_TO_THE_ELEVEN + "print l\n", "memory=4M");
    limited("V0711", TEN_TO_THE_ELEVEN + "print \"${l}\".len()\n", "memory=4M");
    String other =
        TEN_TO_THE_ELEVEN
            .replace("let l", "let m")
            .replace("{ l = [l", "{ m = [m")
            .replace(", l", ", m");
    limited("V0705", TEN_TO_THE_ELEVEN + other + "print l == m\n", "work=100_000");
  }

  @Test
  void aFailureThatShowsThemIsCut() throws IOException {
    Cli result = run(TEN_TO_THE_ELEVEN + "assert l.len() == 1\nassert l == 3\n");
    assertEquals(1, result.status(), result.err());
    assertTrue(result.err().length() < 3 << 20, "length " + result.err().length());
  }

  @Test
  void aRecursionWithoutAnEnd() throws IOException {
    limited("V0702", "def f(n) { return f(n + 1) }\nprint f(1)\n", "depth=100");
    limitedInLoop("V0702", "def f(n) { for i in 0..3 { f(n + i) } }\nf(1)\n", "depth=100");
  }

  @Test
  void aForbidInALoopEndsWithEachRound() throws IOException {
    Cli result =
        run("for i in 1..20000 {\n  forbid evict\n  access page (i mod 8)\n}\n", "work=2_000_000");
    assertEquals(0, result.status(), result.err());
  }

  @Test
  void manyRulesAreWork() throws IOException {
    String rules = "forbid evict page 99\n".repeat(1000);
    limitedInLoop(
        "V0705",
        "host < mem 16K >\n" + rules + "for i in 0..10000 { access page (i mod 8) }\n",
        "work=1_000_000");
  }

  /** A hundred thousand times in a growing log: each event is looked at once. */
  @Test
  void anExpectNoInALoopLooksAtEachEventOnce() throws IOException {
    String loop = "host < mem 16K >\nfor i in 0..99999 {\n  access page (i mod 8)\n";
    Cli held = run(loop + "  expect no evict page 99\n}\n", "work=4_000_000");
    assertEquals(0, held.status(), held.err());
    limitedInLoop("V0705", loop + "  expect no evict page (i + 99)\n}\n", "work=4_000_000");
    limitedInLoop("V0705", loop + "  rewind\n  expect exactly { access }\n}\n", "work=4_000_000");
    limitedInLoop("V0705", loop + "  expect only evict { page 9 }\n}\n", "work=4_000_000");
  }

  @Test
  void anExpectAnyIsWorkBeforeItIsDone() throws IOException {
    String patterns = "evict page 99; ".repeat(1000);
    limited(
        "V0705",
        "host < mem 16K >\nfor i in 0..9999 { access page (i mod 8) }\nexpect any { "
            + patterns
            + "}\n",
        "work=1_000_000");
  }

  @Test
  void eventsAndOutput() throws IOException {
    String loop = "for i in 0..9999 {\n  access page (i mod 8)\n}\n";
    limitedInLoop("V0703", loop + "expect tlb-hit\n", "events=1000");
    limitedInLoop("V0704", "while true { print \"a line\" }\n", "output=4K");
  }

  @Test
  void whatFailsAMillionTimesIsSaidOnce() throws IOException {
    Cli result = run("for i in 1..100000 {\n  assert i < 0\n}\n");
    assertEquals(1, result.status());
    assertTrue(result.err().contains("(so 100000 times)"), result.err());
  }

  @Test
  void aWorldInALoop() throws IOException {
    Files.writeString(folder.resolve("inner.vsim"), "access 0\n");
    limitedInLoop("V0706", "while true { simulate \"inner\" }\n", "memory=2M");
    limitedInLoop("V0701", "while true { simulate \"inner\" }\n", "steps=1000");
  }

  @Test
  void bracketsInsideEachOther() throws IOException {
    String[] hostile = {
      "print " + "(".repeat(1 << 20) + ")".repeat(1 << 20),
      "print " + "[".repeat(1 << 20),
      "if true {\n".repeat(1 << 16),
      "host " + "< a ".repeat(1 << 18),
      "print " + "-".repeat(1 << 20) + "1",
    };
    for (String text : hostile) {
      Cli result = run(text);
      assertEquals(2, result.status());
      assertTrue(result.err().length() < 40_000, "a hundred mistakes at most");
    }
  }
}
