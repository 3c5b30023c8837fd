package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.trace.Cursor;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import dev.vsim.trace.Rule;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/** Assertions: they look, and never change an event. */
final class Assertions {
  private Assertions() {}

  /** Asks the cursor for one form of {@code expect}. */
  interface Form {
    Outcome ask(Cursor cursor, Place at, Frame frame);

    /** With how many patterns each event may be compared. */
    default long patterns() {
      return 1;
    }
  }

  /** {@code expect …}. */
  static final class Expect extends StatementNode {
    private final Form form;
    private final Context context;

    Expect(At at, Form form, Context context) {
      super(at, context.meter());
      this.form = form;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      if (context.witness().listens()) {
        ask(this, form, context, frame);
      }
      return Flow.ON;
    }
  }

  /** {@code let e = expect P}: the event that it found, or none. */
  static final class Found extends ExprNode {
    private final Form form;
    private final Context context;

    Found(At at, Form form, Context context) {
      super(at);
      this.form = form;
      this.context = context;
    }

    @Override
    Value value(Frame frame) {
      return found(this, form, context, frame);
    }
  }

  /** The event that a form finds, or none. */
  static Value found(Node node, Form form, Context context, Frame frame) {
    Outcome outcome = ask(node, form, context, frame);
    if (outcome instanceof Outcome.Held held && held.event().isPresent()) {
      return new Value.Found(new FoundEvent(held.event().get(), context.inhabitants()));
    }
    return Value.None.NONE;
  }

  static Outcome ask(Node node, Form form, Context context, Frame frame) {
    if (form.patterns() > 1) {
      context.meter().work(node, form.patterns() * context.cursor().left());
    }
    Outcome outcome = form.ask(context.cursor(), new Place(node.source(), node.span()), frame);
    context.meter().work(node, context.log().effort());
    context.witness().expectation(outcome, node.source(), node.span());
    return outcome;
  }

  /** {@code assert E "message" within 5%}. */
  static final class Assert extends StatementNode {
    private final ExprNode condition;
    private final Optional<ExprNode> message;
    private final Context context;

    Assert(At at, ExprNode condition, Optional<ExprNode> message, Context context) {
      super(at, context.meter());
      this.condition = condition;
      this.message = message;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      if (!context.witness().listens()) {
        return Flow.ON;
      }
      int mark = context.reads().mark();
      boolean held = condition.truth(frame);
      List<Witness.Read> reads = held ? List.of() : context.reads().since(mark, frame);
      context.reads().forget(mark);
      String words = held || message.isEmpty() ? "" : message.get().value(frame).print();
      context.witness().assertion(held, source(), span(), words, reads);
      return Flow.ON;
    }
  }

  /** {@code a == b within 5%}: b is what is wanted. */
  static final class Near extends ExprNode.OfTruth {
    private final ExprNode left;
    private final ExprNode right;
    private final ExprNode tolerance;

    Near(At at, ExprNode left, ExprNode right, ExprNode tolerance) {
      super(at);
      this.left = left;
      this.right = right;
      this.tolerance = tolerance;
    }

    @Override
    boolean truth(Frame frame) {
      Value is = left.value(frame);
      Value wanted = right.value(frame);
      Value allowed = tolerance.value(frame);
      for (Value value : new Value[] {is, wanted, allowed}) {
        if (!Operations.isNumber(value)) {
          throw stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
        }
      }
      if (!Operations.dimension(is).mixesWith(Operations.dimension(wanted))) {
        throw stop(TypeProblem.UNITS_DIFFER, Sorts.prose(is), Sorts.prose(wanted), "compared");
      }
      double difference = Math.abs(Operations.real(is) - Operations.real(wanted));
      return difference <= Operations.real(allowed) * Math.abs(Operations.real(wanted));
    }

    @Override
    boolean calls() {
      return left.calls() || right.calls() || tolerance.calls();
    }
  }

  /** {@code mark}, {@code rewind}. */
  static final class Move extends StatementNode {
    private final boolean toStart;
    private final Context context;

    Move(At at, boolean toStart, Context context) {
      super(at, context.meter());
      this.toStart = toStart;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      Place place = new Place(source(), span());
      if (toStart) {
        context.cursor().rewind(place);
      } else {
        context.cursor().mark(place);
      }
      return Flow.ON;
    }
  }

  /** {@code after C { }}. */
  static final class After extends StatementNode {
    private final StatementNode command;
    private final Block body;
    private final Context context;

    After(At at, StatementNode command, Block body, Context context) {
      super(at, context.meter());
      this.command = command;
      this.body = body;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      Place place = new Place(source(), command.span());
      context.cursor().mark(place);
      command.run(frame);
      Flow flow = body.run(frame);
      context.cursor().mark(place);
      return flow;
    }
  }

  /** {@code forbid P}, {@code allow P}. */
  static final class Ruling extends StatementNode {
    private final boolean forbids;
    private final Patterns.Built pattern;
    private final Context context;

    Ruling(At at, boolean forbids, Patterns.Built pattern, Context context) {
      super(at, context.meter());
      this.forbids = forbids;
      this.pattern = pattern;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      context.witness().ruling();
      context.log().add(new Rule(forbids, pattern.build(frame), new Place(source(), span())));
      return Flow.ON;
    }
  }

  /** A block whose rules end with it. */
  static final class RuledBlock extends StatementNode {
    private final Block body;
    private final Context context;

    RuledBlock(At at, Block body, Context context) {
      super(at, context.meter());
      this.body = body;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      int rules = context.log().rules();
      Flow flow = body.run(frame);
      context.log().cutRules(rules);
      return flow;
    }
  }

  /** {@code check "name" { }}. */
  static final class Check extends StatementNode {
    private final ExprNode name;
    private final Block body;
    private final Context context;

    Check(At at, ExprNode name, Block body, Context context) {
      super(at, context.meter());
      this.name = name;
      this.body = body;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      context.witness().checkBegins(name.value(frame).print(), source(), span());
      Cursor.Saved before = context.cursor().save();
      context.cursor().mark(new Place(source(), span()));
      Flow flow = body.run(frame);
      context.cursor().restore(before);
      context.witness().checkEnds();
      return flow;
    }
  }
}
