package dev.vsim.check;

import dev.vsim.syntax.Expr;
import java.util.Optional;
import java.util.function.Predicate;

/** The paths of objects as expressions spell them. */
final class Paths {
  private Paths() {}

  /**
   * The path that an expression spells: names with dots, and numbers in brackets; empty where only
   * the run tells which object is meant.
   *
   * @param computed whether a bare name stands for a value that the run gives it
   */
  static Optional<String> spelled(Expr expr, Predicate<String> computed) {
    if (expr instanceof Expr.Name name) {
      return computed.test(name.name()) ? Optional.empty() : Optional.of(name.name());
    } else if (expr instanceof Expr.Group group) {
      return spelled(group.inner(), computed);
    } else if (expr instanceof Expr.Member member) {
      return spelled(member.of(), computed).map(of -> of + "." + member.name().text());
    } else if (expr instanceof Expr.Index index) {
      return spelled(index.of(), computed)
          .flatMap(of -> Constants.of(index.at()).map(at -> of + "[" + at.print() + "]"));
    }
    return Optional.empty();
  }

  /** The path that an expression spells where its names mean what they mean in {@code scope}. */
  static Optional<String> spelled(Expr expr, Scope scope) {
    return spelled(
        expr, name -> scope.find(name).filter(s -> s instanceof Symbol.Variable).isPresent());
  }
}
