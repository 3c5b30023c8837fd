package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios written to break something: each ends with a status, a code and a place. */
class HostileScenariosTest {
  @TempDir Path folder;

  private Cli run(String scenario, String... limits) throws IOException {
    Path file = Files.writeString(folder.resolve("hostile.vsim"), scenario + "\n");
    String[] arguments = new String[3 + limits.length];
    arguments[0] = "run";
    arguments[1] = file.toString();
    arguments[2] = "--trace=none";
    for (int i = 0; i < limits.length; i++) {
      arguments[3 + i] = "--limit=" + limits[i];
    }
    return Cli.run(arguments);
  }

  private static void says(Cli result, int status, String code) {
    assertEquals(status, result.status(), result.err());
    assertTrue(result.err().contains(code), code + " in " + result.err());
    assertFalse(result.err().contains("Exception"), result.err());
    assertTrue(result.err().contains("hostile.vsim:"), "a place: " + result.err());
  }

  /** Whatever stands in it, a loop without end meets a limit, and the loop is named. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "let x = 1",
        "print \"x\"",
        "print \"${\"${1}\"}\"",
        "mark",
        "rewind",
        "seed 42",
        "wait",
        "run 1ms",
        "start run 1ms",
        "at 100s { access 0x1000 }",
        "access 0x1000",
        "access page 1, 2, 3, 4",
        "map 0x1000 -> 0x5000 rw",
        "on host.init { }",
        "after access 0x1000 { }",
        "after access 0x1000 { expect access }",
        "expect no page-fault",
        "expect 0.. page-fault",
        "expect any { access }",
        "expect exactly { }",
        "expect only evict { }",
        "forbid page-fault",
        "allow page-fault",
        "forbid page-fault; access 0x1000",
        "assert 1 == 1",
        "assert 1 == 2",
        "check \"a\" { assert true }",
        "check \"a\" { assert false }",
        "show frames",
        "show page-table",
        "show tlb",
        "why",
        "trace < hide tlb >",
        "let x = random(10)",
        "repeat 9_000_000_000 { }",
        "for i in 0..9_000_000_000 { }",
        "while true { }",
        "if true { } else { }"
      })
  void inALoopWithoutEnd(String statement) throws IOException {
    Cli result = run("while true { " + statement + " }", "steps=5_000");
    says(result, 3, "V0701");
    assertTrue(result.err().contains("this loop was running"), result.err());
  }

  /** What arithmetic cannot give is told at its place; {@code m} is the greatest number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "m + 1|V0306",
        "m * 2|V0306",
        "-m - 2|V0306",
        "m // 0|V0307",
        "m mod 0|V0307",
        "m / 0|V0307",
        "m << 1|V0306",
        "m << 64|V0306",
        "abs(-m - 1)|V0306",
        "-(-m - 1)|V0306",
        "int(2.0 * m)|V0306",
        "sum([m, 1])|V0306",
        "4K * m|V0306",
        "m * 4K|V0306",
        "1s * m|V0306",
        "m .. m + 1|V0306",
        "0xFFFF_FFFF_FFFF_FFFF + 1|V0321",
        "1K + 1s|V0310",
        "now + m|V0310",
        "random(-1)|V0302",
        "random(0)|V0302",
        "round(1.5, 400)|V0302",
        "int(1e300)|V0303",
        "min([])|V0315",
        "max()|V0313",
        "[][0]|V0315",
        "\"abc\"[9]|V0315",
        "[1, 2][-5]|V0315",
        "[1][1..5]|V0315",
        "[:][\"x\"]|V0315",
        "[[1]: 2]|V0331",
        "\"a\" * 3|V0312",
        "[1] * 3|V0312",
        "\"a\" < 1|V0312",
        "none + 1|V0312",
        "true + true|V0312",
        "len(5)|V0301",
        "int(\"x\")|V0305",
        "int(\"99999999999999999999\")|V0305",
        "\"${1 / 0}\"|V0307",
        "f(1)(2)|V0213"
      })
  void whatHasNoValue(String expression, String code) throws IOException {
    String defined = "let m = 9223372036854775807\ndef f(a) { return a }\n";
    says(run(defined + "print " + expression), 2, code);
  }

  /** One statement that would take the computer away is stopped before it begins. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "print list(0..9_000_000_000_000)|V0705",
        "access page 0..9_000_000_000_000|V0705",
        "print \"abc\".repeat(1_000_000_000_000)|V0705",
        "print \"abc\".pad(9_000_000_000_000)|V0705",
        "let l = list(0..10_000); while true { print l.index(-1) }|V0705",
        "let l = list(0..10_000); let n = 0; while true { if -1 in l { n += 1 } }|V0705",
        "let s = \"a\".repeat(10_000); while true { let b = (s + \"b\") in s }|V0705",
        "let s = \"ab\".repeat(100); while true { s = s.replace(\"a\", \"aa\") }|V07"
      })
  void whatIsTooMuchAtOnce(String scenario, String code) throws IOException {
    says(run(scenario.replace("; while", "\nwhile"), "work=1_000_000"), 3, code);
  }

  /** A list may hold itself: it is compared and written in bounded time. */
  @Test
  void whatHoldsItself() throws IOException {
    Cli result =
        run(
            """
            let l = []
            l.push(l)
            let m = ["m": 1]
            m["m"] = m
            print len("${l}") < 1000, len("${m}") < 1000, l == l, m == m, l == [l], l in l, l.index(l)
            let a = []
            let b = [a]
            a.push(b)
            print a == b
            """);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("# true true true true true true 0"), result.out());
  }

  /** Strategies that decide nothing, or never end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "on victim(page) { return 3 }|2|V0301",
        "on victim(page) { return none }|2|V0301",
        "on victim(page) { return p }|2|V0301",
        "on victim(page) { }|2|V04",
        "on load(f) { }|2|V0455",
        "on victim(page) { while true { } }|3|V0701",
        "def g(n) { return g(n + 1) }; on victim(page) { return g(1) }|3|V0702"
      })
  void strategiesThatDecideNothing(String members, int status, String code) throws IOException {
    String policy = "policy p {\n" + members.replace("; on", "\non") + "\n}\n";
    String use = "process a < frames 1; policy p >\naccess page 1, 2";
    says(run(policy + use, "steps=20_000"), status, code);
  }

  /** Signs that only look like others, and bytes that are no text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "print \uFF11|V0112",
        "let a\u200Bb = 1|V0112",
        "print \u201Cx\u201D|V0112",
        "print 3 \u2013 1|V0112",
        "let a\u202Eb = 1|V0111",
        "print 1\u2028print 2|V0112",
        "let \uD83D\uDE00 = 1|V0111",
        "print \"\\u{110000}\"|V0110",
        "print \"\\u{D800}\"|V0110",
        "print 1\u000C + 2|V0113",
        "print \"\u0007\"|V0113"
      })
  void whatOnlyLooksLikeSomething(String scenario, String code) throws IOException {
    says(run(scenario), 2, code);
  }

  @Test
  void halfAMillionMistakesAreNotAllLookedInto() throws IOException {
    Cli result = run("foo bar\n".repeat(100_000));
    says(result, 2, "V0201");
    assertTrue(result.err().contains("… and over 1000 more mistakes"), result.err());
  }
}
