package dev.vsim.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that stand directly inside a statement, in the order in which they are written.
 */
public final class Inside extends Walk {
  private final List<Stmt> found = new ArrayList<>();

  private Inside() {}

  /** Those of one statement. */
  public static List<Stmt> of(Stmt statement) {
    Inside inside = new Inside();
    statement.accept(inside);
    return inside.found;
  }

  /** Goes no deeper. */
  @Override
  public Void statement(Stmt statement) {
    found.add(statement);
    return null;
  }

  /** No statement stands in an expression. */
  @Override
  protected Void expression(Expr expression) {
    return null;
  }
}
