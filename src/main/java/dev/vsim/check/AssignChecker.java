package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Type;
import java.util.List;
import java.util.Optional;

/** Assignments: to variables, to elements, and to what a strategy may write. */
final class AssignChecker {
  private final SourceText source;
  private final Facts facts;
  private final Diagnostics diagnostics;
  private final ExprChecker exprs;
  private final Scope scope;
  private final boolean inFunction;

  AssignChecker(
      SourceText source,
      Facts facts,
      Diagnostics diagnostics,
      ExprChecker exprs,
      Scope scope,
      boolean inFunction) {
    this.source = source;
    this.facts = facts;
    this.diagnostics = diagnostics;
    this.exprs = exprs;
    this.scope = scope;
    this.inFunction = inFunction;
  }

  void assign(Stmt.Assign assign) {
    exprs.check(assign.value(), scope);
    if (assign.target() instanceof Expr.Name name) {
      assignName(name);
    } else if (assign.target() instanceof Expr.Index index) {
      exprs.check(assign.target(), scope);
      if (facts.symbols.get(index.of()) instanceof Symbol.Row) {
        report(
            NameProblem.NOT_ASSIGNABLE,
            assign.target().span(),
            "`" + source.text(assign.target().span()) + "`",
            "the objects of a row are declared, not assigned");
      }
    } else {
      exprs.check(assign.target(), scope);
    }
    if (assign.operator() != null) {
      exprs.check(facts.combined(assign), scope);
    }
    if (!(assign.target() instanceof Expr.Name || assign.target() instanceof Expr.Index)) {
      Expr stored = assign.operator() == null ? assign.value() : facts.combined(assign);
      assignAttribute(assign, facts.type(stored));
    }
    exprs.changes(assign.target(), false, assign.span(), scope);
  }

  /** A strategy, or a function that it calls, writes some of what it is given. */
  private void assignAttribute(Stmt.Assign assign, StaticType value) {
    StaticType of =
        assign.target() instanceof Expr.Member member && facts.symbols.get(member) == null
            ? facts.type(member.of())
            : StaticType.of(StaticType.Sort.NONE);
    boolean known = of.sort() == StaticType.Sort.THING;
    if (inFunction && of.isOpen()) {
      return;
    }
    Optional<Type> written =
        known ? exprs.written(of.kind(), (Expr.Member) assign.target()) : Optional.empty();
    if (written.isEmpty()) {
      report(
          NameProblem.NOT_ASSIGNABLE,
          assign.target().span(),
          "`" + source.text(assign.target().span()) + "`",
          exprs.writable(of.kind()));
    } else if (!value.isOpen() && !SlotChecker.fits(written.get(), value)) {
      report(TypeProblem.WRONG_SORT, assign.value().span(), written.get().prose(), value.prose());
    }
  }

  private void assignName(Expr.Name name) {
    Optional<Symbol> symbol = scope.find(name.name());
    boolean assignable =
        symbol.filter(s -> s instanceof Symbol.Variable v && !v.isParameter()).isPresent();
    if (assignable) {
      exprs.check(name, scope);
    } else if (symbol.isEmpty()) {
      List<String> known = scope.names();
      String near = ExprChecker.advice(name.name(), known);
      report(
          NameProblem.UNKNOWN_NAME,
          name.span(),
          name.name(),
          near.isEmpty() ? "introduce it: `let " + name.name() + " = …`" : near);
    } else {
      String what = symbol.get() instanceof Symbol.Variable ? "the parameter" : "the name";
      report(
          NameProblem.NOT_ASSIGNABLE,
          name.span(),
          what + " `" + name.name() + "`",
          symbol.get() instanceof Symbol.Variable
              ? "turn it with --set " + name.name() + "=…"
              : "");
    }
  }

  private void report(Problem problem, Span span, Object... arguments) {
    diagnostics.add(problem, source, span, arguments);
  }
}
