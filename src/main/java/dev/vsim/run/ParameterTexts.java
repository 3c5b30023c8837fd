package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Constants;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Suggestions;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code --set NAME=VALUE} gives: a literal of the language, or else a text. */
final class ParameterTexts {
  private ParameterTexts() {}

  /** What the parameters of a scenario are given, by name. */
  static Map<String, Value> read(CheckedProgram program, Map<String, String> texts) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Stmt statement : program.statements()) {
      if (statement instanceof Stmt.Param param && texts.containsKey(param.name().text())) {
        String name = param.name().text();
        values.put(name, read(param, texts.get(name)));
      }
    }
    return values;
  }

  /** What a scenario says of a param, or nothing. */
  static String meaning(Stmt.Param param) {
    return Optional.ofNullable(param.about()).flatMap(Constants::of).map(Value::print).orElse("");
  }

  /** What one parameter is given. */
  static Value read(Stmt.Param param, String text) {
    return read(text, Constants.of(param.value()));
  }

  /** A literal as the language spells it; anything else is a text, which needs no quotes here. */
  private static Value read(String text, Optional<Value> usual) {
    Value bare = new Value.Text(text);
    SourceText source = new SourceText("--set", "let value = " + text);
    Diagnostics diagnostics = new Diagnostics();
    Scenario scenario = new ScenarioParser().parse(source, diagnostics);
    boolean single = scenario.statements().size() == 1 && scenario.comments().isEmpty();
    Optional<Value> literal =
        single && diagnostics.isEmpty() && scenario.statements().get(0) instanceof Stmt.Let let
            ? Constants.of(let.value())
            : Optional.empty();
    boolean textWanted = usual.filter(v -> v instanceof Value.Text).isPresent();
    return literal.filter(v -> !textWanted || v instanceof Value.Text).orElse(bare);
  }

  /** Reports what is set and is no parameter of the scenario, or of another sort. */
  static void check(CheckedProgram program, Map<String, String> given, Diagnostics diagnostics) {
    List<String> names = new ArrayList<>();
    for (Stmt statement : program.statements()) {
      if (statement instanceof Stmt.Param param) {
        String name = param.name().text();
        names.add(name);
        Optional.ofNullable(given.get(name))
            .ifPresent(text -> fit(program.source(), param, text, diagnostics));
      }
    }
    given.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> unknown(program.source(), name, given.get(name), names, diagnostics));
  }

  private static void unknown(
      SourceText source, String name, String text, List<String> names, Diagnostics diagnostics) {
    String known = names.isEmpty() ? "it has none" : "it has " + String.join(", ", names);
    diagnostics.add(
        ActionProblem.WRONG_PARAM,
        source,
        new Span(0, 0),
        name + "=" + text,
        "the scenario has no such param",
        Suggestions.nearest(name, names).map(near -> "did you mean `" + near + "`?").orElse(known));
  }

  private static void fit(
      SourceText source, Stmt.Param param, String text, Diagnostics diagnostics) {
    Optional<Value> usual = Constants.of(param.value());
    if (usual.isPresent() && !alike(usual.get(), read(text, usual))) {
      diagnostics.add(
          ActionProblem.WRONG_PARAM,
          source,
          param.span(),
          param.name().text() + "=" + text,
          "a value like " + usual.get().print() + " is wanted",
          "");
    }
  }

  private static boolean alike(Value usual, Value given) {
    if (usual instanceof Value.Whole a && given instanceof Value.Whole b) {
      return a.dimension().mixesWith(b.dimension());
    } else if (usual instanceof Value.Real a && given instanceof Value.Whole b) {
      return a.dimension().mixesWith(b.dimension());
    } else if (usual instanceof Value.Real a && given instanceof Value.Real b) {
      return a.dimension() == b.dimension();
    }
    return usual.getClass() == given.getClass();
  }
}
