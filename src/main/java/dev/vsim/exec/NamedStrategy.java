package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Symbol;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import java.util.Optional;

/** What is given where a strategy is taken: {@code policy (rule)}, where the rule may be a text. */
final class NamedStrategy extends ExprNode {
  private final ExprNode given;
  private final Type.Strategy type;
  private final CheckedProgram program;
  private final Programs programs;

  NamedStrategy(ExprNode given, Type.Strategy type, CheckedProgram program, Programs programs) {
    super(given.at());
    this.given = given;
    this.type = type;
    this.program = program;
    this.programs = programs;
  }

  @Override
  boolean calls() {
    return given.calls();
  }

  /** A text that is no built-in one's name may be that of one of the file's. */
  @Override
  Value value(Frame frame) {
    Value value = given.value(frame);
    if (value instanceof Value.Text text && !type.words().contains(text.text())) {
      Optional<Symbol.Strategy> declared =
          program.strategy(text.text()).filter(s -> s.sort().word().equals(type.sort()));
      return declared.<Value>map(programs::strategy).orElse(value);
    }
    return value;
  }
}
