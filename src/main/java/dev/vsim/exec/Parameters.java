package dev.vsim.exec;

import dev.vsim.check.Symbol;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Value;
import java.util.Optional;

/** The parameters of a scenario. */
final class Parameters {
  private Parameters() {}

  /** {@code param frames in 1..64 = 4}. */
  static final class Set extends StatementNode {
    private final Symbol.Variable variable;
    private final Variables.Write write;
    private final ExprNode value;
    private final Optional<ExprNode> within;

    Set(
        At at,
        Meter meter,
        Symbol.Variable variable,
        Variables.Write write,
        ExprNode value,
        Optional<ExprNode> within) {
      super(at, meter);
      this.variable = variable;
      this.write = write;
      this.value = value;
      this.within = within;
    }

    @Override
    Flow execute(Frame frame) {
      Value given = value.value(frame);
      if (variable.type().isWhole() && !(given instanceof Value.Whole)) {
        throw stop(ActionProblem.WRONG_PARAM, variable.name(), "a whole number is wanted", "");
      }
      if (within.isPresent() && !allows(within.get().value(frame), given)) {
        throw outside(given, within.get().value(frame));
      }
      write.put(frame, given);
      return Flow.ON;
    }

    private boolean allows(Value allowed, Value given) {
      return new Equality(this, meter()).contains(given, allowed);
    }

    private Stopped outside(Value given, Value allowed) {
      if (allowed instanceof Value.Range range) {
        return value.stop(
            TypeProblem.OUT_OF_RANGE, given.print(), range.least().print(), range.most().print());
      }
      return stop(
          ActionProblem.WRONG_PARAM,
          variable.name(),
          given.print() + " is not in " + allowed.print(),
          "");
    }
  }
}
