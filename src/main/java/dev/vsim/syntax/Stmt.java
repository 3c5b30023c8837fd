package dev.vsim.syntax;

import dev.vsim.source.Span;
import java.util.List;

/**
 * A statement; each record shows its concrete form. Absent parts are null where the form says so.
 */
public sealed interface Stmt {
  Span span();

  <R> R accept(Visitor<R> visitor);

  /** {@code let x = 1}. */
  record Let(Span span, Word name, Expr value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.let(this);
    }
  }

  /**
   * {@code param frames in 1..64 = 4 "physical frames"}; {@code within} and {@code about} may be
   * null.
   */
  record Param(Span span, Word name, Expr within, Expr value, Expr.Text about) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.param(this);
    }
  }

  /**
   * {@code x = 1}, {@code x += 1}, {@code m["a"] = 2}, {@code f.referenced = false}; {@code
   * operator} null for {@code =}.
   */
  record Assign(Span span, Expr target, Expr.Operator operator, Expr value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /** {@code if c { … } else if d { … } else { … }}; {@code otherwise} may be null. */
  record If(Span span, List<Arm> arms, Block otherwise) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.branch(this);
    }
  }

  /** {@code c { … }}. */
  record Arm(Expr condition, Block body) {}

  /** {@code for p in 0..9 { … }}, {@code for k, v in m { … }}; {@code second} may be null. */
  record For(Span span, Word first, Word second, Expr over, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /** {@code while c { … }}. */
  record While(Span span, Expr condition, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whileLoop(this);
    }
  }

  /** {@code repeat n { … }}. */
  record Repeat(Span span, Expr times, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.repeat(this);
    }
  }

  /** {@code def fib(n, from = 0) { … }}. */
  record Def(Span span, Word name, List<Parameter> parameters, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.def(this);
    }
  }

  /** {@code b = 1}; {@code fallback} may be null. */
  record Parameter(Word name, Expr fallback) {}

  /** {@code return e}; {@code value} may be null. */
  record Return(Span span, Expr value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.giveBack(this);
    }
  }

  /** {@code break}. */
  record Break(Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.leave(this);
    }
  }

  /** {@code continue}. */
  record Continue(Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.proceed(this);
    }
  }

  /**
   * {@code use "std/workloads" as w < n 3 >}: a text, or a name as in {@code use submission};
   * {@code as} may be null.
   */
  record Use(Span span, Expr what, Word as, List<Property> options) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.use(this);
    }
  }

  /** {@code policy NAME { … }}, {@code scheduler NAME { … }}. */
  record Strategy(Span span, Word sort, Word name, List<Stmt> members) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.strategy(this);
    }
  }

  /** {@code on victim() { … }}, inside a strategy. */
  record Handler(Span span, Word event, List<Word> parameters, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.handler(this);
    }
  }

  /**
   * {@code on linux.chrome { … }}; without a block ({@code body} null) to the end of the enclosing
   * one.
   */
  record On(Span span, Expr actor, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.on(this);
    }
  }

  /** {@code at 5ms { … }}. */
  record At(Span span, Expr instant, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.at(this);
    }
  }

  /** {@code in r { … }}. */
  record In(Span span, Expr world, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.in(this);
    }
  }

  /** {@code after access 0x1000 { … }}. */
  record After(Span span, Stmt command, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.after(this);
    }
  }

  /** {@code start ping a -> b}. */
  record Start(Span span, Stmt command) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.start(this);
    }
  }

  /** {@code mark}. */
  record Mark(Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mark(this);
    }
  }

  /** {@code rewind}. */
  record Rewind(Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rewind(this);
    }
  }

  /**
   * {@code assert app.faults == 9 "message" within 5% points 5}; {@code message} may be null;
   * {@code extras} in the order written.
   */
  record Assert(Span span, Expr condition, Expr.Text message, List<Extra> extras) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assertion(this);
    }
  }

  /** {@code within 5%}, {@code points 5}. */
  record Extra(Word word, Expr.Number number) {}

  /**
   * {@code check "name" points 10 needs "other" hidden after due { … }}: items between the name and
   * the block as they stand.
   */
  record Check(Span span, Expr.Text name, List<Item> items, List<Property> options, Block body)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.check(this);
    }
  }

  /** {@code expect page-fault}, {@code expect in r no evict}; {@code world} may be null. */
  record Expect(Span span, Expr world, Expectation expectation) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.expect(this);
    }
  }

  /** {@code forbid P}. */
  record Forbid(Span span, Pattern pattern) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forbid(this);
    }
  }

  /** {@code allow P}. */
  record Allow(Span span, Pattern pattern) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allow(this);
    }
  }

  /** {@code print a, b}. */
  record Print(Span span, List<Expr> values) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.print(this);
    }
  }

  /**
   * {@code fib(3)}, {@code queue.push(f)}, {@code simulate "x.vsim"}: an expression for what it
   * does.
   */
  record Evaluate(Span span, Expr value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.evaluate(this);
    }
  }

  /**
   * {@code vm linux < vcpu 2 >}, {@code access 0x1000}, {@code write A = 42 < size 4 >}: a
   * declaration or a command; which one, the vocabulary knows. {@code assigned} is what follows
   * {@code =}, or empty.
   */
  record Act(Span span, Word word, List<Item> items, List<Expr> assigned, List<Property> options)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.act(this);
    }
  }

  /** What could not be read; a diagnostic says why. Its text is kept for editors. */
  record Broken(Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.broken(this);
    }
  }

  /** Handles every form, without defaults: a new form is a compile error in each pass. */
  interface Visitor<R> {
    R let(Let let);

    R param(Param param);

    R assign(Assign assign);

    R branch(If branch);

    R loop(For loop);

    R whileLoop(While loop);

    R repeat(Repeat repeat);

    R def(Def def);

    R giveBack(Return statement);

    R leave(Break statement);

    R proceed(Continue statement);

    R use(Use use);

    R strategy(Strategy strategy);

    R handler(Handler handler);

    R on(On on);

    R at(At at);

    R in(In in);

    R after(After after);

    R start(Start start);

    R mark(Mark mark);

    R rewind(Rewind rewind);

    R assertion(Assert assertion);

    R check(Check check);

    R expect(Expect expect);

    R forbid(Forbid forbid);

    R allow(Allow allow);

    R print(Print print);

    R evaluate(Evaluate evaluate);

    R act(Act act);

    R broken(Broken broken);
  }
}
