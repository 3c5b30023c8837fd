package dev.vsim.syntax;

import java.util.List;

/** Writes statements as source text: what is read from it is the same but for the places. */
public final class Printer {
  private Printer() {}

  /** The statements, one below the other, blocks indented; comments are not among them. */
  public static String print(List<Stmt> statements) {
    StringBuilder out = new StringBuilder();
    StatementPrinter printer = new StatementPrinter(out, StatementPrinter.Layout.LINES);
    for (Stmt each : statements) {
      printer.statement(each);
      out.append('\n');
    }
    return out.toString();
  }

  /**
   * A statement in one line, whatever it holds: {@code access 0x1000}, {@code repeat 3 { access
   * 0x1000; wait }}.
   */
  public static String oneLine(Stmt statement) {
    StringBuilder out = new StringBuilder();
    statement.accept(new StatementPrinter(out, StatementPrinter.Layout.ONE_LINE));
    return out.toString();
  }

  /** An expression as it would be written. */
  public static String expression(Expr expression) {
    StringBuilder out = new StringBuilder();
    expression.accept(new ExpressionPrinter(out));
    return out.toString();
  }
}
