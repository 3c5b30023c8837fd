package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Dimension;
import dev.vsim.value.Sorts;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements of control. */
final class Statements {
  private Statements() {}

  /** {@code let x = e}, {@code x = e}. */
  static final class Store extends StatementNode {
    private final Variables.Write write;
    private final ExprNode value;

    Store(At at, Meter meter, Variables.Write write, ExprNode value) {
      super(at, meter);
      this.write = write;
      this.value = value;
    }

    @Override
    Flow execute(Frame frame) {
      write.store(frame, value);
      return Flow.ON;
    }
  }

  /** {@code list[i] = e}. */
  static final class StoreElement extends StatementNode {
    private final ExprNode of;
    private final ExprNode index;
    private final ExprNode value;

    StoreElement(At at, Meter meter, ExprNode of, ExprNode index, ExprNode value) {
      super(at, meter);
      this.of = of;
      this.index = index;
      this.value = value;
    }

    @Override
    Flow execute(Frame frame) {
      Value stored = value.value(frame);
      Elements.write(of.value(frame), index, index.value(frame), stored, of, meter());
      return Flow.ON;
    }
  }

  /** {@code list[i] += e}: the list and the place are found once. */
  static final class ChangeElement extends StatementNode {
    private final ExprNode of;
    private final ExprNode index;
    private final Operator operator;
    private final ExprNode value;

    ChangeElement(
        At at, Meter meter, ExprNode of, ExprNode index, Operator operator, ExprNode value) {
      super(at, meter);
      this.of = of;
      this.index = index;
      this.operator = operator;
      this.value = value;
    }

    @Override
    Flow execute(Frame frame) {
      Value owner = of.value(frame);
      Value place = index.value(frame);
      Value before = Elements.read(owner, index, place, of, meter());
      Value changed = Operations.made(this, meter(), operator, before, value.value(frame));
      Elements.write(owner, index, place, changed, of, meter());
      return Flow.ON;
    }
  }

  /** {@code if}. */
  static final class If extends StatementNode {
    private final ExprNode[] conditions;
    private final Block[] bodies;
    private final Optional<Block> otherwise;

    If(
        At at,
        Meter meter,
        List<ExprNode> conditions,
        List<Block> bodies,
        Optional<Block> otherwise) {
      super(at, meter);
      this.conditions = conditions.toArray(new ExprNode[0]);
      this.bodies = bodies.toArray(new Block[0]);
      this.otherwise = otherwise;
    }

    @Override
    Flow execute(Frame frame) {
      for (int i = 0; i < conditions.length; i++) {
        if (conditions[i].truth(frame)) {
          return bodies[i].run(frame);
        }
      }
      return otherwise.isPresent() ? otherwise.get().run(frame) : Flow.ON;
    }
  }

  /** A statement that runs a body round by round. */
  abstract static class Loop extends StatementNode {
    final Block body;

    Loop(At at, Meter meter, Block body) {
      super(at, meter);
      this.body = body;
    }

    @Override
    final Flow execute(Frame frame) {
      meter().enterLoop(this);
      Flow flow = rounds(frame);
      meter().leaveLoop();
      return flow == Flow.RETURN ? flow : Flow.ON;
    }

    /** Runs the rounds until one of them ends the loop; says how. */
    abstract Flow rounds(Frame frame);

    /** Whether a range has no number; addresses are compared unsigned. */
    static boolean isEmpty(long from, long to, Dimension dimension) {
      return dimension == Dimension.ADDRESS ? Long.compareUnsigned(from, to) > 0 : from > to;
    }

    /** Whether a round's end lets the next one begin. */
    static boolean goesOn(Flow flow) {
      return flow == Flow.ON || flow == Flow.CONTINUE;
    }
  }

  /** {@code while c { }}. */
  static final class While extends Loop {
    private final ExprNode condition;

    While(At at, Meter meter, ExprNode condition, Block body) {
      super(at, meter, body);
      this.condition = condition;
    }

    @Override
    Flow rounds(Frame frame) {
      Flow flow = Flow.ON;
      while (goesOn(flow) && condition.truth(frame)) {
        round();
        flow = body.run(frame);
      }
      return flow;
    }
  }

  /** {@code repeat n { }}. */
  static final class Repeat extends Loop {
    private final ExprNode times;

    Repeat(At at, Meter meter, ExprNode times, Block body) {
      super(at, meter, body);
      this.times = times;
    }

    @Override
    Flow rounds(Frame frame) {
      long count = times.whole(frame);
      Flow flow = Flow.ON;
      for (long i = 0; i < count && goesOn(flow); i++) {
        round();
        flow = body.run(frame);
      }
      return flow;
    }
  }

  /** {@code for p in 0..9 { }}, the numbers living bare. */
  static final class ForRange extends Loop {
    private final Values.Range range;
    private final Dimension dimension;
    private final int slot;

    ForRange(At at, Meter meter, Values.Range range, int slot, Block body) {
      super(at, meter, body);
      this.range = range;
      this.dimension = range.from().dimension().joined(range.to().dimension());
      this.slot = slot;
    }

    @Override
    Flow rounds(Frame frame) {
      long from = end(range.from(), frame);
      long to = end(range.to(), frame);
      Flow flow = Flow.ON;
      if (isEmpty(from, to, dimension)) {
        return flow;
      }
      long i = from;
      while (true) {
        round();
        frame.wholes[slot] = i;
        flow = body.run(frame);
        if (i == to || !goesOn(flow)) {
          return flow;
        }
        i++;
      }
    }

    private long end(ExprNode end, Frame frame) {
      return Values.Range.within(end, end.whole(frame), end.dimension(), dimension);
    }
  }

  /** {@code for x in e { }}, {@code for k, v in e { }}. */
  static final class ForEach extends Loop {
    private final ExprNode over;
    private final Variables.Write first;
    private final Optional<Variables.Write> second;

    ForEach(
        At at,
        Meter meter,
        ExprNode over,
        Variables.Write first,
        Optional<Variables.Write> second,
        Block body) {
      super(at, meter, body);
      this.over = over;
      this.first = first;
      this.second = second;
    }

    @Override
    Flow rounds(Frame frame) {
      Value value = over.value(frame);
      if (value instanceof Value.Range range) {
        return numbers(range, frame);
      }
      if (value instanceof Value.Entries entries) {
        meter().map(this, entries.entries().size());
        return entries(new LinkedHashMap<>(entries.entries()), frame);
      }
      return value instanceof Value.Text text
          ? characters(text.text(), frame)
          : items(elements(value), frame);
    }

    private Flow characters(String text, Frame frame) {
      final long held = meter().values().suspend();
      Flow flow = Flow.ON;
      long number = 0;
      for (int i = 0; i < text.length() && goesOn(flow); number++) {
        int character = text.codePointAt(i);
        i += Character.charCount(character);
        Value one = new Value.Text(Character.toString(character));
        flow =
            second.isPresent() ? once(new Value.Whole(number), one, frame) : once(one, null, frame);
      }
      meter().values().resume(held);
      return flow;
    }

    private Flow entries(Map<Value, Value> entries, Frame frame) {
      // No variable need hold what the rounds go through.
      final long held = meter().values().suspend();
      Flow flow = Flow.ON;
      for (Map.Entry<Value, Value> entry : entries.entrySet()) {
        flow = goesOn(flow) ? once(entry.getKey(), entry.getValue(), frame) : flow;
      }
      meter().values().resume(held);
      return flow;
    }

    private Flow items(List<Value> items, Frame frame) {
      final long held = meter().values().suspend();
      Flow flow = Flow.ON;
      for (int i = 0; i < items.size() && goesOn(flow); i++) {
        flow =
            second.isPresent()
                ? once(new Value.Whole(i), items.get(i), frame)
                : once(items.get(i), null, frame);
      }
      meter().values().resume(held);
      return flow;
    }

    private Flow numbers(Value.Range range, Frame frame) {
      Flow flow = Flow.ON;
      if (isEmpty(range.from(), range.to(), range.dimension())) {
        return flow;
      }
      long i = range.from();
      while (true) {
        Value number = new Value.Whole(i, range.dimension());
        flow =
            second.isPresent()
                ? once(new Value.Whole(i - range.from()), number, frame)
                : once(number, null, frame);
        if (i == range.to() || !goesOn(flow)) {
          return flow;
        }
        i++;
      }
    }

    private List<Value> elements(Value value) {
      if (value instanceof Value.Items items) {
        meter().list(this, items.items().size());
        return new ArrayList<>(items.items());
      }
      throw over.stop(TypeProblem.NOT_ITERABLE, Sorts.prose(value));
    }

    private Flow once(Value one, Value other, Frame frame) {
      round();
      first.put(frame, one);
      if (second.isPresent() && other != null) {
        second.get().put(frame, other);
      }
      return body.run(frame);
    }
  }

  /** {@code break}, {@code continue}. */
  static final class Jump extends StatementNode {
    private final Flow flow;

    Jump(At at, Meter meter, Flow flow) {
      super(at, meter);
      this.flow = flow;
    }

    @Override
    Flow execute(Frame frame) {
      return flow;
    }
  }

  /** {@code return e}. */
  static final class Return extends StatementNode {
    private final Optional<ExprNode> value;

    Return(At at, Meter meter, Optional<ExprNode> value) {
      super(at, meter);
      this.value = value;
    }

    @Override
    Flow execute(Frame frame) {
      frame.result = value.isPresent() ? value.get().value(frame) : null;
      frame.returned = value.isPresent() ? value.get() : this;
      return Flow.RETURN;
    }
  }

  /** A call for what it does. */
  static final class Evaluate extends StatementNode {
    private final ExprNode value;

    Evaluate(At at, Meter meter, ExprNode value) {
      super(at, meter);
      this.value = value;
    }

    @Override
    Flow execute(Frame frame) {
      if (value instanceof Calls.Call call) {
        call.perform(frame);
      } else if (value instanceof MethodCall method) {
        method.perform(frame);
      } else {
        value.value(frame);
      }
      return Flow.ON;
    }
  }

  /** {@code on app { }}. */
  static final class On extends StatementNode {
    private final ExprNode actor;
    private final Block body;
    private final Context context;

    On(At at, ExprNode actor, Block body, Context context) {
      super(at, context.meter());
      this.actor = actor;
      this.body = body;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      Subject before = frame.actor;
      frame.actor = subject(actor, frame, context);
      Flow flow = body.run(frame);
      frame.actor = before;
      return flow;
    }

    static Subject subject(ExprNode actor, Frame frame, Context context) {
      Value value = actor.value(frame);
      if (value instanceof Value.Thing thing) {
        return context.here(actor, thing);
      }
      throw actor.stop(TypeProblem.WRONG_SORT, "a process, a VM or a host", Sorts.prose(value));
    }
  }

  /** {@code on app}, for statements that have not been read yet. */
  static final class OnFromHere extends StatementNode {
    private final ExprNode actor;
    private final Context context;

    OnFromHere(At at, ExprNode actor, Context context) {
      super(at, context.meter());
      this.actor = actor;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      frame.actor = On.subject(actor, frame, context);
      return Flow.ON;
    }
  }

  /** {@code print a, b}. */
  static final class Print extends StatementNode {
    private final List<ExprNode> values;
    private final Context context;

    Print(At at, List<ExprNode> values, Context context) {
      super(at, context.meter());
      this.values = values;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      StringBuilder line = new StringBuilder();
      for (ExprNode value : values) {
        line.append(line.length() == 0 ? "" : " ")
            .append(Written.of(value, meter(), value.value(frame)));
      }
      context.writer().comment(line.toString());
      context.checkLog(this);
      return Flow.ON;
    }
  }
}
