package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Span;
import dev.vsim.text.Paint;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a text holds, reading it ends, says what is wrong in the user's words, and loses
 * nothing.
 */
final class HostileTextTest {
  /** Words that only the parser's own tools use. */
  private static final Pattern TOOL_WORDS =
      Pattern.compile(
          "EOF|SEP\\b|RPAREN|LBRACE|NUMBER|HOLE|UNQUOTE|<missing|no viable|extraneous|mismatched|ANTLR|antlr|rule ");

  private static final List<String> SOUP =
      List.of(
          "let",
          "x",
          "=",
          "1",
          "if",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">",
          ">>",
          ";",
          "\n",
          ",",
          ":",
          "..",
          ".",
          "->",
          "-",
          " -",
          "+",
          "*",
          "//",
          "/*",
          "#c\n",
          "\"a\"",
          "\"",
          "${",
          "'",
          "else",
          "for",
          "in",
          "on",
          "expect",
          "any",
          "only",
          "no",
          "not",
          "and",
          "?",
          "_",
          "policy",
          "use",
          "as",
          "def",
          "f(",
          "a[",
          "80%",
          "%",
          "&",
          "==",
          "!",
          "true",
          "check",
          "\"n\"",
          "assert",
          "simulate",
          "0x",
          "00:0C:29:00:00:01",
          "10.0.0.1:_",
          "“",
          "\u0000",
          "\uD800",
          "\t",
          "  ",
          "\r",
          "after",
          "start",
          "return",
          "print",
          "\\",
          "µ",
          "é",
          "\uFEFF",
          "🙂",
          "`",
          "<<",
          "+=",
          "mod");

  @Test
  void everyCutOfAScenarioIsTold() {
    for (String part : Reading.resource("language.vsim").split("(?<=\n)(?=\n)|(?=policy )", -1)) {
      for (int end = 0; end <= part.length(); end++) {
        hold(part.substring(0, end));
      }
    }
  }

  @Test
  void everyMissingCharacterIsTold() {
    String whole = Reading.resource("grading.vsim");
    for (int at = 0; at < whole.length(); at++) {
      hold(whole.substring(0, at) + whole.substring(at + 1));
    }
  }

  @Test
  void everyPairOfTokensIsTold() {
    for (String first : SOUP) {
      for (String second : SOUP) {
        hold(first + second);
        hold("let x = " + first + " " + second + "\naccess 0x1000\n");
        hold("repeat 3 {\n  vm a < " + first + " " + second + " >\n}\nwait\n");
      }
    }
  }

  @Test
  void everySoupOfTokensIsTold() {
    for (int seed = 0; seed < 6_000; seed++) {
      Dice dice = new Dice(seed);
      StringBuilder soup = new StringBuilder();
      for (int i = dice.below(60); i >= 0; i--) {
        soup.append(dice.of(SOUP)).append(dice.once(3) ? " " : "");
      }
      hold(soup.toString());
    }
  }

  @Test
  void everyDamageToAScenarioIsTold() {
    String whole = Reading.resource("rules.vsim");
    for (int seed = 0; seed < 600; seed++) {
      Dice dice = new Dice(seed);
      StringBuilder damaged = new StringBuilder(whole);
      for (int i = dice.below(8); i >= 0; i--) {
        int at = dice.below(damaged.length());
        damaged.replace(at, Math.min(damaged.length(), at + dice.below(3)), dice.of(SOUP));
      }
      hold(damaged.toString());
    }
  }

  private static Reading hold(String text) {
    Reading reading = Reading.of(text);
    List<Diagnostic> diagnostics = reading.diagnostics();
    boolean broken = reading.statements().toString().contains("Broken[");
    assertTrue(!broken || !diagnostics.isEmpty(), text);
    for (Diagnostic each : diagnostics) {
      assertInside(each.span(), text);
      each.others().forEach(note -> assertInside(note.span(), text));
      String said = each.message() + " " + each.help() + " " + each.label();
      String own = said.replaceAll("`[^`]*`", "");
      assertFalse(TOOL_WORDS.matcher(own).find(), () -> said + "\n" + text);
      assertFalse(each.message().isEmpty(), text);
      new DiagnosticDrawing(Paint.PLAIN).draw(each);
    }
    if (!diagnostics.isEmpty()) {
      assertCovered(reading, text);
    }
    return reading;
  }

  private static void assertInside(Span span, String text) {
    assertTrue(span.end() <= text.length(), () -> span + " of " + text.length() + ": " + text);
  }

  /**
   * Each character of a broken text is in a statement or a comment; only separators stand between
   * them.
   */
  private static void assertCovered(Reading reading, String text) {
    BitSet covered = new BitSet(text.length());
    for (Stmt each : reading.statements()) {
      covered.set(each.span().start(), each.span().end());
    }
    for (Comment each : reading.scenario().comments()) {
      covered.set(each.span().start(), each.span().end());
    }
    for (int i = covered.nextClearBit(0); i < text.length(); i = covered.nextClearBit(i + 1)) {
      char c = text.charAt(i);
      int at = i;
      boolean between = Character.isWhitespace(c) || c == ';' || c == '\uFEFF' && at == 0;
      assertTrue(
          between, () -> "offset " + at + " `" + c + "` of " + text + "\n" + reading.statements());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "<",
        "f(",
        "a[",
        "\"${",
        "x <",
        "if x {",
        "vm x < ",
        "-",
        "not ",
        "a + ",
        "a if b else ",
        "a.b",
        "(\n",
        "[\n",
        "{\n",
        "x <\n",
        "if x {\n",
        "/*",
        "\"",
        "'",
        "a ",
        "a;",
        "a\n",
        "}",
        ")",
        ">",
        "`\n",
        "x = \n",
        "expect any {",
        "a <\n b <",
        "on x {",
        "policy p { on f() {",
        "f()",
        "[0]",
        "1,",
        "\u0000",
        "\uD800",
        "\r",
        "else ",
        "&",
        "..",
        "\"a\"",
        "1 ",
        "))\n",
        "(}",
        "{)",
        "\"${a} ",
        "#",
        "# x\n",
        "\t",
        "for x in y {\n",
        "0..",
        "-> ",
        "a:"
      })
  void aMegabyteOfAnythingIsTold(String piece) {
    String text = "access 0x1000;\n" + piece.repeat((1 << 20) / piece.length());
    Reading reading = assertTimeout(Duration.ofSeconds(60), () -> hold(text));
    assertEquals("access 0x1000", reading.text(reading.statements().get(0).span()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "f(",
        "<",
        "\"${",
        "a + ",
        "not ",
        "-",
        "a if b else ",
        "x.",
        "a[0]."
      })
  void deepTextsDoNotNeedADeepStack(String piece) throws InterruptedException {
    String text = "let x = " + piece.repeat(100_000);
    List<Throwable> thrown = new java.util.ArrayList<>();
    Thread small = new Thread(null, () -> hold(text), "small", 512 << 10);
    small.setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
    small.start();
    small.join();
    assertEquals(List.of(), thrown);
  }

  @Test
  void theDeepestThatIsReadDoesNotNeedADeepStack() throws InterruptedException {
    int most = ScenarioParser.MOST_NESTED;
    List<String> texts =
        List.of(
            "let x = " + "(".repeat(most) + "1" + ")".repeat(most),
            "if a {\n".repeat(most) + "}\n".repeat(most),
            "vm x" + " < a ".repeat(most) + " >".repeat(most),
            "let x = 1" + " + 1".repeat(most),
            "let x = " + "not ".repeat(most) + "a",
            "let x = " + "a if b else ".repeat(most) + "c");
    List<Throwable> thrown = new java.util.ArrayList<>();
    for (String text : texts) {
      Runnable read = () -> assertFalse(Printer.print(Reading.right(text)).isEmpty());
      Thread small = new Thread(null, read, "small", 512 << 10);
      small.setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
      small.start();
      small.join();
    }
    assertEquals(List.of(), thrown);
  }

  @Test
  void oneMoreIsTooDeep() {
    int more = ScenarioParser.MOST_NESTED + 1;
    assertEquals(
        List.of("V0114"),
        Reading.of("let x = " + "(".repeat(more) + "1" + ")".repeat(more)).codes());
    assertEquals(
        List.of("V0114"), Reading.of("vm x" + " < a ".repeat(more) + " >".repeat(more)).codes());
    assertEquals(List.of("V0115"), Reading.of("let x = 1" + " + 1".repeat(more)).codes());
  }

  @Test
  void oneMoreIsTooLong() {
    int half = ScenarioParser.MOST_TOKENS / 2;
    assertEquals(List.of(), Reading.of("print 1" + ", 1".repeat(half - 10)).codes());
    Reading longer = Reading.of("print 1" + ", 1".repeat(half + 1) + "\nprint 2\nprint )\n");
    assertEquals(List.of("V0168", "V0104"), longer.codes());
    assertEquals(3, longer.statements().size(), "and what follows is read");
    String inside = "repeat 3 {\n" + ("print 1" + ", 1".repeat(half / 2) + "\n").repeat(3) + "}";
    assertEquals(List.of(), Reading.of(inside).codes(), "each statement counts by itself");
  }

  @Test
  void longButFlatIsFine() {
    String list = "let x = [" + "1, ".repeat(100_000) + "]";
    assertEquals(100_000, ((Expr.ListOf) ((Stmt.Let) Reading.one(list)).value()).items().size());
    String branches = "if a { } " + "else if b + c { } ".repeat(40_000) + "else { }";
    assertEquals(40_001, ((Stmt.If) Reading.one(branches)).arms().size());
    String references = "access page " + "7, 0, ".repeat(50_000) + "1";
    assertEquals(1, Reading.right(references).size());
    String arguments = "show " + "a.b + 1 ".repeat(50_000);
    assertEquals(50_000, ((Stmt.Act) Reading.one(arguments)).items().size());
    assertEquals(
        100_000,
        ((Stmt.Repeat) Reading.one("repeat 2 {\n" + "wait\n".repeat(100_000) + "}"))
            .body()
            .statements()
            .size());
  }

  @Test
  void anEmptyTextIsAScenario() {
    for (String text :
        List.of("", "\n", "\r", " \t ", "# only\n# comments", "\uFEFF", ";;;", "\r\n;\r\n")) {
      assertEquals(List.of(), Reading.right(text), text);
    }
    assertEquals(2, Reading.of("# only\n# comments").scenario().comments().size());
  }

  @Test
  void aTextThatIsAllWrongIsGivenUp() {
    Reading reading = Reading.of(")\n".repeat(5_000));
    assertEquals(90, reading.statements().size());
    assertEquals(91, reading.diagnostics().size());
    assertEquals("V0117", reading.codes().get(90));
    assertEquals(0, reading.dropped());
  }
}
