package dev.vsim.syntax;

import static vsim.VsimLexer.ASSIGN;
import static vsim.VsimLexer.AT_LEAST;
import static vsim.VsimLexer.AT_MOST;
import static vsim.VsimLexer.BIT_AND;
import static vsim.VsimLexer.BIT_OR;
import static vsim.VsimLexer.BIT_XOR;
import static vsim.VsimLexer.CALL;
import static vsim.VsimLexer.COLON;
import static vsim.VsimLexer.COMMA;
import static vsim.VsimLexer.DOT;
import static vsim.VsimLexer.EQUAL;
import static vsim.VsimLexer.EXPECT;
import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.IF;
import static vsim.VsimLexer.INDEX;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LBRACKET;
import static vsim.VsimLexer.LESS;
import static vsim.VsimLexer.LET;
import static vsim.VsimLexer.LPAREN;
import static vsim.VsimLexer.MINUS;
import static vsim.VsimLexer.NAME;
import static vsim.VsimLexer.NOT_EQUAL;
import static vsim.VsimLexer.NUMBER;
import static vsim.VsimLexer.ON;
import static vsim.VsimLexer.RBRACE;
import static vsim.VsimLexer.RBRACKET;
import static vsim.VsimLexer.RPAREN;
import static vsim.VsimLexer.SEP;
import static vsim.VsimLexer.SHIFT_LEFT;
import static vsim.VsimLexer.SIGN;
import static vsim.VsimLexer.SIMULATE;
import static vsim.VsimLexer.STRANGE;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.FormProblem;
import dev.vsim.source.HabitProblem;
import dev.vsim.source.Span;
import dev.vsim.source.SyntaxProblem;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import vsim.VsimParser;

/** Right words in wrong places. */
final class PlaceMistakes {
  private static final Set<String> UNITS =
      Set.of(
          "B", "K", "M", "G", "T", "KiB", "MiB", "GiB", "TiB", "KB", "MB", "GB", "TB", "ps", "ns",
          "us", "ms", "s", "bps", "Kbps", "Mbps", "Gbps", "Tbps", "W", "%");

  private static final Set<String> STRATEGIES = Set.of("policy", "scheduler");

  private static final Set<String> BLOCK_WORDS = Set.of("then", "do", "begin");

  private PlaceMistakes() {}

  /** {@code let start = 1}. */
  static Optional<Diagnostic> reservedName(Failure failure) {
    boolean name = failure.expects(NAME) && !failure.expects(LET);
    return name && Kinds.isReserved(failure.type()) && !failure.is(SIMULATE, EXPECT)
        ? Optional.of(asValue(failure, failure.about(SyntaxProblem.RESERVED_NAME, failure.text())))
        : Optional.empty();
  }

  /** {@code let x = if c { 1 }}, {@code assert linux.state == on}: no name was meant. */
  private static Diagnostic asValue(Failure failure, Diagnostic reserved) {
    if (!failure.expectsValue()) {
      return reserved;
    } else if (failure.is(IF)) {
      return reserved.withHelp("`if` has no value: declare a variable first, and assign it inside");
    }
    return failure.is(ON) ? reserved.withHelp("a word as a value is a text: `\"on\"`") : reserved;
  }

  /** {@code print simulate "x"}. */
  static Optional<Diagnostic> standsAlone(Failure failure) {
    return failure.is(SIMULATE, EXPECT) && !failure.isBetweenStatements()
        ? Optional.of(failure.about(FormProblem.STANDS_ALONE, failure.text()))
        : Optional.empty();
  }

  /** {@code 4 K}, {@code 80 %}. */
  static Optional<Diagnostic> unitApart(Failure failure) {
    Lexeme number = failure.before();
    boolean unit = number != null && number.getType() == NUMBER && UNITS.contains(failure.text());
    boolean modulo =
        unit
            && failure.is(STRANGE)
            && failure.behind() != null
            && Kinds.startsValue(failure.behind().getType());
    return unit && !modulo
        ? Optional.of(
            failure.about(
                HabitProblem.UNIT_APART,
                number.span().to(failure.place()),
                failure.text(number),
                failure.text()))
        : Optional.empty();
  }

  /** {@code let y = a -b}. */
  static Optional<Diagnostic> signForMinus(Failure failure) {
    return failure.is(SIGN) && failure.followsValue()
        ? Optional.of(failure.about(FormProblem.SIGN_FOR_MINUS, failure.text(failure.before())))
        : Optional.empty();
  }

  /** {@code let y = - 5}. */
  static Optional<Diagnostic> signApart(Failure failure) {
    return failure.is(MINUS) && failure.expectsValue()
        ? Optional.of(failure.about(FormProblem.SIGN_APART))
        : Optional.empty();
  }

  /** {@code def f (x)}, {@code def f { }}. */
  static Optional<Diagnostic> defParentheses(Failure failure) {
    if (!failure.expects(CALL) || failure.before() == null) {
      return Optional.empty();
    }
    String name = failure.text(failure.before());
    Span place =
        failure.is(LPAREN)
            ? new Span(failure.before().end(), failure.offending().end())
            : failure.place();
    return Optional.of(failure.about(HabitProblem.DEF_PARENTHESES, place, name));
  }

  /** {@code let y = f (3)}. */
  static Optional<Diagnostic> bracketApart(Failure failure) {
    boolean name = failure.followsValue() && Kinds.isName(failure.before().getType());
    return name && failure.is(LPAREN, LBRACKET)
        ? Optional.of(
            failure.about(
                FormProblem.BRACKET_APART,
                new Span(failure.before().end(), failure.offending().end()),
                failure.text(),
                failure.text(failure.before())))
        : Optional.empty();
  }

  /** {@code [1 2]}. */
  static Optional<Diagnostic> missingComma(Failure failure) {
    boolean listed =
        failure.expects(RBRACKET)
            || failure.expects(RPAREN) && failure.isWithin(VsimParser.CallContext.class)
            || failure.openings().isEmpty() && failure.isWithin(VsimParser.PrintContext.class);
    return listed && failure.followsValue() && Kinds.startsValue(failure.type())
        ? Optional.of(
            failure.about(FormProblem.MISSING_COMMA, failure.source().text(failure.place())))
        : Optional.empty();
  }

  /** {@code < mem = 4G >}, {@code < mem: 4G >}. */
  static Optional<Diagnostic> propertyAssign(Failure failure) {
    return failure.is(ASSIGN, COLON) && failure.isWithin(VsimParser.PropertiesContext.class)
        ? Optional.of(failure.about(HabitProblem.PROPERTY_ASSIGN, failure.text()))
        : Optional.empty();
  }

  /** {@code load vm a == b}: only arithmetic stands bare in arguments. */
  static Optional<Diagnostic> argumentOperator(Failure failure) {
    boolean argument =
        failure.isWithin(VsimParser.ActContext.class)
            || failure.isWithin(VsimParser.PropertyContext.class)
            || failure.isWithin(VsimParser.CheckContext.class);
    return argument && isBareOperator(failure) && failure.followsValue()
        ? Optional.of(failure.about(FormProblem.ARGUMENT_OPERATOR, failure.text()))
        : Optional.empty();
  }

  /** {@code expect page-fault va == 0x1000}. */
  static Optional<Diagnostic> patternOperator(Failure failure) {
    boolean pattern =
        failure.isWithin(VsimParser.ExpectingContext.class)
            || failure.isWithin(VsimParser.ExpectContext.class)
            || failure.isWithin(VsimParser.ForbidContext.class)
            || failure.isWithin(VsimParser.AllowContext.class);
    return pattern && (isBareOperator(failure) || failure.is(ASSIGN, COLON, COMMA))
        ? Optional.of(failure.about(FormProblem.PATTERN_OPERATOR, failure.text()))
        : Optional.empty();
  }

  private static boolean isBareOperator(Failure failure) {
    return failure.is(
        EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT);
  }

  /** {@code let x}, {@code let x =} at the end of the text. */
  static Optional<Diagnostic> valueMissing(Failure failure) {
    boolean declares =
        failure.isWithin(VsimParser.LetContext.class)
            || failure.isWithin(VsimParser.ParamContext.class);
    boolean bare = declares && failure.is(SEP) && failure.expects(ASSIGN);
    boolean assigned =
        failure.is(SEP) && failure.before() != null && failure.before().getType() == ASSIGN;
    if (!bare && !assigned) {
      return Optional.empty();
    }
    Lexeme name = assigned ? failure.before(2) : failure.before();
    Span place = name.span().to(failure.before().span());
    return Optional.of(failure.about(FormProblem.VALUE_MISSING, place, failure.text(name)));
  }

  /** {@code if c} without a block, {@code while c do}. */
  static Optional<Diagnostic> blockMissing(Failure failure) {
    boolean word = BLOCK_WORDS.contains(failure.text());
    boolean end = failure.is(SEP) && failure.source().text(failure.place()).isEmpty();
    if (!failure.expects(LBRACE) || !word && !end) {
      return Optional.empty();
    }
    String first = failure.text(failure.first());
    Diagnostic missing =
        failure.about(
            FormProblem.BLOCK_MISSING, word ? failure.place() : failure.before().span(), first);
    boolean property = STRATEGIES.contains(first) && end;
    return Optional.of(
        property
            ? missing.withHelp(
                "a property stands in angle brackets, `host < "
                    + first
                    + " "
                    + failure.text(failure.before())
                    + " >`; a new one has a body, `{ … }`")
            : missing);
  }

  /** A command inside a policy. */
  static Optional<Diagnostic> notAMember(Failure failure) {
    return failure.holder() instanceof VsimParser.StrategyContext && !failure.is(RBRACE)
        ? Optional.of(failure.about(FormProblem.NOT_A_MEMBER))
        : Optional.empty();
  }

  /** {@code expect app.faults == 9}. */
  static Optional<Diagnostic> expectAttribute(Failure failure) {
    boolean first = failure.before() != null && failure.before().getType() == NAME;
    boolean expecting =
        failure.isWithin(VsimParser.ExpectingContext.class)
            || failure.isWithin(VsimParser.ExpectContext.class);
    if (!expecting || !first || !failure.is(DOT, INDEX, CALL)) {
      return Optional.empty();
    }
    Diagnostic attribute =
        failure.about(FormProblem.EXPECT_ATTRIBUTE, failure.before().span().to(failure.place()));
    String line =
        failure
            .source()
            .text()
            .substring(failure.offending().start())
            .lines()
            .findFirst()
            .orElse("");
    boolean compares = line.contains("=") || line.contains("<") || line.contains(">");
    return Optional.of(
        compares
            ? attribute
            : attribute.withHelp(
                "the event stands first, the object behind it: `expect EVENT OBJECT`"));
  }

  /** The line or the block ends too early. */
  static Optional<Diagnostic> incomplete(Failure failure) {
    boolean end = failure.is(SEP, Token.EOF) && failure.source().text(failure.place()).isEmpty();
    return end
        ? Optional.of(failure.about(FormProblem.INCOMPLETE, help(failure)))
        : Optional.empty();
  }

  private static String help(Failure failure) {
    String expected = Expected.words(failure);
    return expected.isEmpty() ? "" : "expected " + expected;
  }

  /** What none of the others knows. */
  static Diagnostic unexpected(Failure failure) {
    boolean two = failure.followsValue() && Kinds.startsValue(failure.type());
    String expected = help(failure);
    String help =
        two && expected.endsWith("the end of the statement")
            ? "an operator, a comma or a line end is missing before it"
            : expected;
    return failure.about(SyntaxProblem.UNEXPECTED, Expected.naming(failure), help);
  }
}
