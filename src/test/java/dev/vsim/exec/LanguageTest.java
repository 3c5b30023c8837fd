package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values, control, functions and scopes: what a scenario prints. */
class LanguageTest {
  @TempDir Path folder;

  private Cli run(String scenario) throws IOException {
    return Cli.run(
        "run", "--trace", "none", Files.writeString(folder.resolve("a.vsim"), scenario).toString());
  }

  private void prints(String expected, String scenario) throws IOException {
    Cli result = run(scenario);
    assertEquals("", result.err());
    assertEquals(expected, result.out().replace("# ", "").strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4K + 4096            | 8K
          10ms * 3             | 30ms
          10ms // 4            | 2500us
          10ms / 4             | 2500us
          4K / 2               | 2K
          10K / 4              | 2560
          1K / 3               | 341.333333B
          10ms / 3             | 3333333.333333ns
          10ms * 1.5           | 15ms
          1Gbps / 3            | 333.333Mbps
          -9223372036854775808 | -9223372036854775808
          -0x1000              | -4096
          0x1000 + -1          | 0xfff
          -0x8000_0000_0000_0000 | -9223372036854775808
          0x7fff_ffff_ffff_ffff + 1 | 0x8000000000000000
          0xffff_ffff_ffff_f000 // 4096 | 0xfffffffffffff
          0xffff_ffff_ffff_ffff mod 10 | 0x5
          0xffff_ffff_ffff_ffff / 1K | 18014398509481984
          0xffff_ffff_ffff_f000 in 0x0..0xffff_ffff_ffff_ffff | true
          0x1 in 0x8000_0000_0000_0000..0xffff_ffff_ffff_ffff | false
          -1 < 0x5             | true
          -1 == 0xffff_ffff_ffff_ffff | false
          2.5 in 0..9          | true
          [0x8000_0000_0000_0000, 0x1].sort() | [0x1, 0x8000000000000000]
          1s / 250ms           | 4
          7 / 2                | 3.5
          7 // 2               | 3
          -7 // 2              | -4
          -7 mod 3             | 2
          1 / 3                | 0.333333
          2 / 3                | 0.666667
          80%                  | 0.8
          1Gbps                | 1000.000Mbps
          0x10 + 1             | 0x11
          0xffff_ffff_ffff_ffff| 0xffffffffffffffff
          0b101                | 5
          1_000                | 1000
          2.5ms                | 2500us
          1.5K                 | 1536
          (6 & 3) ^ 1          | 3
          5 in 0..9            | true
          10 not in 0..9       | true
          "a" in "cat"         | true
          3 in [1, 2]          | false
          "a" in ["a": 1]      | true
          1 if 2 > 1 else 3    | 1
          not false and true   | true
          [1, 2] + [3]         | [1, 2, 3]
          "a" + "b"            | ab
          [1, "x", true, none] | [1, "x", true, none]
          ["a": 1, "b": [2]]   | ["a": 1, "b": [2]]
          [:]                  | [:]
          0x5 == 5             | true
          [1, 2] == [1, 2]     | true
          4K == 4096           | true
          none == none         | true
          "lru" != "fifo"      | true
          0xffffffffffffffff > 1 | true
          1000ns == 1us        | true
          192.168.1.7 in 192.168.1.0/24 | true
          """)
  void expressionsAreWorthWhatTheyShould(String expression, String value) throws IOException {
    prints(value, "print " + expression + "\n");
    prints(value, "for x in [0] {\n  print (" + expression + ") if x == 0 else none\n}\n");
  }

  @Test
  void bitsAreJoined() throws IOException {
    prints("19 0x8 -1", "print (1 << 4) | 3, (0x80 >> 4) & 0b1111, (-4 >> 2)\n");
    prints(
        "0xfffffffffffff 0x8000000000000000 0x0",
        "print (0xffff_ffff_ffff_f000 >> 12), (0x1 << 63), (0x1 >> 64)\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4K + 10ms                 | V0310
          10ms * 2s                 | V0310
          "a" + 1                   | V0312
          [1] - [1]                 | V0312
          not 3                     | V0311
          1 and true                | V0311
          4K < 10ms                 | V0310
          1Gbps + 1W                | V0310
          none + 1                  | V0312
          [1].append(2)             | V0210
          "a".push(1)               | V0210
          -"a"                      | V0318
          5 in 3                    | V0312
          10ms in 0..9              | V0310
          0x5 in -1..0x9            | V0321
          9223372036854775807 + 1   | V0306
          9223372036854775808       | V0304
          -9223372036854775809      | V0304
          4611686018427387904 * 2   | V0306
          (1 << 63)                 | V0306
          -(-9223372036854775807 - 1) | V0306
          1 // 0                    | V0307
          5 mod 0                   | V0307
          1 / 0                     | V0307
          0x1000 - 0x2000           | V0321
          0xffff_ffff_ffff_ffff + 1 | V0321
          0x8000_0000_0000_0000 * 2 | V0321
          (0x8000_0000_0000_0000 << 1) | V0321
          -0x8000_0000_0000_0001    | V0306
          0x5 * -1                  | V0321
          """)
  void whatHasNoMeaningIsRefusedBeforeOrWhenItIsReached(String expression, String code)
      throws IOException {
    refuses(code, "print " + expression + "\n");
    refuses(code, "for x in [0] {\n  if x == 0 { print " + expression + " }\n}\n");
    refuses(code, "let f = 0\ndef g() { return " + expression + " }\nprint g()\n");
  }

  private void refuses(String code, String scenario) throws IOException {
    Cli result = run(scenario);
    assertEquals(2, result.status(), scenario + result.out());
    assertTrue(result.err().contains(" " + code + ": "), code + " in: " + result.err());
    assertEquals(
        1, result.err().lines().filter(l -> l.contains(" error V0")).count(), result.err());
  }

  @Test
  void variablesLiveInTheirBlock() throws IOException {
    prints("1\n2\n1", "let a = 1\nprint a\nif true { let b = 2\n  print b }\nprint a\n");
    assertTrue(run("if true { let b = 2 }\nprint b\n").err().contains("V0202"));
    assertTrue(run("let a = 1\nif true { let a = 2 }\n").err().contains("V0205"));
    assertTrue(run("print a\nlet a = 1\n").err().contains("V0206"));
  }

  @Test
  void functionsSeeWhatIsAroundThem() throws IOException {
    prints(
        "3\n4",
        """
        let n = 1
        def add(k, more = 1) {
          n += k + more
          return n
        }
        print add(1)
        print add(0, 1)
        """);
  }

  @Test
  void functionsCallEachOther() throws IOException {
    prints(
        "true\nfalse",
        """
        def even(n) {
          if n == 0 { return true }
          return odd(n - 1)
        }
        def odd(n) {
          if n == 0 { return false }
          return even(n - 1)
        }
        print even(10)
        print even(7)
        """);
  }

  @Test
  void aVariableThatAFunctionUsesIsOne() throws IOException {
    prints(
        "10",
        """
        let sum = 0
        def add(n) { sum += n }
        for i in 1..4 { add(i) }
        print sum
        """);
  }

  @Test
  void recursionHasVariablesOfItsOwn() throws IOException {
    prints(
        "610",
        "def fib(n) {\n  if n < 2 { return n }\n  let a = fib(n - 1)\n  return a + fib(n - 2)\n}\nprint fib(15)\n");
  }

  @Test
  void aFunctionWithoutValueHasNone() throws IOException {
    Cli result = run("def f() { }\nprint f()\n");
    assertTrue(result.err().contains("V0320"), result.err());
    prints("", "def f() { }\nf()\n");
  }

  @Test
  void argumentsAreCounted() throws IOException {
    assertTrue(run("def f(a, b = 1) { return a }\nprint f()\n").err().contains("V0313"));
    assertTrue(run("def f(a, b = 1) { return a }\nprint f(1, 2, 3)\n").err().contains("V0313"));
  }

  @Test
  void loopsAreLeftAndContinued() throws IOException {
    prints(
        "1\n2\n4\n5",
        "let i = 0\nwhile true {\n  i += 1\n  if i == 3 { continue }\n  if i > 5 { break }\n  print i\n}\n");
    prints("0\n1", "for i in 0..9 {\n  if i == 2 { break }\n  print i\n}\n");
    prints("x\nx", "repeat 2 { print \"x\" }\n");
    prints("", "for i in 5..4 { print i }\n");
    prints("7", "def f() {\n  for i in 0..9 { if i == 7 { return i } }\n}\nprint f()\n");
  }

  @Test
  void loopsGoOverListsMapsAndTexts() throws IOException {
    prints("3\n1", "for x in [3, 1] { print x }\n");
    prints("0 3\n1 1", "for i, x in [3, 1] { print i, x }\n");
    prints("a 1\nb 2", "for k, v in [\"a\": 1, \"b\": 2] { print k, v }\n");
    prints("a\n한", "for c in \"a한\" { print c }\n");
    prints("4K\n4097", "for s in 4K..4097 { print s }\n");
    String ends = "0x7fff_ffff_ffff_ffff..0x8000_0000_0000_0001";
    String addresses = "0x7fffffffffffffff\n0x8000000000000000\n0x8000000000000001";
    prints(addresses, "for a in " + ends + " { print a }\n");
    prints(addresses, "let r = " + ends + "\nfor a in r { print a }\n");
    prints(
        "0xffffffffffffffff",
        "for a in 0xffff_ffff_ffff_ffff..0xffff_ffff_ffff_ffff { print a }\n");
    assertTrue(run("for a in -1..0x5 { print a }\n").err().contains("V0321"));
  }

  @Test
  void listsAreShared() throws IOException {
    prints("[1, 9]", "let a = [1, 2]\nlet b = a\nb[1] = 9\nprint a\n");
    prints(
        "[0]\n[0]",
        "def fresh() {\n  let l = []\n  l.push(0)\n  return l\n}\nprint fresh()\nprint fresh()\n");
    prints("[1]\n[2]", "for i in 1..2 {\n  let l = []\n  l.push(i)\n  print l\n}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [3, 1, 2].sort()            | [1, 2, 3]
          [3, 1].reverse()            | [1, 3]
          [3, 1].min()                | 1
          [4K, 1K].max()              | 4K
          [1, 2, 3].sum()             | 6
          [].sum()                    | 0
          [1, 2, 3].slice(1)          | [2, 3]
          [1, 2, 3].slice(0, 2)       | [1, 2]
          [1, 2, 3].slice(-1)         | [3]
          [1, 2].index(2)             | 1
          [1, 2].index(5)             | -1
          [1, 2].contains(2)          | true
          [1, 2].first()              | 1
          [1, 2].last()               | 2
          [1, 2][-1]                  | 2
          [1, 2].len()                | 2
          ["a": 1].get("b", 7)        | 7
          ["a": 1].get("b")           | none
          ["a": 1].has("a")           | true
          ["a": 1].keys()             | ["a"]
          ["a": 1].values()           | [1]
          [5: "x"][0x5]               | x
          "héllo".len()               | 5
          "ab".upper()                | AB
          "a,b".split(",")            | ["a", "b"]
          ", ".join([1, 2])           | 1, 2
          "abc".replace("b", "-")     | a-c
          "abc"[1]                    | b
          """)
  void methods(String expression, String value) throws IOException {
    prints(value, "print " + expression + "\n");
  }

  @Test
  void methodsThatChange() throws IOException {
    prints(
        "[0, 1, 5, 2] 4 true false [5, 2]",
        """
        let l = [1, 2]
        l.push(3)
        l.unshift(0)
        l.insert(2, 5)
        let last = l.pop()
        let shown = "${l} ${l.len()} ${l.remove(1)} ${l.remove(9)}"
        let zero = l.shift()
        print shown, l
        """);
  }

  @Test
  void textsHoldExpressions() throws IOException {
    prints(
        "1 + 1 is 2, \"quoted\" $",
        "let a = 1\nprint \"${a} + ${a} is ${a + a}, \\\"quoted\\\" \\$\"\n");
  }

  @Test
  void commonsTextLookupsAreOutOfReach() throws IOException {
    for (String lookup :
        new String[] {
          "env:HOME",
          "script:javascript:1",
          "dns:localhost",
          "file:UTF-8:/etc/passwd",
          "url:UTF-8:http://x"
        }) {
      assertEquals(2, run("print \"${" + lookup + "}\"\n").status(), lookup);
      prints("${" + lookup + "}", "print \"\\${" + lookup + "}\"\n");
    }
  }

  @Test
  void aDefActsForWhomItsCallerNames() throws IOException {
    prints(
        "2 0\n3 0",
        """
        process a
        def touch(n) {
          for p in 0..n - 1 { access page (p) }
        }
        process b
        on a { touch(2) }
        print a.accesses, b.accesses
        touch(1)
        print a.accesses, b.accesses
        """);
  }

  @Test
  void aBareOnHoldsToTheEndOfItsBlock() throws IOException {
    prints(
        "1 2",
        """
        process a
        process b
        if true {
          on a
          access 0x1000
        }
        access 0x1000, 0x2000
        print a.accesses, b.accesses
        """);
  }

  @Test
  void rulesEndWithTheirBlock() throws IOException {
    Cli result =
        run(
            """
            if true {
              forbid page-fault
              allow page-fault cause swapped
              access 0x1000
            }
            access 0x2000
            """);
    assertEquals(1, result.status());
    assertEquals(
        1, result.err().lines().filter(line -> line.contains("failed:")).count(), result.err());
  }

  @Test
  void whatAnAssertionReadIsShown() throws IOException {
    Cli result =
        run(
            "let n = 3\naccess 0x1000\nassert host.init.faults == n and host.init.hits == 0 \"why\"\n");
    assertEquals(1, result.status());
    assertTrue(result.err().contains("why"), result.err());
    assertTrue(result.err().contains("host.init.faults is 1"), result.err());
  }

  @Test
  void aFileInUseIsRunOnceAndItsNamesStandBehindIts() throws IOException {
    Files.writeString(
        folder.resolve("lib.vsim"),
        "let n = 5\ndef twice(k) { return k * 2 + n }\nprocess shared < frames 2 >\n");
    Files.writeString(
        folder.resolve("other.vsim"), "use \"lib\"\ndef more() { return lib.twice(1) }\n");
    prints(
        "5 9 7 0",
        "use \"lib\" as l\nuse \"other\"\nprint l.n, l.twice(2), other.more(), l.shared.faults\n");
  }

  @Test
  void theActorIsTheLastDeclaredAbove() throws IOException {
    prints(
        "1 1 1",
        "access 0x1000\nvm linux\naccess 0x1000\nprocess app in linux\naccess 0x1000\nprint host.init.accesses, linux.init.accesses, linux.app.accesses\n");
  }

  @Test
  void rowsOfObjects() throws IOException {
    prints(
        "1 0 3",
        "process node[3]\nlet i = 0\non node[i] { access 0x1000 }\non node[2] { repeat 3 { access 0x1000 } }\nprint node[0].accesses, node[1].accesses, node[2].accesses\n");
  }

  @Test
  void templatesAreReplacedPropertyByProperty() throws IOException {
    prints(
        "128M 65536",
        "template small < mem 64M; vcpu 2 >\nvm a like small < mem 128M >\nvm b like small\nprint a.mem, b.frames.total * 4\n");
  }
}
