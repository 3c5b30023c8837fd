package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Constants;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Suggestions;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Quantities;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code --set NAME=VALUE} gives: a number with its unit, true or false, or else a text. */
final class ParameterTexts {
  private ParameterTexts() {}

  static Map<String, Value> read(Map<String, String> texts) {
    Map<String, Value> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, read(text)));
    return values;
  }

  /** What a scenario says of a param, or nothing. */
  static String meaning(Stmt.Param param) {
    return Optional.ofNullable(param.about()).flatMap(Constants::of).map(Value::print).orElse("");
  }

  private static Value read(String text) {
    boolean digit = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    if (digit && Quantities.read(text) instanceof Quantities.Reading.Good good) {
      return good.value();
    } else if (text.equals("true") || text.equals("false")) {
      return Value.Truth.of(text.equals("true"));
    }
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return new Value.Text(quoted ? text.substring(1, text.length() - 1) : text);
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
    if (usual.isPresent() && !alike(usual.get(), read(text))) {
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
    } else if (usual instanceof Value.Real && given instanceof Value.Whole) {
      return true;
    }
    return usual.getClass() == given.getClass();
  }
}
