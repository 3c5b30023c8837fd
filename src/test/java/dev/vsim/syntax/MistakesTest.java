package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.text.Paint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mistake is seen in what, and what of it is underlined. */
final class MistakesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "if x = 3 { } ¦ V0119 ¦ =",
        "if (x = 3) { } ¦ V0119 ¦ =",
        "while x = 3 { } ¦ V0119 ¦ =",
        "assert x = 3 ¦ V0119 ¦ =",
        "let x == 3 ¦ V0120 ¦ ==",
        "if x: ¦ V0122 ¦ :",
        "for i in 0..9: ¦ V0122 ¦ :",
        "def f(): ¦ V0122 ¦ :",
        "if x { } else: ¦ V0122 ¦ :",
        "elif x { } ¦ V0124 ¦ elif",
        "if a { } elif b { } ¦ V0124 ¦ elif",
        "if a { } elseif b == 3 { } ¦ V0124 ¦ elseif",
        "else { } ¦ V0125 ¦ else",
        "if a { }; else { } ¦ V0126 ¦ ;",
        "let c = a && b ¦ V0127 ¦ &&",
        "if a || b { } ¦ V0127 ¦ ||",
        "if !a { } ¦ V0127 ¦ !",
        "let c = a === b ¦ V0127 ¦ ===",
        "let c = a <> b ¦ V0127 ¦ <>",
        "let c = a % b ¦ V0127 ¦ %",
        "let c = a ** b ¦ V0127 ¦ **",
        "let c := 3 ¦ V0127 ¦ :=",
        "x++ ¦ V0128 ¦ ++",
        "x-- ¦ V0128 ¦ --",
        "++x ¦ V0128 ¦ ++",
        "// a comment ¦ V0129 ¦ //",
        "let x = 1 // one page ¦ V0129 ¦ //",
        "-- a comment ¦ V0129 ¦ --",
        "access 0x1000 -- a comment ¦ V0129 ¦ --",
        "/* a comment */ ¦ V0129 ¦ /* a comment */",
        "print 'x' ¦ V0130 ¦ 'x'",
        "print 'x ¦ V0130 ¦ '",
        "let x = 3-1 ¦ V0131 ¦ -",
        "let x = a- b ¦ V0131 ¦ -",
        "let x = f(1)-b ¦ V0131 ¦ -",
        "let x = a -b ¦ V0132 ¦ -",
        "let x = - 5 ¦ V0133 ¦ -",
        "def f (x) { } ¦ V0134 ¦ ~ (~",
        "def f { } ¦ V0134 ¦ {",
        "let x = f (3) ¦ V0135 ¦ ~ (~",
        "let x = f [3] ¦ V0135 ¦ ~ [~",
        "if a < b < c { } ¦ V0136 ¦ <",
        "if a == b in c { } ¦ V0136 ¦ in",
        "let x = a & b == c ¦ V0137 ¦ &",
        "let x = a + b & c ¦ V0137 ¦ &",
        "let x = a & b << c ¦ V0137 ¦ &",
        "let x = not a & b ¦ V0137 ¦ &",
        "let x = 1..2 & b ¦ V0137 ¦ &",
        "show a == b ¦ V0138 ¦ ==",
        "load vm a > b ¦ V0138 ¦ >",
        "vm x < a b & c > ¦ V0138 ¦ &",
        "expect evict page == 3 ¦ V0139 ¦ ==",
        "forbid evict page = 3 ¦ V0139 ¦ =",
        "vm x < mem = 4G > ¦ V0140 ¦ =",
        "vm x < mem: 4G > ¦ V0140 ¦ :",
        "vm x < mem 512 M > ¦ V0141 ¦ 512 M",
        "run 10 ms ¦ V0141 ¦ 10 ms",
        "load x 80 % ¦ V0141 ¦ 80 %",
        "let x = 4 K ¦ V0141 ¦ 4 K",
        "for i in range(10) { } ¦ V0142 ¦ range(10)",
        "let x = True ¦ V0143 ¦ True",
        "let x = [None] ¦ V0143 ¦ None",
        "let x = [1 2] ¦ V0144 ¦ 2",
        "let x = f(1 2) ¦ V0144 ¦ 2",
        "let x = f(1 \"b\") ¦ V0144 ¦ \"b\"",
        "for (i = 0; i < 3; i++) { } ¦ V0145 ¦ (",
        "for i of xs { } ¦ V0145 ¦ of",
        "let n = c ? a : b ¦ V0146 ¦ ?",
        "let n = a \\ ¦ V0148 ¦ \\",
        "let m = [\"a\": 1, 2] ¦ V0149 ¦ 2",
        "let m = [1, 2: 3] ¦ V0149 ¦ :",
        "f(x) = 3 ¦ V0150 ¦ f(x)",
        "print simulate \"x\" ¦ V0151 ¦ simulate",
        "let x = 1 + expect P ¦ V0151 ¦ expect",
        "policy p { access 1 } ¦ V0152 ¦ access",
        "let x = f(a = 1) ¦ V0153 ¦ =",
        "expect any ¦ V0123 ¦ any",
        "expect next ¦ V0154 ¦ ~~",
        "linux. ¦ V0154 ¦ ~~",
        "function f(x) { } ¦ V0155 ¦ function",
        "expect app.faults == 9 ¦ V0156 ¦ app.",
        "let x ¦ V0121 ¦ x",
        "param x ¦ V0121 ¦ x",
        "if x ¦ V0123 ¦ x",
        "if x then { } ¦ V0123 ¦ then",
        "print “x” ¦ V0112 ¦ “",
        "let x = a – b ¦ V0112 ¦ –",
        "let x = ５ ¦ V0112 ¦ ５",
        "let x＝5 ¦ V0112 ¦ ＝",
        "let x = a\u00a0+ b ¦ V0112 ¦ \u00a0",
        "let x = $a ¦ V0111 ¦ $",
        "let x = \u200b1 ¦ V0112 ¦ \u200b",
        "access 1) ¦ V0104 ¦ )",
        "access 1] ¦ V0104 ¦ ]",
        "} ¦ V0104 ¦ }",
        "vm x < a > > ¦ V0104 ¦ >",
        "let x = [1, 2) ¦ V0105 ¦ )",
        "let x = f(1] ¦ V0105 ¦ ]",
        "let x = (1 + 2 ¦ V0102 ¦ (",
        "repeat 3 { access 1 ¦ V0102 ¦ {",
        "vm x < mem 1G ¦ V0103 ¦ <",
        "print \"abc ¦ V0106 ¦ \"abc",
        "print \"${a\" ¦ V0107 ¦ ${",
        "print \"${}\" ¦ V0108 ¦ ${}",
        "let 3 = x ¦ V0101 ¦ 3",
        "let x = ) ¦ V0104 ¦ )",
        "return 3 4 ¦ V0101 ¦ 4",
        "\"abc\" ¦ V0101 ¦ \"abc\"",
        "let x = a b ¦ V0101 ¦ b",
        "let x = a > > b ¦ V0101 ¦ >",
        "print f\"a {b}\" ¦ V0157 ¦ f",
        "print(rb\"a\") ¦ V0157 ¦ rb",
        "let x = R\"a\" ¦ V0157 ¦ R",
        "let x = \"\"\"a\"\"\" ¦ V0158 ¦ \"\"\"",
        "print(\"a\", b) ¦ V0159 ¦ (",
        "print x y ¦ V0144 ¦ y",
        "for i in 0...5 { } ¦ V0160 ¦ ...",
        "let r = 0..<5 ¦ V0160 ¦ ..<",
        "let r = 0..=5 ¦ V0160 ¦ ..=",
        "let n: int = 5 ¦ V0161 ¦ :",
        "param n: int = 5 ¦ V0161 ¦ :",
        "def f(x: int) { } ¦ V0161 ¦ :",
        "def f(x) -> int { } ¦ V0161 ¦ ->",
        "vm a { vcpu 2 } ¦ V0162 ¦ {",
        "vm a (vcpu 2) ¦ V0162 ¦ (",
        "let a, b = 1, 2 ¦ V0163 ¦ ,",
        "def f() { return 1, 2 } ¦ V0163 ¦ ,",
        "assert a == b, \"why\" ¦ V0164 ¦ ,",
        "try { access 1 } ¦ V0165 ¦ try",
        "try: ¦ V0165 ¦ try",
        "switch a { } ¦ V0165 ¦ switch",
        "until a > 9 { } ¦ V0165 ¦ until",
        "let f = lambda x: x ¦ V0165 ¦ lambda",
        "use std/workloads ¦ V0166 ¦ std/workloads",
        "use std.workloads ¦ V0166 ¦ std.workloads",
        "param n = 3 in 1..4 ¦ V0167 ¦ in 1..4",
        "if a is b { } ¦ V0155 ¦ is",
        "let x = a div b ¦ V0155 ¦ div",
        "expect not evict ¦ V0155 ¦ not",
      })
  void eachMistakeIsSeen(String text, String code, String underlined) {
    Reading reading = Reading.of(text);
    assertEquals(List.of(code), reading.codes(), reading.diagnostics().toString());
    assertEquals(
        underlined == null ? "" : underlined, reading.text(reading.diagnostics().get(0).span()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "let x = = 3 ¦ expected a value",
        "use ¦ expected a name or a text",
        "let x 3 ¦ expected `=`",
        "for i in ¦ expected a value",
        "expect 3 4 ¦ expected an event",
        "def f(x { } ¦ expected `)` that closes the `(` of line 1",
        "param x in 1 2 ¦ expected `=`",
        "let x = \"${a b}\" ¦ expected `}` that closes the `${`",
        "let x = 1 2 ¦ an operator, a comma or a line end is missing before it",
        "if a { } else 3 ¦ expected `if` or a block, `{ … }`",
        "vm x < [ > ¦ expected `>` that closes the `<` of line 1",
        "check x ¦ expected a text, `\"…\"`",
        "repeat 2 { 5 } ¦ expected a statement",
        "a.5 ¦ expected an attribute",
        "on { } ¦ expected a name",
      })
  void whatIsExpectedIsNamed(String text, String help) {
    assertEquals(help, Reading.of(text).diagnostics().get(0).help());
  }

  @Test
  void aFunctionMayBeCalledRange() {
    Reading.right("def range(n) { return [n] }\nfor i in range(10) { }");
    assertEquals(
        "write `2..9`: both ends belong to it",
        Reading.of("for i in range(2, 10) { }").diagnostics().get(0).help());
    assertEquals(
        "write `0..n - 1`: both ends belong to it",
        Reading.of("for i in range(n) { }").diagnostics().get(0).help());
  }

  @Test
  void whatIsIndentedBehindAHeadBelongsToIt() {
    Reading reading =
        Reading.of(
            """
            def f(x):
              let y = x
              return y

            try:
              print y
            except e:
              print 'no'
            print 'x'
            """);
    assertEquals(List.of("V0122", "V0165", "V0165", "V0130"), reading.codes());
  }

  @Test
  void aTextOfManyLinesIsToldOnce() {
    Reading reading =
        Reading.of(
            """
            \"""
            It's prose, and not { a scenario.
            \"""
            access 0x1000
            x++
            """);
    assertEquals(List.of("V0158", "V0128"), reading.codes());
    assertEquals(List.of("V0158"), Reading.of("let x = \"\"\"a\nb\"\"\"\naccess 1").codes());
    assertEquals(List.of("V0158"), Reading.of("print \"\"\"a\nb").codes());
  }

  @Test
  void theEditIsShownWithTheScenariosOwnWords() {
    assertEquals("write `\"a ${b}\"`", help("print f\"a {b}\""));
    assertEquals("write `use \"std/workloads\"`", help("use std.workloads"));
    assertEquals("write `param n in 1..4 = 3`", help("param n = 3 in 1..4"));
    assertEquals("write `print \"a\", 3`", help("print(\"a\", 3)"));
    assertEquals("write `vm … < … >`, with `;` between the properties", help("vm a { vcpu 2 }"));
  }

  @Test
  void anElseBehindWhatIsNoIf() {
    assertEquals(List.of("V0125"), Reading.of("print 1\nelse { }").codes());
    assertEquals(List.of("V0122"), Reading.of("if a { print 1 }\nelse:\n  print 2").codes());
    assertEquals(List.of("V0122"), Reading.of("print 1\nelse:\n  print 2").codes());
  }

  private static String help(String text) {
    return Reading.of(text).diagnostics().get(0).help();
  }

  @Test
  void severalAreToldInOneRun() {
    Reading reading =
        Reading.of(
            """
            for i in range(5):
              access page (i)
            if x = 3 {
              print 'x'
              access 0x1000
              x++
            }
            let y = a && b
            access 0x2000
            """);
    assertEquals(List.of("V0122", "V0119", "V0127"), reading.codes());
  }

  @Test
  void mistakesInABlockAreToldEach() {
    Reading reading =
        Reading.of(
            """
            repeat 3 {
              print 'x'
              access 0x1000
              x++
              access 0x1000
              )
              access 0x2000
            }
            """);
    assertEquals(List.of("V0130", "V0128", "V0104"), reading.codes());
    Stmt.Repeat repeat = (Stmt.Repeat) reading.statements().get(0);
    assertEquals(
        List.of("Broken", "Act", "Broken", "Act", "Broken", "Act"),
        repeat.body().statements().stream().map(each -> each.getClass().getSimpleName()).toList());
  }

  @Test
  void theDrawingShowsThePlace() {
    Reading reading = Reading.of("let pages = [1, 2\nlet x = f(1]\n");
    String drawn = new DiagnosticDrawing(Paint.PLAIN).draw(reading.diagnostics(), 0);
    assertEquals(
        """
        test.vsim:1:13: error V0102: `[` is never closed
          1 | let pages = [1, 2
            |             ^
        help: close it with `]`
        test.vsim:2:12: error V0105: `]` cannot close a `(`
          2 | let x = f(1]
            |          ^ ^
            |          opened here
        help: write `)`
        """,
        drawn);
  }
}
