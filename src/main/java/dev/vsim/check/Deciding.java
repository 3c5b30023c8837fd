package dev.vsim.check;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a strategy to what it may do: it decides and does not act, and sees what it is given, its
 * own variables, parameters and functions; so do the functions that it calls, in whichever file.
 */
final class Deciding {
  private final Symbol.Strategy strategy;
  private final SourceText source;
  private final Diagnostics diagnostics;
  private final Set<Symbol.Function> followed = new HashSet<>();
  private final Set<String> reads = new HashSet<>();

  private Deciding(Symbol.Strategy strategy, SourceText source, Diagnostics diagnostics) {
    this.strategy = strategy;
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** Reports what a strategy may not do, and notes which attributes it reads. */
  static void check(
      Symbol.Strategy strategy, SourceText source, Facts facts, Diagnostics diagnostics) {
    Deciding deciding = new Deciding(strategy, source, diagnostics);
    DecidingWalk inside = deciding.new Here(source, facts, Optional.empty()).statements();
    strategy.declaration().members().forEach(member -> member.accept(inside));
    facts.reads.put(strategy.declaration(), Set.copyOf(deciding.reads));
  }

  /**
   * A file in which the strategy's code is read, and the call in the strategy that has led there.
   */
  final class Here {
    private final SourceText file;
    private final Facts found;
    private final Optional<Span> call;

    private Here(SourceText file, Facts found, Optional<Span> call) {
      this.file = file;
      this.found = found;
      this.call = call;
    }

    DecidingWalk statements() {
      return new DecidingWalk(this);
    }

    /** What a name or a member stands for. */
    Optional<Symbol> symbol(Expr expr) {
      return Optional.ofNullable(found.symbols.get(expr));
    }

    void read(String attribute) {
      reads.add(attribute);
    }

    /** A statement that acts. */
    void acts(Span span, String what) {
      report(ActionProblem.ONLY_DECIDES, span, what);
    }

    /** Something that the strategy does not see. */
    void unseen(Span span, String what, String help) {
      report(ActionProblem.UNSEEN, span, what, help);
    }

    /** A variable: its own, one of a function that it calls, or a parameter of the scenario. */
    void variable(Span span, Symbol.Variable variable) {
      if (variable.activation().outer() == null && !variable.isParameter()) {
        unseen(
            span,
            "`" + variable.name() + "`, a variable of the file",
            "put the `let` into the " + sort() + ", or make it a `param`");
      }
    }

    /** A function that is called: it is held to the same. */
    void calls(Span span, Symbol.Function function, Optional<CheckedProgram> of) {
      if (!isMember(function) && followed.add(function)) {
        Here there =
            new Here(
                of.map(CheckedProgram::source).orElse(file),
                of.map(CheckedProgram::facts).orElse(found),
                Optional.of(call.orElse(span)));
        function.def().accept(there.statements());
      }
    }

    /** The strategy's own functions are read as its members. */
    private boolean isMember(Symbol.Function function) {
      Symbol.Activation around = function.activation();
      while (around != null && around != strategy.activation()) {
        around = around.outer();
      }
      return around != null;
    }

    private void report(ActionProblem problem, Span span, Object... more) {
      Object[] arguments = new Object[more.length + 1];
      arguments[0] = sort();
      System.arraycopy(more, 0, arguments, 1, more.length);
      Diagnostic diagnostic = Diagnostic.of(problem, source, call.orElse(span), arguments);
      diagnostics.add(
          call.isEmpty()
              ? diagnostic
              : diagnostic.withNote(
                  new Diagnostic.Note(Optional.of(file), span, "in what this calls")));
    }

    private String sort() {
      return strategy.sort().word();
    }
  }
}
