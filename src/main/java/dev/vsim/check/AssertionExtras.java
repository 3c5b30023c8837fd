package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import java.util.Map;

/** What stands behind the condition of an assertion: {@code within 5%}, {@code points 5}. */
final class AssertionExtras {
  private final SourceText source;
  private final Diagnostics diagnostics;
  private final Map<String, Rule> rules = Map.of("within", this::tolerance, "points", this::points);

  /** What one of them asks for. */
  private interface Rule {
    void check(Stmt.Assert assertion, Stmt.Extra extra);
  }

  AssertionExtras(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  void check(Stmt.Assert assertion) {
    for (Stmt.Extra extra : assertion.extras()) {
      rules.getOrDefault(extra.word().text(), this::unknown).check(assertion, extra);
    }
  }

  private void unknown(Stmt.Assert assertion, Stmt.Extra extra) {
    diagnostics.add(
        NameProblem.UNKNOWN_WORD,
        source,
        extra.word().span(),
        extra.word().text(),
        "part of an assertion",
        "behind the condition stand a message, `within 5%` and `points 5`");
  }

  private void points(Stmt.Assert assertion, Stmt.Extra extra) {
    if (Points.of(extra.number()).isEmpty()) {
      diagnostics.add(
          GradeProblem.POINTS, source, extra.number().span(), extra.number().spelling());
    }
  }

  private void tolerance(Stmt.Assert assertion, Stmt.Extra extra) {
    Expr condition = assertion.condition();
    while (condition instanceof Expr.Group group) {
      condition = group.inner();
    }
    boolean equality =
        condition instanceof Expr.Binary binary && binary.operator() == Expr.Operator.EQUAL;
    if (!equality) {
      diagnostics.add(
          NameProblem.UNKNOWN_WORD,
          source,
          extra.word().span(),
          extra.word().text(),
          "part of this assertion",
          "`within` follows a comparison by ==");
    }
  }
}
