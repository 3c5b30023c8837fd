package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which record a text becomes. */
final class GrammarTest {
  /** Expressions with every operation in parentheses. */
  private static String grouped(Expr expression) {
    if (expression instanceof Expr.Binary binary) {
      return "("
          + grouped(binary.left())
          + " "
          + binary.operator().spelling()
          + " "
          + grouped(binary.right())
          + ")";
    }
    if (expression instanceof Expr.Unary unary) {
      return "(" + unary.operator().spelling() + " " + grouped(unary.operand()) + ")";
    }
    if (expression instanceof Expr.Choice choice) {
      return "("
          + grouped(choice.then())
          + " if "
          + grouped(choice.condition())
          + " else "
          + grouped(choice.otherwise())
          + ")";
    }
    if (expression instanceof Expr.Range range) {
      return "(" + grouped(range.from()) + ".." + grouped(range.to()) + ")";
    }
    return Printer.expression(expression);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3 | (1 + (2 * 3))",
        "1 - 2 - 3 | ((1 - 2) - 3)",
        "a // b mod c | ((a // b) mod c)",
        "-a.b * c | ((- a.b) * c)",
        "--a | (- (- a))",
        "a..b + 1 | (a..(b + 1))",
        "a + 1 == b | ((a + 1) == b)",
        "not a == b | (not (a == b))",
        "not a and b | ((not a) and b)",
        "a or b and c | (a or (b and c))",
        "x in 0..9 | (x in (0..9))",
        "x not in a or y | ((x not in a) or y)",
        "a & b & c | ((a & b) & c)",
        "a >> 2 | (a >> 2)",
        "a if b else c if d else e | (a if b else (c if d else e))",
        "a or b if c and d else not e | ((a or b) if (c and d) else (not e))",
        "a > b | (a > b)",
        "f(1)(2)[3].g | f(1)(2)[3].g",
        "(a < b) == c | ((a < b) == c)",
      })
  void operatorsBind(String text, String expected) {
    assertEquals(expected, grouped(Reading.expression(text)));
  }

  @Test
  void theShapeDecides() {
    assertInstanceOf(Stmt.Assign.class, Reading.one("vm = 1"));
    assertInstanceOf(Stmt.Evaluate.class, Reading.one("vm(1)"));
    assertInstanceOf(Stmt.Evaluate.class, Reading.one("vm.f()"));
    assertInstanceOf(Stmt.Assign.class, Reading.one("vm.f = 1"));
    assertInstanceOf(Stmt.Assign.class, Reading.one("m[\"a\"] += 1"));
    assertInstanceOf(Stmt.Act.class, Reading.one("vm (1)"));
    assertInstanceOf(Stmt.Act.class, Reading.one("vm [1]"));
    assertInstanceOf(Stmt.Act.class, Reading.one("write A = 42"));
    assertInstanceOf(Stmt.Act.class, Reading.one("wait"));
    assertInstanceOf(
        Expr.Simulation.class, ((Stmt.Evaluate) Reading.one("simulate \"x\"")).value());
  }

  @Test
  void argumentsStandSideBySide() {
    Stmt.Act act = (Stmt.Act) Reading.one("access page 7, 0 in -1 -> on = 4, 5 < size 4 >");
    assertEquals("access", act.word().text());
    assertEquals(
        "[Values[values=[Name[name=page]]], Values[values=[Number[spelling=7], Number[spelling=0]]],"
            + " Keyword[word=Word[text=in]], Values[values=[Unary[operator=NEGATE, operand=Number[spelling=1]]]],"
            + " Arrow[], Keyword[word=Word[text=on]]]",
        Reading.shape(act.items()));
    assertEquals(2, act.assigned().size());
    assertEquals("size", act.options().get(0).name().text());
  }

  @Test
  void anglesCloseTwoAtOnce() {
    Stmt.Act act = (Stmt.Act) Reading.one("vm x < nic a < queues 4; mtu (1 >> 2) >>");
    assertEquals(2, act.options().get(0).options().size());
    assertEquals(List.of(), ((Stmt.Act) Reading.one("vm x < >")).options());
  }

  @Test
  void printTakesParenthesesAsAGroup() {
    Stmt.Print print = (Stmt.Print) Reading.one("print(\"x\")");
    assertInstanceOf(Expr.Group.class, print.values().get(0));
    assertEquals(2, ((Stmt.Print) Reading.one("print (a), b")).values().size());
  }

  @Test
  void countsHaveBounds() {
    Expectation.Count three =
        (Expectation.Count) ((Stmt.Expect) Reading.one("expect 3 P")).expectation();
    assertEquals(three.least(), three.most());
    Expectation.Count open =
        (Expectation.Count) ((Stmt.Expect) Reading.one("expect 2.. P")).expectation();
    assertNull(open.most());
    Expectation.Count both =
        (Expectation.Count) ((Stmt.Expect) Reading.one("expect (n)..4 P")).expectation();
    assertEquals("4", Printer.expression(both.most()));
  }

  @Test
  void patternItemsAreFlat() {
    Stmt.Expect expect =
        (Stmt.Expect) Reading.one("expect in r.x no page-fault a.b va 0..9 on 7.. x _ y ? z -3");
    assertEquals("r.x", Printer.expression(expect.world()));
    Pattern pattern = ((Expectation.No) expect.expectation()).pattern();
    assertEquals(
        List.of(
            "Term",
            "Term",
            "Interval",
            "Term",
            "Interval",
            "Term",
            "Anything",
            "Term",
            "Question",
            "Term",
            "Term"),
        pattern.items().stream().map(item -> item.getClass().getSimpleName()).toList());
  }

  @Test
  void everyPatternOfOnlyIsOfItsEvent() {
    Stmt.Expect expect = (Stmt.Expect) Reading.one("expect only evict { page 1; page 3 }");
    Expectation.Only only = (Expectation.Only) expect.expectation();
    assertEquals(
        List.of("evict", "evict"),
        only.patterns().stream().map(each -> each.event().text()).toList());
  }

  @Test
  void aFoundEventIsAValue() {
    Stmt.Let let = (Stmt.Let) Reading.one("let e = expect migrate-resume linux");
    assertInstanceOf(Expectation.Some.class, ((Expr.Found) let.value()).expect().expectation());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let next = 1\nlet no = next + any\nonly = exactly",
        "vm x < policy lru; on off; let 1; none 2; true 3; mod 4; in on >",
        "print x.policy.in.none.true.let",
        "process page in web",
        "require policy mine",
        "expect frame-rx linux on 1 in 2 policy lru",
        "x.print(1)[2]",
        "expect access next.nic0 no 1",
      })
  void reservedWordsAreOrdinaryWhereNothingElseCanStand(String text) {
    assertTrue(!Reading.right(text).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let policy = 1",
        "def start() { }",
        "for in in x { }",
        "param if = 1",
        "let x = start + 1"
      })
  void reservedWordsAreNoNames(String text) {
    assertEquals(List.of("V0118"), Reading.of(text).codes());
  }

  @Test
  void namesAreComposed() {
    String decomposed = "e\u0301te\u0301";
    assertEquals("\u00e9t\u00e9", ((Expr.Name) Reading.expression(decomposed)).name());
    assertEquals("a-b", ((Expr.Name) Reading.expression("a-b")).name());
    assertEquals("커널-1", ((Expr.Name) Reading.expression("커널-1")).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u00e9", "\u03a9mega", "a\u0903", "a\u0663", "\uD835\uDCB3", "\u00aa", "\u00b5s"})
  void namesAreOfAllTheWorldsLetters(String name) {
    assertEquals(name, ((Expr.Name) Reading.expression(name)).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0663a", "\u0903a", "a\u00d7", "a\u2028", "a\uD83D\uDE42", "a\u2160"})
  void whatIsNoLetterIsNoName(String text) {
    assertFalse(Reading.of("print " + text).codes().isEmpty());
  }

  private static Predicate<String> anyOf(String category) {
    return java.util.regex.Pattern.compile(category).asMatchPredicate();
  }

  @Test
  void outsideOfAsciiOneCharacterStandsForAllOfItsSort() {
    Map<Predicate<String>, Integer> sorts =
        Map.of(
            anyOf("\\p{L}"), 0xAA,
            anyOf("\\p{M}"), 0x300,
            anyOf("\\p{Nd}"), 0x660);
    for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      int expected = c;
      for (Map.Entry<Predicate<String>, Integer> sort : sorts.entrySet()) {
        if (c != 0xB5 && c != 0x3BC && sort.getKey().test(text)) {
          expected = sort.getValue();
        }
      }
      assertEquals(expected, new SourceCharacters(new SourceText("", text)).LA(1), text);
    }
  }

  @Test
  void aNumberIsOneTokenWhateverItSays() {
    for (String spelling :
        List.of(
            "42", "0x1F", "1_000", "2.5", "4K", "10minutes", "1e9", "2q", "80%", "5µs", "1.2.3")) {
      assertEquals(spelling, ((Expr.Number) Reading.expression(spelling)).spelling());
    }
  }

  @Test
  void placesCoverWhatWasWritten() {
    String text = "  vm x < a 1; b (2) > # c\nlet y = f(a, \"b\") + c.d[3]\n";
    Reading reading = Reading.of(text);
    assertEquals("vm x < a 1; b (2) >", reading.text(reading.statements().get(0).span()));
    Stmt.Let let = (Stmt.Let) reading.statements().get(1);
    Expr.Binary sum = (Expr.Binary) let.value();
    assertEquals("f(a, \"b\")", reading.text(sum.left().span()));
    assertEquals("+", reading.text(sum.operatorSpan()));
    assertEquals("c.d[3]", reading.text(sum.right().span()));
    assertEquals("# c", reading.scenario().comments().get(0).text());
  }

  @Test
  void mapsAndListsAreTold() {
    assertEquals(2, ((Expr.MapOf) Reading.expression("[\"a\": 1, 2: [3,],]")).entries().size());
    assertEquals(List.of(), ((Expr.MapOf) Reading.expression("[:]")).entries());
    assertEquals(List.of(), ((Expr.ListOf) Reading.expression("[]")).items());
  }
}
