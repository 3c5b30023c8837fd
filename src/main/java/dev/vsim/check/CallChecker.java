package dev.vsim.check;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Suggestions;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls: of functions of the file, of files in use and of the language, and of the methods of
 * values.
 */
final class CallChecker {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Facts facts;
  private final Diagnostics diagnostics;
  private final ExprChecker exprs;
  private final MemberChecker members;
  private final Scope scope;

  CallChecker(
      SourceText source,
      Vocabulary vocabulary,
      Facts facts,
      Diagnostics diagnostics,
      ExprChecker exprs,
      MemberChecker members,
      Scope scope) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.facts = facts;
    this.diagnostics = diagnostics;
    this.exprs = exprs;
    this.members = members;
    this.scope = scope;
  }

  StaticType call(Expr.Call call) {
    List<StaticType> given = call.arguments().stream().map(a -> exprs.check(a, scope)).toList();
    if (call.callee() instanceof Expr.Member member) {
      StaticType of = exprs.check(member.of(), scope);
      if (facts.symbols.get(member.of()) instanceof Symbol.Module module) {
        members.exported(member, module);
        facts.callers.put(call, facts.actor);
      } else {
        return method(call, member, of);
      }
    } else if (call.callee() instanceof Expr.Name name) {
      callee(name);
    } else {
      exprs.check(call.callee(), scope);
      report(
          NameProblem.UNKNOWN_FUNCTION,
          call.callee().span(),
          source.text(call.callee().span()),
          "a function is called by its name, `f(1)`");
      return StaticType.ANY;
    }
    Symbol symbol = facts.symbols.get(call.callee());
    if (symbol instanceof Symbol.Given builtIn) {
      if (builtIn.function() == BuiltIn.RANDOM) {
        facts.effects.does(source, call.span(), "draws a random number");
      }
      return new BuiltInChecker(source, diagnostics).call(call, builtIn.function(), given);
    } else if (symbol instanceof Symbol.Function function) {
      facts.effects.calls(source, call.span(), function);
      count(call, function, given.size());
    } else if (symbol != null && !isUnread(symbol)) {
      report(
          NameProblem.UNKNOWN_FUNCTION,
          call.callee().span(),
          source.text(call.callee().span()),
          symbol instanceof Symbol.Variable
              ? "it is a variable"
              : "it is called, but it is no function");
    }
    return StaticType.ANY;
  }

  /** Whether it is declared by a statement that could not be read: then it may be anything. */
  private static boolean isUnread(Symbol symbol) {
    return symbol instanceof Symbol.Variable variable && variable.isUnread();
  }

  private void callee(Expr.Name name) {
    Optional<Symbol> found = scope.find(name.name());
    if (found.isPresent()) {
      facts.symbols.put(name, found.get());
      return;
    }
    Optional<BuiltIn> builtIn = BuiltIn.named(name.name());
    if (builtIn.isPresent()) {
      facts.symbols.put(name, new Symbol.Given(name.name(), name.span(), builtIn.get()));
      return;
    }
    List<String> functions = new ArrayList<>(BuiltIn.words());
    scope.names().stream()
        .filter(n -> scope.find(n).filter(Symbol.Function.class::isInstance).isPresent())
        .forEach(functions::add);
    String near = ExprChecker.advice(name.name(), functions);
    String help =
        command(name.name())
            .or(() -> Borrowed.call(name.name()))
            .or(() -> Optional.of(near).filter(n -> !n.isEmpty()))
            .or(() -> Suggestions.nearest(name.name(), vocabulary.words()).flatMap(this::command))
            .orElse("");
    report(NameProblem.UNKNOWN_FUNCTION, name.span(), name.name(), help);
  }

  /** What to write where a command is called like a function. */
  private Optional<String> command(String word) {
    return vocabulary.commands(word).stream()
        .findFirst()
        .map(
            c ->
                "`"
                    + word
                    + "` is a command: write it without parentheses, `"
                    + c.signature().usage()
                    + "`");
  }

  private void count(Expr.Call call, Symbol.Function function, int given) {
    int most = function.parameters().size();
    int least = function.required();
    if (given < least || given > most) {
      String wants =
          least == most ? Units.count(most, "value") : least + " to " + Units.count(most, "value");
      diagnostics.add(
          Diagnostic.of(TypeProblem.WRONG_COUNT, source, call.span(), function.name(), wants, given)
              .withHelp(defined(call, function)));
    }
  }

  private String defined(Expr.Call call, Symbol.Function function) {
    List<String> parameters =
        function.def().parameters().stream()
            .map(p -> p.name().text() + (p.fallback() == null ? "" : " = …"))
            .toList();
    return "it is defined as `"
        + source.text(call.callee().span())
        + "("
        + String.join(", ", parameters)
        + ")`";
  }

  private StaticType method(Expr.Call call, Expr.Member member, StaticType of) {
    String name = member.name().text();
    if (Methods.mayChange(name)) {
      exprs.changes(member.of(), true, call.span(), scope);
    }
    if (of.isOpen() || of.sort() == StaticType.Sort.THING || of.sort() == StaticType.Sort.EVENT) {
      return StaticType.ANY;
    }
    Optional<Method> method = Methods.find(of.sort(), name);
    if (method.isEmpty()) {
      report(
          NameProblem.UNKNOWN_METHOD,
          member.name().span(),
          of.prose(),
          name,
          Borrowed.method(name)
              .filter(m -> Methods.isMethod(of.sort(), m))
              .map(m -> "it is called `" + m + "`")
              .orElseGet(() -> ExprChecker.adviceOrAll(name, Methods.names(of.sort()))));
      return StaticType.ANY;
    }
    Method known = method.get();
    int given = call.arguments().size();
    if (!known.takes(given)) {
      report(TypeProblem.WRONG_COUNT, call.span(), name, known.count(), given);
    }
    return known.gives().orElse(StaticType.ANY);
  }

  private void report(Problem problem, Span span, Object... arguments) {
    diagnostics.add(problem, source, span, arguments);
  }
}
