package dev.vsim.syntax;

import dev.vsim.source.Span;
import dev.vsim.syntax.Expr.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes statements of every form that a text can have, without places. */
final class RandomStatements {
  static final Span NOWHERE = new Span(0, 0);

  private static final List<String> NAMES =
      List.of(
          "a", "web", "host-only", "커널", "x1", "next", "no", "any", "only", "page", "_t", "été");
  private static final List<String> EVENTS = List.of("page-fault", "evict", "P", "translate");
  private static final List<String> RESERVED =
      List.of(
          "let", "if", "else", "for", "on", "at", "in", "as", "policy", "check", "start", "print",
          "use", "mark");
  private static final List<String> NUMBERS =
      List.of("0", "42", "0x1F", "4K", "80%", "2.5", "1_000", "10us", "1e9");
  private static final List<String> ADDRESSES =
      List.of(
          "00:0C:29:00:00:01",
          "192.168.1.101",
          "192.168.1.0/24",
          "10.0.0.1:80",
          "10.0.0.1:_",
          "00:0C:29:XX:XX:XX");
  private static final List<Operator> SUMS = List.of(Operator.PLUS, Operator.MINUS);
  private static final List<Operator> PRODUCTS =
      List.of(Operator.TIMES, Operator.DIVIDE, Operator.FLOOR, Operator.MOD);
  private static final List<Operator> COMPARISONS =
      List.of(
          Operator.EQUAL,
          Operator.NOT_EQUAL,
          Operator.LESS,
          Operator.AT_MOST,
          Operator.GREATER,
          Operator.AT_LEAST);
  private static final List<Operator> BITS =
      List.of(
          Operator.BIT_AND,
          Operator.BIT_OR,
          Operator.BIT_XOR,
          Operator.SHIFT_LEFT,
          Operator.SHIFT_RIGHT);

  private final Dice dice;

  RandomStatements(Dice dice) {
    this.dice = dice;
  }

  private <T> List<T> some(int least, int most, Supplier<T> maker) {
    List<T> made = new ArrayList<>();
    int count = least + dice.below(most - least + 1);
    for (int i = 0; i < count; i++) {
      made.add(maker.get());
    }
    return made;
  }

  private Word word(String text) {
    return new Word(NOWHERE, text);
  }

  private Word name() {
    return word(dice.of(NAMES));
  }

  private Word anyWord() {
    return word(
        dice.once(3)
            ? dice.of(dice.of(RESERVED), "true", "none", "mod", "not", "and")
            : dice.of(NAMES));
  }

  // ---- Expressions, from the loosest to the tightest

  Expr expression(int depth) {
    if (depth <= 0) {
      return atom(0);
    }
    return dice.once(8) ? bits(depth) : choice(depth);
  }

  private Expr choice(int depth) {
    return depth > 0 && dice.once(8)
        ? new Expr.Choice(
            NOWHERE, disjunction(depth - 1), disjunction(depth - 1), choice(depth - 1))
        : disjunction(depth);
  }

  private Expr bits(int depth) {
    Operator operator = dice.of(BITS);
    Expr made = signed(depth - 1);
    for (int i = dice.below(2); i >= 0; i--) {
      made = binary(made, operator, signed(depth - 1));
    }
    return made;
  }

  private Expr.Binary binary(Expr left, Operator operator, Expr right) {
    return new Expr.Binary(NOWHERE, operator, NOWHERE, left, right);
  }

  private Expr disjunction(int depth) {
    return depth > 0 && dice.once(4)
        ? binary(disjunction(depth - 1), Operator.OR, conjunction(depth - 1))
        : conjunction(depth);
  }

  private Expr conjunction(int depth) {
    return depth > 0 && dice.once(4)
        ? binary(conjunction(depth - 1), Operator.AND, negation(depth - 1))
        : negation(depth);
  }

  private Expr negation(int depth) {
    return depth > 0 && dice.once(5)
        ? new Expr.Unary(NOWHERE, Operator.NOT, negation(depth - 1))
        : comparison(depth);
  }

  private Expr comparison(int depth) {
    return switch (depth <= 0 ? 9 : dice.below(6)) {
      case 0 -> binary(value(depth - 1), dice.of(COMPARISONS), value(depth - 1));
      case 1 -> binary(value(depth - 1), dice.of(Operator.IN, Operator.NOT_IN), value(depth - 1));
      default -> value(depth);
    };
  }

  private Expr value(int depth) {
    return depth > 0 && dice.once(6)
        ? new Expr.Range(NOWHERE, sum(depth - 1), sum(depth - 1))
        : sum(depth);
  }

  private Expr sum(int depth) {
    return depth > 0 && dice.once(3)
        ? binary(sum(depth - 1), dice.of(SUMS), product(depth - 1))
        : product(depth);
  }

  private Expr product(int depth) {
    return depth > 0 && dice.once(4)
        ? binary(product(depth - 1), dice.of(PRODUCTS), signed(depth - 1))
        : signed(depth);
  }

  private Expr signed(int depth) {
    return depth > 0 && dice.once(6)
        ? new Expr.Unary(NOWHERE, Operator.NEGATE, signed(depth - 1))
        : trailed(depth);
  }

  private Expr trailed(int depth) {
    return depth > 0 && dice.once(3) ? tail(trailed(depth - 1), depth - 1) : atom(depth);
  }

  private Expr tail(Expr head, int depth) {
    return switch (dice.below(4)) {
      case 0 -> new Expr.Index(NOWHERE, head, expression(depth));
      case 1 -> new Expr.Call(NOWHERE, head, some(0, 3, () -> expression(depth)));
      default -> new Expr.Member(NOWHERE, head, anyWord());
    };
  }

  private Expr atom(int depth) {
    return switch (dice.below(depth > 0 ? 10 : 6)) {
      case 0 -> number();
      case 1 -> text(depth);
      case 2 -> new Expr.Truth(NOWHERE, dice.once(2));
      case 3 -> new Expr.None(NOWHERE);
      case 4 -> new Expr.Address(NOWHERE, dice.of(ADDRESSES));
      case 5, 6 -> new Expr.Name(NOWHERE, dice.of(NAMES));
      case 7 -> new Expr.ListOf(NOWHERE, some(0, 3, () -> expression(depth - 1)));
      case 8 ->
          new Expr.MapOf(
              NOWHERE,
              some(0, 3, () -> new Expr.Entry(expression(depth - 1), expression(depth - 1))));
      default -> new Expr.Group(NOWHERE, expression(depth - 1));
    };
  }

  private Expr.Number number() {
    return new Expr.Number(NOWHERE, dice.of(NUMBERS));
  }

  private Expr.Text text(int depth) {
    List<Expr.Piece> pieces = new ArrayList<>();
    boolean plain = dice.once(2);
    for (int i = dice.below(4); i > 0; i--) {
      pieces.add(plain ? stretch() : new Expr.Piece.Hole(NOWHERE, expression(depth - 1)));
      plain =
          !plain || dice.once(2) && !(pieces.get(pieces.size() - 1) instanceof Expr.Piece.Plain);
    }
    return new Expr.Text(NOWHERE, pieces);
  }

  private Expr.Piece stretch() {
    return switch (dice.below(4)) {
      case 0 -> new Expr.Piece.Plain(NOWHERE, "page ", "page ");
      case 1 ->
          new Expr.Piece.Plain(NOWHERE, "\\\"\\\\\\n\\t\\$\\u{1F600}", "\"\\\n\t$\uD83D\uDE00");
      case 2 -> new Expr.Piece.Plain(NOWHERE, "# 한글; } $", "# 한글; } $");
      default -> new Expr.Piece.Plain(NOWHERE, "(", "(");
    };
  }

  // ---- Arguments

  private List<Item> items(int least, int depth) {
    List<Item> made = some(least, 4, () -> item(depth));
    if (!made.isEmpty()) {
      made.set(made.size() - 1, new Item.Values(NOWHERE, List.of(value(depth))));
    }
    return made;
  }

  private Item item(int depth) {
    return switch (dice.below(6)) {
      case 0 -> new Item.Arrow(NOWHERE);
      case 1 -> new Item.Keyword(word(dice.of(RESERVED)));
      case 2 -> new Item.Values(NOWHERE, some(2, 3, () -> value(depth)));
      default -> new Item.Values(NOWHERE, List.of(value(depth)));
    };
  }

  private List<Property> properties(int depth) {
    if (dice.once(2) || depth <= 0) {
      return List.of();
    }
    return some(
        1, 3, () -> new Property(NOWHERE, anyWord(), items(0, depth - 1), properties(depth - 1)));
  }

  private Expr.Simulation simulation(int depth) {
    return new Expr.Simulation(NOWHERE, value(depth), properties(depth));
  }

  private Expr result(int depth) {
    return dice.once(6) ? simulation(depth) : expression(depth);
  }

  // ---- Patterns

  private Pattern pattern() {
    return new Pattern(NOWHERE, word(dice.of(EVENTS)), facets(0));
  }

  private List<Pattern.Item> facets(int least) {
    List<Pattern.Item> made = new ArrayList<>();
    for (int i = least + dice.below(5); i > 0; i--) {
      boolean open =
          !made.isEmpty()
              && made.get(made.size() - 1) instanceof Pattern.Item.Interval before
              && before.to() == null;
      made.add(open ? new Pattern.Item.Anything(NOWHERE) : facet());
    }
    return made;
  }

  private Pattern.Item facet() {
    return switch (dice.below(9)) {
      case 0 -> new Pattern.Item.Interval(NOWHERE, limit(), dice.once(2) ? null : limit());
      case 1 -> new Pattern.Item.Question(NOWHERE);
      case 2 -> new Pattern.Item.Anything(NOWHERE);
      case 3 -> term(limit());
      case 4 -> term(dice.of(text(1), new Expr.Truth(NOWHERE, true), new Expr.None(NOWHERE)));
      case 5 -> term(new Expr.Address(NOWHERE, dice.of(ADDRESSES)));
      case 6 -> term(new Expr.Name(NOWHERE, dice.of(RESERVED)));
      default -> term(path());
    };
  }

  private static Pattern.Item term(Expr value) {
    return new Pattern.Item.Term(value);
  }

  private Expr limit() {
    return switch (dice.below(4)) {
      case 0 -> new Expr.Unary(NOWHERE, Operator.NEGATE, number());
      case 1 -> new Expr.Group(NOWHERE, expression(1));
      default -> number();
    };
  }

  private Expr path() {
    Expr made = new Expr.Name(NOWHERE, dice.of(NAMES));
    for (int i = dice.below(3); i > 0; i--) {
      made = tail(made, 1);
    }
    return made;
  }

  private Expectation expectation() {
    return switch (dice.below(9)) {
      case 0 -> new Expectation.Next(pattern());
      case 1 -> new Expectation.No(pattern());
      case 2 -> count(countLimit());
      case 3 -> new Expectation.Any(some(0, 3, this::pattern));
      case 4 -> new Expectation.Exactly(some(0, 3, this::pattern));
      case 5 -> only(word(dice.of(EVENTS)));
      default -> new Expectation.Some(pattern());
    };
  }

  private Expr countLimit() {
    return dice.once(3) ? new Expr.Group(NOWHERE, expression(1)) : number();
  }

  private Expectation count(Expr least) {
    Expr most = dice.once(3) ? null : dice.once(2) ? countLimit() : least;
    return new Expectation.Count(NOWHERE, least, most, pattern());
  }

  private Expectation only(Word event) {
    return new Expectation.Only(event, some(0, 3, () -> new Pattern(NOWHERE, event, facets(1))));
  }

  private Stmt.Expect expect() {
    return new Stmt.Expect(NOWHERE, dice.once(4) ? path() : null, expectation());
  }

  // ---- Statements

  List<Stmt> statements(int most, int depth) {
    return some(0, most, () -> statement(depth));
  }

  private Block block(int depth) {
    return new Block(NOWHERE, statements(3, depth - 1));
  }

  Stmt statement(int depth) {
    return depth > 0 && dice.once(2) ? compound(depth) : simple(Math.max(depth, 1));
  }

  private Stmt compound(int depth) {
    return switch (dice.below(12)) {
      case 0 ->
          new Stmt.If(
              NOWHERE,
              some(1, 3, () -> new Stmt.Arm(expression(depth), block(depth))),
              dice.once(2) ? block(depth) : null);
      case 1 ->
          new Stmt.For(
              NOWHERE, name(), dice.once(2) ? name() : null, expression(depth), block(depth));
      case 2 -> new Stmt.While(NOWHERE, expression(depth), block(depth));
      case 3 -> new Stmt.Repeat(NOWHERE, expression(depth), block(depth));
      case 4 -> def(depth);
      case 5 ->
          new Stmt.Strategy(
              NOWHERE,
              word(dice.of("policy", "scheduler")),
              name(),
              some(0, 3, () -> member(depth)));
      case 6 -> new Stmt.On(NOWHERE, path(), block(depth));
      case 7 -> new Stmt.At(NOWHERE, expression(depth), block(depth));
      case 8 -> new Stmt.In(NOWHERE, path(), block(depth));
      case 9 -> new Stmt.After(NOWHERE, action(depth), block(depth));
      default -> new Stmt.Check(NOWHERE, text(1), items(0, depth), properties(depth), block(depth));
    };
  }

  private Stmt def(int depth) {
    return new Stmt.Def(
        NOWHERE,
        name(),
        some(0, 3, () -> new Stmt.Parameter(name(), dice.once(2) ? expression(1) : null)),
        block(depth));
  }

  private Stmt member(int depth) {
    return switch (dice.below(3)) {
      case 0 -> new Stmt.Let(NOWHERE, name(), result(depth));
      case 1 -> def(depth);
      default -> new Stmt.Handler(NOWHERE, name(), some(0, 2, this::name), block(depth));
    };
  }

  /** A parameter's value that asks whether something is in a range is taken for a slip. */
  private static Expr noQuestion(Expr value) {
    return value instanceof Expr.Binary binary && binary.operator() == Expr.Operator.IN
        ? new Expr.Group(NOWHERE, value)
        : value;
  }

  private Stmt simple(int depth) {
    return switch (dice.below(18)) {
      case 0 ->
          new Stmt.Let(
              NOWHERE, name(), dice.once(4) ? new Expr.Found(NOWHERE, expect()) : result(depth));
      case 1 ->
          new Stmt.Param(
              NOWHERE,
              name(),
              dice.once(2) ? value(depth) : null,
              noQuestion(expression(depth)),
              dice.once(2) ? text(1) : null);
      case 2 -> new Stmt.Return(NOWHERE, dice.once(3) ? null : result(depth));
      case 3 ->
          dice.of(
              new Stmt.Break(NOWHERE),
              new Stmt.Continue(NOWHERE),
              new Stmt.Mark(NOWHERE),
              new Stmt.Rewind(NOWHERE));
      case 4 ->
          new Stmt.Use(
              NOWHERE,
              dice.once(2) ? text(1) : new Expr.Name(NOWHERE, dice.of(NAMES)),
              dice.once(2) ? name() : null,
              properties(depth));
      case 5 -> new Stmt.On(NOWHERE, path(), null);
      case 6 -> new Stmt.Start(NOWHERE, action(depth));
      case 7 ->
          new Stmt.Assert(
              NOWHERE,
              expression(depth),
              dice.once(2) ? text(1) : null,
              some(0, 2, () -> new Stmt.Extra(word(dice.of("within", "points")), number())));
      case 8, 9, 10 -> expect();
      case 11 -> new Stmt.Forbid(NOWHERE, pattern());
      case 12 -> new Stmt.Allow(NOWHERE, pattern());
      case 13 -> new Stmt.Print(NOWHERE, some(1, 3, () -> expression(depth)));
      case 14 -> new Stmt.Evaluate(NOWHERE, simulation(depth));
      default -> action(depth);
    };
  }

  private Stmt action(int depth) {
    Expr.Name head = new Expr.Name(NOWHERE, dice.of(NAMES));
    return switch (dice.below(6)) {
      case 0 -> new Stmt.Evaluate(NOWHERE, tail(head, depth));
      case 1 -> new Stmt.Assign(NOWHERE, head, sign(), result(depth));
      case 2 ->
          new Stmt.Assign(
              NOWHERE,
              new Expr.Member(NOWHERE, tail(head, depth), anyWord()),
              sign(),
              result(depth));
      default -> act(depth);
    };
  }

  private Operator sign() {
    return dice.once(2) ? null : dice.of(Operator.PLUS, Operator.MINUS, Operator.TIMES);
  }

  private Stmt act(int depth) {
    List<Item> items = items(0, depth);
    List<Expr> assigned =
        items.isEmpty() || dice.once(2) ? List.of() : some(1, 2, () -> value(depth));
    return new Stmt.Act(NOWHERE, name(), items, assigned, properties(depth));
  }
}
