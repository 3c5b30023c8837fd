package dev.vsim.syntax;

import dev.vsim.source.Span;
import java.util.List;

/**
 * An expression; each record shows its concrete form. Literals keep their spelling; the checker
 * reads them.
 */
public sealed interface Expr {
  Span span();

  <R> R accept(Visitor<R> visitor);

  /** {@code 42}, {@code 0x1F}, {@code 4K}, {@code 80%}. */
  record Number(Span span, String spelling) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /** {@code "page ${p}"}: literal stretches and expressions in turn. */
  record Text(Span span, List<Piece> pieces) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** A stretch of a string: one of the two is there. */
  sealed interface Piece {
    /** {@code page}; {@code spelling} as written, {@code text} with its escapes read. */
    record Plain(Span span, String spelling, String text) implements Piece {}

    /** {@code ${p}}. */
    record Hole(Span span, Expr value) implements Piece {}
  }

  /** {@code true}, {@code false}. */
  record Truth(Span span, boolean value) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.truth(this);
    }
  }

  /** {@code none}. */
  record None(Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.none(this);
    }
  }

  /**
   * {@code 00:0C:29:00:00:01}, {@code 192.168.1.101}, {@code 192.168.1.0/24}, {@code 10.0.0.1:80}.
   */
  record Address(Span span, String spelling) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.address(this);
    }
  }

  /** {@code linux}: a variable, an object, a label or a word, by its place. */
  record Name(Span span, String name) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.name(this);
    }
  }

  /** {@code [1, 2]}. */
  record ListOf(Span span, List<Expr> items) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.list(this);
    }
  }

  /** {@code ["a": 1]}, {@code [:]}. */
  record MapOf(Span span, List<Entry> entries) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.map(this);
    }
  }

  /** {@code "a": 1}. */
  record Entry(Expr key, Expr value) {}

  /** {@code 0..9}. */
  record Range(Span span, Expr from, Expr to) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.range(this);
    }
  }

  /** {@code (e)}: kept, since parentheses make a variable of what would be a word. */
  record Group(Span span, Expr inner) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.group(this);
    }
  }

  /** {@code -x}, {@code not x}. */
  record Unary(Span span, Operator operator, Expr operand) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** {@code a + b}. */
  record Binary(Span span, Operator operator, Span operatorSpan, Expr left, Expr right)
      implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code a if c else b}. */
  record Choice(Span span, Expr then, Expr condition, Expr otherwise) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /** {@code linux.init}. */
  record Member(Span span, Expr of, Word name) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.member(this);
    }
  }

  /** {@code node[3]}. */
  record Index(Span span, Expr of, Expr at) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.index(this);
    }
  }

  /** {@code fib(3)}, {@code disk0.text(0, 4)}. */
  record Call(Span span, Expr callee, List<Expr> arguments) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /** {@code simulate "lru.vsim" < frames 3 >}. */
  record Simulation(Span span, Expr scenario, List<Property> options) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.simulation(this);
    }
  }

  /** {@code let e = expect migrate-resume linux}: the event that it finds. */
  record Found(Span span, Stmt.Expect expect) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.found(this);
    }
  }

  /** What could not be read; a diagnostic says why. Its text is kept for editors. */
  record Broken(Span span) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.broken(this);
    }
  }

  /** Operators, as they are written. */
  enum Operator {
    NEGATE("-"),
    NOT("not"),
    TIMES("*"),
    DIVIDE("/"),
    FLOOR("//"),
    MOD("mod"),
    PLUS("+"),
    MINUS("-"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IN("in"),
    NOT_IN("not in"),
    AND("and"),
    OR("or");

    private final String spelling;

    Operator(String spelling) {
      this.spelling = spelling;
    }

    public String spelling() {
      return spelling;
    }
  }

  /** Handles every form, without defaults: a new form is a compile error in each pass. */
  interface Visitor<R> {
    R number(Number number);

    R text(Text text);

    R truth(Truth truth);

    R none(None none);

    R address(Address address);

    R name(Name name);

    R list(ListOf list);

    R map(MapOf map);

    R range(Range range);

    R group(Group group);

    R unary(Unary unary);

    R binary(Binary binary);

    R choice(Choice choice);

    R member(Member member);

    R index(Index index);

    R call(Call call);

    R simulation(Simulation simulation);

    R found(Found found);

    R broken(Broken broken);
  }
}
