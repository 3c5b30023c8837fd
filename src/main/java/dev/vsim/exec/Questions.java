package dev.vsim.exec;

import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Walk;
import java.util.List;
import java.util.Optional;

/**
 * Tells after which command of a scenario nothing more is done in a run whose assertions are passed
 * over, as they are in the first of two (rules.md R14): only assertions stand behind it, and what
 * is printed without a call.
 */
final class Questions extends Walk {
  private boolean calls;

  private Questions() {}

  /**
   * The command, if it is the last statement but for those, by itself or as all that stands in an
   * {@code on}.
   */
  static Optional<Stmt> lastCommand(List<Stmt> statements) {
    int last = statements.size() - 1;
    while (last >= 0 && isQuestion(statements.get(last))) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    Stmt statement = statements.get(last);
    if (statement instanceof Stmt.On on
        && on.body() != null
        && on.body().statements().size() == 1) {
      return lastCommand(on.body().statements());
    }
    return Optional.of(statement).filter(s -> s instanceof Stmt.Act && !calls(s));
  }

  private static boolean isQuestion(Stmt statement) {
    boolean asserts = statement instanceof Stmt.Assert || statement instanceof Stmt.Expect;
    return asserts || statement instanceof Stmt.Print && !calls(statement);
  }

  private static boolean calls(Stmt statement) {
    Questions walk = new Questions();
    walk.statement(statement);
    return walk.calls;
  }

  @Override
  public Void call(Expr.Call call) {
    calls = true;
    return null;
  }
}
