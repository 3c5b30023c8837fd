package dev.vsim.syntax;

import dev.vsim.syntax.Expr.Operator;
import java.util.List;
import java.util.function.Consumer;

/** Writes expressions. */
final class ExpressionPrinter implements Expr.Visitor<Void> {
  /** What stands for what could not be read. */
  static final String UNREADABLE = "…";

  private final StringBuilder out;

  ExpressionPrinter(StringBuilder out) {
    this.out = out;
  }

  void expression(Expr expression) {
    expression.accept(this);
  }

  void list(List<Expr> expressions) {
    separated(expressions, this::expression);
  }

  private <T> void separated(List<T> parts, Consumer<T> writer) {
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      writer.accept(parts.get(i));
    }
  }

  private Void written(String text) {
    out.append(text);
    return null;
  }

  @Override
  public Void number(Expr.Number number) {
    return written(number.spelling());
  }

  @Override
  public Void text(Expr.Text text) {
    out.append('"');
    for (Expr.Piece piece : text.pieces()) {
      if (piece instanceof Expr.Piece.Hole hole) {
        out.append("${");
        expression(hole.value());
        out.append('}');
      } else {
        out.append(((Expr.Piece.Plain) piece).spelling());
      }
    }
    return written("\"");
  }

  @Override
  public Void truth(Expr.Truth truth) {
    return written(String.valueOf(truth.value()));
  }

  @Override
  public Void none(Expr.None none) {
    return written("none");
  }

  @Override
  public Void address(Expr.Address address) {
    return written(address.spelling());
  }

  @Override
  public Void name(Expr.Name name) {
    return written(name.name());
  }

  @Override
  public Void list(Expr.ListOf list) {
    out.append('[');
    list(list.items());
    return written("]");
  }

  @Override
  public Void map(Expr.MapOf map) {
    if (map.entries().isEmpty()) {
      return written("[:]");
    }
    out.append('[');
    separated(
        map.entries(),
        entry -> {
          expression(entry.key());
          out.append(": ");
          expression(entry.value());
        });
    return written("]");
  }

  @Override
  public Void range(Expr.Range range) {
    expression(range.from());
    out.append("..");
    expression(range.to());
    return null;
  }

  @Override
  public Void group(Expr.Group group) {
    out.append('(');
    expression(group.inner());
    return written(")");
  }

  @Override
  public Void unary(Expr.Unary unary) {
    out.append(unary.operator().spelling()).append(unary.operator() == Operator.NOT ? " " : "");
    expression(unary.operand());
    return null;
  }

  @Override
  public Void binary(Expr.Binary binary) {
    expression(binary.left());
    out.append(' ').append(binary.operator().spelling()).append(' ');
    expression(binary.right());
    return null;
  }

  @Override
  public Void choice(Expr.Choice choice) {
    expression(choice.then());
    out.append(" if ");
    expression(choice.condition());
    out.append(" else ");
    expression(choice.otherwise());
    return null;
  }

  @Override
  public Void member(Expr.Member member) {
    expression(member.of());
    return written("." + member.name().text());
  }

  @Override
  public Void index(Expr.Index index) {
    expression(index.of());
    out.append('[');
    expression(index.at());
    return written("]");
  }

  @Override
  public Void call(Expr.Call call) {
    expression(call.callee());
    out.append('(');
    list(call.arguments());
    return written(")");
  }

  @Override
  public Void simulation(Expr.Simulation simulation) {
    out.append("simulate ");
    expression(simulation.scenario());
    new ItemPrinter(out, this).properties(simulation.options());
    return null;
  }

  @Override
  public Void found(Expr.Found found) {
    new PatternPrinter(out, this).expect(found.expect());
    return null;
  }

  @Override
  public Void broken(Expr.Broken broken) {
    return written(UNREADABLE);
  }
}
