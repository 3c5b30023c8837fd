package dev.vsim.exec;

import dev.vsim.source.NameProblem;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Slot;
import dev.vsim.value.Sorts;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of functions and methods. */
final class Calls {
  private Calls() {}

  /**
   * A planned function; its body is planned at its first call, so that functions can call each
   * other.
   */
  static final class Function {
    private final String name;
    private final int size;
    private final List<Variables.Write> parameters;
    private final List<Optional<ExprNode>> fallbacks;
    private Block body;

    Function(
        String name,
        int size,
        List<Variables.Write> parameters,
        List<Optional<ExprNode>> fallbacks) {
      this.name = name;
      this.size = size;
      this.parameters = parameters;
      this.fallbacks = fallbacks;
    }

    void define(Block planned) {
      body = planned;
    }
  }

  /** {@code f(a, b)}. */
  static final class Call extends ExprNode {
    private final Function function;
    private final Variables.Home home;
    private final List<ExprNode> arguments;
    private final Optional<String> caller;
    private final Context context;

    /**
     * @param home the activation in which the function was defined
     * @param caller who acts by default here, for a function of another file
     */
    Call(
        At at,
        Function function,
        Variables.Home home,
        List<ExprNode> arguments,
        Optional<String> caller,
        Context context) {
      super(at);
      this.function = function;
      this.home = home;
      this.arguments = arguments;
      this.caller = caller;
      this.context = context;
    }

    @Override
    boolean calls() {
      return true;
    }

    @Override
    Value value(Frame frame) {
      Value result = perform(frame);
      if (result == null) {
        throw stop(TypeProblem.NO_VALUE, function.name);
      }
      return result;
    }

    /** Runs it; null where it gives nothing back. */
    Value perform(Frame frame) {
      Frame outer = home.of(frame);
      Frame inner = new Frame(function.size, outer, frame.actor);
      inner.caller = caller.isPresent() ? caller(frame) : frame.caller;
      context.meter().enterCall(this);
      for (int i = 0; i < function.parameters.size(); i++) {
        boolean given = i < arguments.size();
        ExprNode value = given ? arguments.get(i) : function.fallbacks.get(i).orElseThrow();
        Value evaluated = value.value(given ? frame : outer);
        function.parameters.get(i).store(inner, new Values.Constant(at(), evaluated));
      }
      function.body.run(inner);
      context.meter().leaveCall();
      return inner.result;
    }

    private Subject caller(Frame frame) {
      boolean passedOn = caller.orElseThrow().isEmpty() && frame.caller != null;
      return passedOn ? frame.caller : context.actor(this, caller.get());
    }
  }

  /** {@code list.push(1)}, {@code disk0.text(0, 4)}. */
  static final class Method extends ExprNode {
    private final ExprNode of;
    private final String name;
    private final List<ExprNode> arguments;
    private final Context context;

    Method(At at, ExprNode of, String name, List<ExprNode> arguments, Context context) {
      super(at);
      this.of = of;
      this.name = name;
      this.arguments = arguments;
      this.context = context;
    }

    @Override
    boolean calls() {
      return of.calls() || arguments.stream().anyMatch(ExprNode::calls);
    }

    @Override
    Value value(Frame frame) {
      Value result = perform(frame);
      if (result == null) {
        throw stop(TypeProblem.NO_VALUE, name);
      }
      return result;
    }

    /** Runs it; null where it gives nothing back. */
    Value perform(Frame frame) {
      Value owner = of.value(frame);
      List<Value> given = new ArrayList<>(arguments.size());
      for (ExprNode argument : arguments) {
        given.add(argument.value(frame));
      }
      if (owner instanceof Value.Thing thing) {
        return called(thing, given);
      }
      context.meter().work(this, size(owner));
      Value result = ValueMethods.call(this, owner, name, given);
      context.meter().length(this, result == null ? 0 : size(result));
      return result;
    }

    private static int size(Value owner) {
      if (owner instanceof Value.Items items) {
        return 1 + items.items().size() / 64;
      }
      return owner instanceof Value.Text text ? text.text().length() : 1;
    }

    private Value called(Value.Thing thing, List<Value> given) {
      Attribute attribute =
          context
              .vocabulary()
              .kind(thing.kind())
              .flatMap(k -> k.attribute(name))
              .filter(a -> a.access() instanceof Attribute.Access.Called)
              .orElseThrow(() -> stop(NameProblem.UNKNOWN_METHOD, "a " + thing.kind(), name, ""));
      Attribute.Access.Called access = (Attribute.Access.Called) attribute.access();
      if (given.size() != access.parameters().size()) {
        throw stop(
            TypeProblem.WRONG_COUNT, name, access.parameters().size() + " values", given.size());
      }
      for (int i = 0; i < given.size(); i++) {
        fit(access.parameters().get(i), arguments.get(i), given.get(i));
      }
      return OfWorld.placed(access.read().apply(thing.subject(), given), thing);
    }

    private static void fit(Slot slot, ExprNode at, Value value) {
      Optional<Type.Misfit> misfit = slot.type().misfit(value);
      if (misfit.isPresent()) {
        throw at.stop(TypeProblem.WRONG_SORT, slot.type().prose(), Sorts.prose(value));
      }
    }
  }
}
