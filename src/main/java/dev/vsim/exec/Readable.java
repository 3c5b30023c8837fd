package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Symbol;
import dev.vsim.syntax.Expr;
import java.util.Optional;

/**
 * Tells which expressions of an assertion say something when it fails: variables, attributes,
 * elements, what calls give; neither literals and objects, which show themselves, nor what is
 * computed from others.
 */
final class Readable implements Expr.Visitor<Boolean> {
  private final CheckedProgram program;

  private Readable(CheckedProgram program) {
    this.program = program;
  }

  static boolean is(Expr expr, CheckedProgram program) {
    return expr.accept(new Readable(program));
  }

  /** A path that is an object's; a variable's name may have the form of one. */
  private boolean isNoObject(Expr expr) {
    Optional<Symbol> symbol = program.symbol(expr);
    return symbol.isPresent()
        ? symbol.get() instanceof Symbol.Variable || symbol.get() instanceof Symbol.Now
        : program.path(expr).isEmpty();
  }

  @Override
  public Boolean name(Expr.Name name) {
    return isNoObject(name);
  }

  @Override
  public Boolean member(Expr.Member member) {
    return isNoObject(member);
  }

  @Override
  public Boolean index(Expr.Index index) {
    boolean ofRow = program.symbol(index.of()).filter(s -> s instanceof Symbol.Row).isPresent();
    return !ofRow && program.path(index).isEmpty();
  }

  @Override
  public Boolean call(Expr.Call call) {
    return true;
  }

  @Override
  public Boolean number(Expr.Number number) {
    return false;
  }

  @Override
  public Boolean text(Expr.Text text) {
    return false;
  }

  @Override
  public Boolean truth(Expr.Truth truth) {
    return false;
  }

  @Override
  public Boolean none(Expr.None none) {
    return false;
  }

  @Override
  public Boolean address(Expr.Address address) {
    return false;
  }

  @Override
  public Boolean list(Expr.ListOf list) {
    return false;
  }

  @Override
  public Boolean map(Expr.MapOf map) {
    return false;
  }

  @Override
  public Boolean range(Expr.Range range) {
    return false;
  }

  @Override
  public Boolean group(Expr.Group group) {
    return false;
  }

  @Override
  public Boolean unary(Expr.Unary unary) {
    return false;
  }

  @Override
  public Boolean binary(Expr.Binary binary) {
    return false;
  }

  @Override
  public Boolean choice(Expr.Choice choice) {
    return false;
  }

  @Override
  public Boolean simulation(Expr.Simulation simulation) {
    return false;
  }

  @Override
  public Boolean found(Expr.Found found) {
    return false;
  }

  @Override
  public Boolean broken(Expr.Broken broken) {
    return false;
  }
}
