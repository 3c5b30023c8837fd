package dev.vsim.syntax;

import static vsim.VsimLexer.ARROW;
import static vsim.VsimLexer.ASSIGN;
import static vsim.VsimLexer.COLON;
import static vsim.VsimLexer.COMMA;
import static vsim.VsimLexer.DOT;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LESS;
import static vsim.VsimLexer.NOT;
import static vsim.VsimLexer.QUOTE;
import static vsim.VsimLexer.RANGE;
import static vsim.VsimLexer.RPAREN;
import static vsim.VsimLexer.SLASH;
import static vsim.VsimLexer.UNCLOSED_TEXT;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.FormProblem;
import dev.vsim.source.HabitProblem;
import dev.vsim.source.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vsim.VsimParser;

/** Whole forms of other languages, and what stands for them here. */
final class ForeignMistakes {
  private static final Set<String> TEXT_PREFIXES =
      Set.of("f", "r", "b", "u", "fr", "rf", "br", "rb");

  /** Operators that are words elsewhere. */
  private static final Map<String, String> OPERATORS =
      Map.of("is", "==", "equals", "==", "eq", "==", "ne", "!=", "div", "//", "modulo", "mod");

  /** What begins and ends a longer text elsewhere. */
  static final String TRIPLE = "\"\"\"";

  private static final String CASES = "ask with `if … { } else if … { } else { }`";
  private static final String NO_CATCH =
      "nothing is thrown: what the machine refuses is an event, `expect refused`";

  /** The one of them that is also a kind of object here. */
  private static final String KIND_TOO = "switch";

  /** Words that begin a block elsewhere. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("switch", CASES + "; what a switch is stands in `< >`"),
          Map.entry("match", CASES),
          Map.entry("case", CASES),
          Map.entry("try", NO_CATCH),
          Map.entry("catch", NO_CATCH),
          Map.entry("except", NO_CATCH),
          Map.entry("finally", NO_CATCH),
          Map.entry("until", "write `while not (…) { }`"),
          Map.entry("unless", "write `if not (…) { }`"),
          Map.entry("do", "write `while true { … }`, and leave it with `break`"),
          Map.entry("class", "properties that several objects share are a `template`"),
          Map.entry("struct", "values with names are a map, `[\"a\": 1]`"),
          Map.entry("with", "who acts is said by `on NAME { }`"),
          Map.entry("lambda", "a function has a name: `def NAME(x) { return … }`"));

  private ForeignMistakes() {}

  /** {@code f"page {p}"}. */
  static Optional<Diagnostic> textPrefix(Failure failure) {
    Lexeme before = failure.before();
    boolean glued =
        failure.is(QUOTE)
            && before != null
            && before.end() == failure.offending().start()
            && TEXT_PREFIXES.contains(failure.text(before).toLowerCase(Locale.ROOT));
    if (!glued) {
      return Optional.empty();
    }
    String text = failure.source().text(failure.place());
    return Optional.of(
        failure.about(
            HabitProblem.TEXT_PREFIX,
            before.span(),
            failure.text(before),
            text.replace("${", "{").replace("{", "${")));
  }

  /** Three quotes where one belongs. */
  static Optional<Diagnostic> tripleQuotes(Failure failure) {
    Lexeme before = failure.before(2);
    int start = before == null ? failure.offending().start() : before.start();
    boolean first = failure.is(QUOTE) && isTriple(failure, failure.offending().start());
    boolean glued = failure.is(QUOTE, UNCLOSED_TEXT) && isTriple(failure, start);
    return first || glued
        ? Optional.of(
            failure.about(
                HabitProblem.TRIPLE_QUOTES,
                first ? triple(failure.offending().start()) : triple(start)))
        : Optional.empty();
  }

  private static boolean isTriple(Failure failure, int start) {
    return failure.source().text().startsWith(TRIPLE, start);
  }

  private static Span triple(int start) {
    return new Span(start, start + TRIPLE.length());
  }

  /** {@code print("a", b)}. */
  static Optional<Diagnostic> printParentheses(Failure failure) {
    boolean listed =
        failure.is(COMMA)
            && failure.isWithin(VsimParser.PrintContext.class)
            && failure.isWithin(VsimParser.GroupContext.class);
    return listed
        ? failure
            .innermost()
            .map(
                open ->
                    failure.about(
                        HabitProblem.PRINT_PARENTHESES, open.span(), inside(failure, open)))
        : Optional.empty();
  }

  /** What stands in the parentheses, if they end on their line. */
  private static String inside(Failure failure, Failure.Opening open) {
    String rest = failure.source().text().substring(open.span().end());
    String line = rest.lines().findFirst().orElse("");
    int end = line.lastIndexOf(')');
    return end < 0 ? "a, b" : line.substring(0, end);
  }

  /** {@code a is b}, {@code expect not evict}. */
  static Optional<Diagnostic> wordOperator(Failure failure) {
    boolean none =
        failure.is(NOT)
            && (failure.isWithin(VsimParser.ExpectingContext.class)
                || failure.isWithin(VsimParser.ExpectContext.class));
    String known = failure.followsValue() ? OPERATORS.get(failure.text()) : none ? "no" : null;
    return Optional.ofNullable(known)
        .map(word -> failure.about(HabitProblem.FOREIGN_WORD, failure.text(), word));
  }

  /** {@code 0...5}, {@code 0..<5}. */
  static Optional<Diagnostic> rangeSign(Failure failure) {
    Lexeme before = failure.before();
    boolean more =
        failure.is(DOT, LESS, ASSIGN)
            && before != null
            && before.getType() == RANGE
            && before.end() == failure.offending().start();
    return more
        ? Optional.of(
            failure.about(
                FormProblem.RANGE_SIGN,
                before.span().to(failure.place()),
                failure.source().text(before.span().to(failure.place()))))
        : Optional.empty();
  }

  /** {@code let n: int = 5}, {@code def f(x: int) { }}, {@code def f(x) -> int { }}. */
  static Optional<Diagnostic> typeName(Failure failure) {
    boolean def = failure.isWithin(VsimParser.DefContext.class);
    boolean variable = failure.is(COLON) && failure.expects(ASSIGN);
    boolean parameter = failure.is(COLON) && def && failure.expects(RPAREN);
    boolean result = failure.is(ARROW) && def && failure.expects(LBRACE);
    return variable || parameter || result
        ? Optional.of(failure.about(HabitProblem.TYPE_NAME, failure.text()))
        : Optional.empty();
  }

  /** {@code vm linux { vcpu 2 }}, {@code vm linux (vcpu 2)}. */
  static Optional<Diagnostic> propertyBrackets(Failure failure) {
    if (!failure.isWithin(VsimParser.ActContext.class)) {
      return Optional.empty();
    }
    String word = failure.text(failure.first());
    if (failure.is(LBRACE)) {
      return Optional.of(failure.about(HabitProblem.PROPERTY_BRACKETS, "{ }", word));
    }
    boolean listed =
        failure.isWithin(VsimParser.GroupContext.class)
            && failure.followsValue()
            && Kinds.isName(failure.before().getType())
            && Kinds.startsValue(failure.type());
    return listed
        ? failure
            .innermost()
            .filter(open -> open.bracket().equals("("))
            .map(open -> failure.about(HabitProblem.PROPERTY_BRACKETS, open.span(), "( )", word))
        : Optional.empty();
  }

  /** {@code let a, b = 1, 2}, {@code return a, b}. */
  static Optional<Diagnostic> severalAtOnce(Failure failure) {
    if (!failure.is(COMMA)) {
      return Optional.empty();
    }
    if (failure.isWithin(VsimParser.LetContext.class) && failure.expects(ASSIGN)) {
      return Optional.of(
          failure.about(FormProblem.ONE_AT_A_TIME, "name", "write a `let` for each"));
    }
    boolean returned =
        failure.isWithin(VsimParser.GiveBackContext.class)
            && failure.openings().isEmpty()
            && failure.followsValue();
    return returned
        ? Optional.of(
            failure.about(
                FormProblem.ONE_AT_A_TIME, "value", "a list holds several: `return [a, b]`"))
        : Optional.empty();
  }

  /** {@code assert c, "why"}. */
  static Optional<Diagnostic> messageComma(Failure failure) {
    boolean comma =
        failure.is(COMMA)
            && failure.isWithin(VsimParser.AssertionContext.class)
            && failure.openings().isEmpty();
    return comma ? Optional.of(failure.about(HabitProblem.MESSAGE_COMMA)) : Optional.empty();
  }

  /** {@code try { }}, {@code switch x { }}, {@code lambda x: x}. */
  static Optional<Diagnostic> form(Failure failure) {
    String first = failure.text(failure.first());
    boolean block = failure.is(LBRACE, COLON) || !first.equals(KIND_TOO);
    if (block && FORMS.containsKey(first)) {
      return Optional.of(
          failure.about(
              HabitProblem.FOREIGN_FORM, failure.first().span(), first, FORMS.get(first)));
    }
    Lexeme before = failure.before();
    boolean lambda = before != null && failure.text(before).equals("lambda");
    return lambda
        ? Optional.of(
            failure.about(HabitProblem.FOREIGN_FORM, before.span(), "lambda", FORMS.get("lambda")))
        : Optional.empty();
  }

  /** {@code use std/workloads}. */
  static Optional<Diagnostic> pathQuotes(Failure failure) {
    boolean path = failure.is(SLASH, DOT) && failure.isWithin(VsimParser.UseContext.class);
    if (!path || failure.before() == null) {
      return Optional.empty();
    }
    String line = failure.source().text().substring(failure.before().start());
    String written = line.lines().findFirst().orElse("").split("[\\s;#]", 2)[0];
    Span span = new Span(failure.before().start(), failure.before().start() + written.length());
    return Optional.of(
        failure.about(
            HabitProblem.PATH_QUOTES, span, written.replace('.', '/').replace("/vsim", "")));
  }
}
