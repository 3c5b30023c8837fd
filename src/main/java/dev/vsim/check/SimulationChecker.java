package dev.vsim.check;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Property;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks {@code simulate "lru.vsim" < frames 3 >}: the scenario, and what its params are given. */
final class SimulationChecker {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Facts facts;
  private final Worlds worlds;
  private final Diagnostics diagnostics;
  private final Function<Expr, StaticType> exprs;

  /**
   * @param exprs checks an expression where the simulation stands
   */
  SimulationChecker(
      SourceText source,
      Vocabulary vocabulary,
      Facts facts,
      Worlds worlds,
      Diagnostics diagnostics,
      Function<Expr, StaticType> exprs) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.facts = facts;
    this.worlds = worlds;
    this.diagnostics = diagnostics;
    this.exprs = exprs;
  }

  /** The type of the world that it makes. */
  StaticType check(Expr.Simulation simulation, Scope scope) {
    Expr scenario = simulation.scenario();
    if (Handed.isSubmission(scenario) && isFree(scope)) {
      return submission(simulation, scope);
    }
    StaticType path = exprs.apply(scenario);
    if (!path.isOpen() && path.sort() != StaticType.Sort.TEXT) {
      diagnostics.add(
          TypeProblem.WRONG_SORT, source, scenario.span(), "the path of a scenario", path.prose());
    }
    Optional<CheckedProgram> program = worlds.scenario(simulation);
    simulation.options().forEach(option -> given(option, program, scope));
    return StaticType.world(program.map(p -> p.source().name()).orElse(""));
  }

  /** Whether the word means nothing else here. */
  private static boolean isFree(Scope scope) {
    Optional<Symbol> known = scope.find("submission");
    return known.isEmpty() || known.get() instanceof Symbol.Module;
  }

  /** What was handed in, of which nothing is known beforehand. */
  private StaticType submission(Expr.Simulation simulation, Scope scope) {
    if (!worlds.hasSubmission()) {
      diagnostics.add(
          GradeProblem.ASSIGNMENT_ONLY, source, simulation.span(), "simulate submission");
      return StaticType.ANY;
    }
    SourceRules rules = new SourceRules(source, vocabulary, diagnostics);
    List<SourceRule> asked = new ArrayList<>();
    for (Property option : simulation.options()) {
      if (SourceRules.isRule(option.name().text())) {
        rules.of(option).ifPresent(asked::add);
      } else {
        given(option, Optional.empty(), scope);
      }
    }
    facts.submissions.put(simulation, List.copyOf(asked));
    return StaticType.world("");
  }

  private void given(Property option, Optional<CheckedProgram> program, Scope scope) {
    String name = option.name().text();
    Optional<Symbol.Variable> parameter = program.flatMap(p -> p.parameter(name));
    if (program.isPresent() && parameter.isEmpty()) {
      unknown(option, program.get());
    }
    List<Expr> values = values(option);
    if (values.isEmpty()) {
      diagnostics.add(TypeProblem.MISSING, source, option.span(), name, "a value", name + " VALUE");
      return;
    }
    Matched.Argument argument = argument(values.get(0), parameter, scope);
    facts.given.put(option, argument);
    parameter.ifPresent(p -> fit(p, argument));
  }

  private List<Expr> values(Property option) {
    boolean plain = option.items().size() == 1 && option.options().isEmpty();
    if (!plain || !(option.items().get(0) instanceof Item.Values values)) {
      return List.of();
    }
    return values.values().size() == 1
        ? values.values()
        : List.of(new Expr.ListOf(values.span(), values.values()));
  }

  private void unknown(Property option, CheckedProgram program) {
    String name = option.name().text();
    List<String> known = program.parameters();
    String near = ExprChecker.advice(name, known);
    String all = known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
    diagnostics.add(
        ActionProblem.WRONG_PARAM,
        source,
        option.name().span(),
        name,
        program.source().shortName() + " has no such param",
        near.isEmpty() ? all : near);
  }

  /** A bare word is a text, unless it is a variable where no text is wanted. */
  private Matched.Argument argument(Expr value, Optional<Symbol.Variable> parameter, Scope scope) {
    boolean text = parameter.filter(p -> p.type().sort() == StaticType.Sort.TEXT).isPresent();
    if (value instanceof Expr.Name name && (text || scope.find(name.name()).isEmpty())) {
      return new Matched.Argument.Constant(value.span(), new Value.Text(name.name()));
    } else if (value instanceof Expr.Number number && text) {
      return new Matched.Argument.Constant(value.span(), new Value.Text(number.spelling()));
    }
    StaticType type = exprs.apply(value);
    Optional<Value> constant = Constants.of(value);
    return constant.isPresent()
        ? new Matched.Argument.Constant(value.span(), constant.get())
        : new Matched.Argument.Computed(value, type);
  }

  private void fit(Symbol.Variable parameter, Matched.Argument given) {
    StaticType type =
        given instanceof Matched.Argument.Computed computed
            ? computed.type()
            : ExprChecker.typeOf(((Matched.Argument.Constant) given).value());
    StaticType wanted = parameter.type();
    boolean fits =
        type.isOpen()
            || wanted.isOpen()
            || wanted.sort() == type.sort() && wanted.dimension().mixesWith(type.dimension())
            || wanted.sort() == StaticType.Sort.REAL && type.isWhole();
    if (!fits) {
      diagnostics.add(
          Diagnostic.of(
              ActionProblem.WRONG_PARAM,
              source,
              given.span(),
              parameter.name(),
              wanted.prose() + " is wanted, not " + type.prose(),
              ""));
    }
  }
}
