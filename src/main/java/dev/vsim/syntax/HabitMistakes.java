package dev.vsim.syntax;

import static vsim.VsimLexer.ASSIGN;
import static vsim.VsimLexer.COLON;
import static vsim.VsimLexer.ELSE;
import static vsim.VsimLexer.EQUAL;
import static vsim.VsimLexer.FLOOR;
import static vsim.VsimLexer.IN;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.NAME;
import static vsim.VsimLexer.QUESTION;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.FormProblem;
import dev.vsim.source.HabitProblem;
import dev.vsim.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vsim.VsimParser;

/** What hands that know Python, C or a shell write by habit. */
final class HabitMistakes {
  private static final String SIGNS = "=<>!&|%*+-/:?~^";
  private static final Set<String> ELSE_IFS = Set.of("elif", "elseif", "elsif");

  /** Operators of other languages, and what stands for them here. */
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("&&", "`and`"),
          Map.entry("||", "`or`"),
          Map.entry("!", "`not`"),
          Map.entry("===", "`==`"),
          Map.entry("!==", "`!=`"),
          Map.entry("<>", "`!=`"),
          Map.entry("=<", "`<=`"),
          Map.entry("=>", "`>=` to compare, `->` for an arrow"),
          Map.entry(":=", "`=`"),
          Map.entry("%", "`mod`"),
          Map.entry("**", "`x * x`: there are no powers"),
          Map.entry("~", "`x ^ (-1)` to turn all bits"),
          Map.entry("/=", "`x = x / …`"),
          Map.entry("//=", "`x = x // …`"),
          Map.entry("%=", "`x = x mod …`"),
          Map.entry("&=", "`x = x & …`"),
          Map.entry("|=", "`x = x | …`"),
          Map.entry("^=", "`x = x ^ …`"));

  /** Words of other languages before a block, and what stands for them here. */
  private static final Map<String, String> WORDS =
      Map.of(
          "function", "def",
          "func", "def",
          "fun", "def",
          "fn", "def",
          "proc", "def",
          "foreach", "for",
          "loop", "while true");

  private HabitMistakes() {}

  /** {@code // …} and {@code -- …}. */
  static Optional<Diagnostic> comment(Failure failure) {
    String run = run(failure).map(failure.source()::text).orElse("");
    Span place = run(failure).orElse(failure.place());
    boolean starts =
        failure.before() == null
            || failure.before().start() == place.start() && failure.before(2) == null;
    boolean dashes = run.startsWith("--") && (starts || isBlankBefore(failure, place));
    if (starts && failure.is(FLOOR) || dashes) {
      return Optional.of(failure.about(HabitProblem.FOREIGN_COMMENT, place, run));
    }
    return slashesBefore(failure);
  }

  /** {@code let x = 1 // so many pages}: what was read as a division, until its prose went on. */
  private static Optional<Diagnostic> slashesBefore(Failure failure) {
    boolean prose = Kinds.isWord(failure.type()) && failure.followsValue();
    Lexeme slashes = failure.before(2);
    boolean divided = prose && slashes != null && slashes.getType() == FLOOR;
    return divided
        ? Optional.of(failure.about(HabitProblem.FOREIGN_COMMENT, slashes.span(), "//"))
        : Optional.empty();
  }

  private static boolean isBlankBefore(Failure failure, Span place) {
    return place.start() == 0
        || Character.isWhitespace(failure.source().text().charAt(place.start() - 1));
  }

  /** {@code x++}. */
  static Optional<Diagnostic> increment(Failure failure) {
    Optional<Span> run = run(failure);
    String signs = run.map(failure.source()::text).orElse("");
    if (!signs.equals("++") && !signs.equals("--")) {
      return Optional.empty();
    }
    return Optional.of(
        failure.about(HabitProblem.INCREMENT, run.orElseThrow(), signs, signs.substring(1)));
  }

  /** {@code &&}, {@code !}, {@code %} and their like. */
  static Optional<Diagnostic> operator(Failure failure) {
    Optional<Span> known =
        run(failure).filter(span -> OPERATORS.containsKey(failure.source().text(span)));
    Span place = known.orElse(failure.place());
    String signs = failure.source().text(place);
    return OPERATORS.containsKey(signs)
        ? Optional.of(
            failure.about(HabitProblem.FOREIGN_OPERATOR, place, signs, OPERATORS.get(signs)))
        : Optional.empty();
  }

  /** All signs that stand together at the offending token. */
  private static Optional<Span> run(Failure failure) {
    String text = failure.source().text();
    int start = failure.offending().start();
    int end = start;
    while (end < text.length() && SIGNS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end == start) {
      return Optional.empty();
    }
    while (start > failure.first().start() && SIGNS.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return Optional.of(new Span(start, end));
  }

  /** {@code elif c { }}. */
  static Optional<Diagnostic> elseIf(Failure failure) {
    Lexeme word =
        ELSE_IFS.contains(failure.text(failure.first())) ? failure.first() : failure.offending();
    String text = failure.text(word);
    return ELSE_IFS.contains(text)
        ? Optional.of(failure.about(HabitProblem.ELSE_IF, word.span(), text))
        : Optional.empty();
  }

  /** {@code function f(x) { }}. */
  static Optional<Diagnostic> foreignWord(Failure failure) {
    String word = failure.text(failure.first());
    return failure.is(LBRACE) && WORDS.containsKey(word)
        ? Optional.of(
            failure.about(HabitProblem.FOREIGN_WORD, failure.first().span(), word, WORDS.get(word)))
        : Optional.empty();
  }

  /** {@code if c:}. */
  static Optional<Diagnostic> colon(Failure failure) {
    if (failure.is(COLON) && failure.expects(LBRACE)) {
      return Optional.of(failure.about(HabitProblem.COLON_FOR_BLOCK));
    }
    int behind = failure.offending().end();
    return failure.is(ELSE) && failure.source().text().startsWith(":", behind)
        ? Optional.of(failure.about(HabitProblem.COLON_FOR_BLOCK, new Span(behind, behind + 1)))
        : Optional.empty();
  }

  /** {@code ; else} and {@code else} without {@code if}. */
  static Optional<Diagnostic> lonelyElse(Failure failure) {
    if (failure.is(LBRACE) && failure.isWithin(VsimParser.ActContext.class)) {
      return elseAsArgument(failure);
    }
    if (!failure.is(ELSE)) {
      return Optional.empty();
    }
    String before =
        failure.source().text().substring(0, failure.offending().start()).stripTrailing();
    return Optional.of(
        before.endsWith(";")
            ? failure.about(
                FormProblem.SEMICOLON_BEFORE_ELSE, new Span(before.length() - 1, before.length()))
            : failure.about(FormProblem.LONELY_ELSE));
  }

  /**
   * A line that begins with {@code else} continues the one before, even where that is a command.
   */
  private static Optional<Diagnostic> elseAsArgument(Failure failure) {
    for (int distance = 1; failure.before(distance) != null; distance++) {
      if (failure.before(distance).getType() == ELSE) {
        return Optional.of(failure.about(FormProblem.LONELY_ELSE, failure.before(distance).span()));
      }
    }
    return Optional.empty();
  }

  /** {@code c ? a : b}. */
  static Optional<Diagnostic> ternary(Failure failure) {
    return failure.is(QUESTION) && failure.followsValue()
        ? Optional.of(failure.about(HabitProblem.TERNARY))
        : Optional.empty();
  }

  /** {@code for (i = 0; …)}, {@code for i of xs}. */
  static Optional<Diagnostic> loopShape(Failure failure) {
    boolean head =
        failure.isWithin(VsimParser.LoopContext.class)
            && !failure.isWithin(VsimParser.BlockContext.class);
    return head && (failure.expects(IN) || failure.expects(NAME) && !failure.expectsValue())
        ? Optional.of(failure.about(FormProblem.LOOP_SHAPE))
        : Optional.empty();
  }

  /** {@code if x = 3}. */
  static Optional<Diagnostic> assignInCondition(Failure failure) {
    boolean condition =
        failure.isWithin(VsimParser.BranchContext.class)
            || failure.isWithin(VsimParser.WhileLoopContext.class)
            || failure.isWithin(VsimParser.AssertionContext.class)
            || failure.isWithin(VsimParser.ChoiceContext.class)
            || failure.isWithin(VsimParser.GroupContext.class);
    return failure.is(ASSIGN) && condition && failure.followsValue()
        ? Optional.of(failure.about(HabitProblem.ASSIGN_IN_CONDITION))
        : Optional.empty();
  }

  /** {@code let x == 3}. */
  static Optional<Diagnostic> compareToAssign(Failure failure) {
    return failure.is(EQUAL) && failure.expects(ASSIGN)
        ? Optional.of(failure.about(HabitProblem.EQUAL_TO_ASSIGN))
        : Optional.empty();
  }

  /** {@code f(a = 1)}. */
  static Optional<Diagnostic> namedArgument(Failure failure) {
    boolean argument = failure.is(ASSIGN) && failure.isWithin(VsimParser.CallContext.class);
    return argument && failure.followsValue()
        ? Optional.of(failure.about(HabitProblem.NAMED_ARGUMENT))
        : Optional.empty();
  }
}
