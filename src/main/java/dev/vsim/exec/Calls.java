package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/** Calls of functions. */
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
      inner.decides = frame.decides;
      inner.caller = caller.isPresent() && !frame.decides ? caller(frame) : frame.caller;
      Meter meter = context.meter();
      meter.enterCall(this, inner);
      for (int i = 0; i < function.parameters.size(); i++) {
        boolean given = i < arguments.size();
        ExprNode value = given ? arguments.get(i) : function.fallbacks.get(i).orElseThrow();
        Value evaluated = value.value(given ? frame : outer);
        function.parameters.get(i).put(inner, evaluated);
      }
      long made = meter.values().made();
      long held = meter.values().suspend();
      function.body.run(inner);
      meter.values().resume(held);
      meter.leaveCall();
      meter.values().returned(inner.result, meter.values().made() - made);
      return inner.result;
    }

    private Subject caller(Frame frame) {
      boolean passedOn = caller.orElseThrow().isEmpty() && frame.caller != null;
      return passedOn ? frame.caller : context.actor(this, caller.get());
    }
  }
}
