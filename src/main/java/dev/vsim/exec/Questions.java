package dev.vsim.exec;

import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Walk;
import java.util.List;

/** The statements at a scenario's end that only ask what has come of it, and do nothing more. */
final class Questions extends Walk {
  private boolean calls;

  private Questions() {}

  /** How many there are. */
  static int atEndOf(List<Stmt> statements) {
    int from = statements.size();
    while (from > 0 && isOne(statements.get(from - 1))) {
      from--;
    }
    return statements.size() - from;
  }

  /** An assertion does nothing; what is printed might call a function that does. */
  private static boolean isOne(Stmt statement) {
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
