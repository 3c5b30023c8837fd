package dev.vsim.check;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;

/** Expressions as statements: those that only compute or read do nothing. */
final class EvaluationChecker {
  private final SourceText source;
  private final Facts facts;
  private final Diagnostics diagnostics;
  private final ExprChecker exprs;
  private final Scope scope;

  EvaluationChecker(
      SourceText source, Facts facts, Diagnostics diagnostics, ExprChecker exprs, Scope scope) {
    this.source = source;
    this.facts = facts;
    this.diagnostics = diagnostics;
    this.exprs = exprs;
    this.scope = scope;
  }

  void evaluate(Stmt.Evaluate evaluate) {
    exprs.check(evaluate.value(), scope);
    if (evaluate.value() instanceof Expr.Call call
        && call.callee() instanceof Expr.Member member
        && facts.symbols.get(member) == null) {
      unused(call, member);
    } else if (evaluate.value() instanceof Expr.Call call && onlyComputes(call)) {
      report(
          ActionProblem.NO_EFFECT,
          evaluate.span(),
          "`" + source.text(call.span()) + "`",
          "`print " + source.text(call.span()) + "` prints it");
    } else if (evaluate.value() instanceof Expr.Member || evaluate.value() instanceof Expr.Index) {
      report(
          ActionProblem.NO_EFFECT,
          evaluate.span(),
          "reading this",
          "`print " + source.text(evaluate.value().span()) + "` prints it");
    }
  }

  /** A random number that is drawn makes the next one another. */
  private boolean onlyComputes(Expr.Call call) {
    return facts.symbols.get(call.callee()) instanceof Symbol.Given given
        && given.function() != BuiltIn.RANDOM;
  }

  private void unused(Expr.Call call, Expr.Member member) {
    StaticType of = facts.type(member.of());
    String name = member.name().text();
    boolean onlyGives =
        Methods.find(of.sort(), name)
            .map(m -> !m.changes())
            .orElse(of.isOpen() && Methods.onlyGives(name));
    if (onlyGives) {
      String owner = source.text(member.of().span());
      report(
          ActionProblem.NO_EFFECT,
          call.span(),
          "`" + source.text(call.span()) + "`",
          member.of() instanceof Expr.Name
              ? "it gives a new value: `" + owner + " = " + source.text(call.span()) + "` keeps it"
              : "it gives a value and changes nothing");
    }
  }

  private void report(Problem problem, Span span, Object... arguments) {
    diagnostics.add(problem, source, span, arguments);
  }
}
