package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.exec.Limits;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.sweep.Sweep;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.syntax.Stmt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one scenario with every combination of many values, several at a time. */
public final class Sweeps {
  /** How many runs a sweep may have. */
  public static final int MOST_POINTS = 100_000;

  /**
   * What is to be swept.
   *
   * @param file the scenario
   * @param set what each {@code param} is set to, one value or many, in this order
   * @param measures expressions that are read in the world at the end of each run
   * @param limits what each run may use
   */
  public record Settings(
      Path file, Map<String, List<String>> set, List<String> measures, int jobs, Limits limits) {
    /** How many runs that is. */
    public long runs() {
      long runs = 1;
      for (List<String> values : set.values()) {
        runs = Math.min(runs * values.size(), Integer.MAX_VALUE);
      }
      return runs;
    }
  }

  private final Settings settings;
  private final Diagnostics diagnostics = new Diagnostics();

  public Sweeps(Settings settings) {
    this.settings = settings;
  }

  /** What is wrong with the scenario, the names that are set, or the measures. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Runs all points; empty where {@link #diagnostics} says why none was run. */
  public Optional<Sweep> run() {
    String name = settings.file().toString();
    FileLibrary library = new FileLibrary(name, settings.file());
    Optional<CheckedProgram> program =
        ScenarioRun.check(settings.file(), name, library, diagnostics);
    program.ifPresent(p -> parameters(p));
    program.ifPresent(p -> measures(p, library));
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(sweep(program.orElseThrow()));
  }

  private void parameters(CheckedProgram program) {
    Map<String, String> unknown = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> one : settings.set().entrySet()) {
      if (program.parameter(one.getKey()).isEmpty()) {
        unknown.put(one.getKey(), one.getValue().get(0));
      }
    }
    ParameterTexts.check(program, unknown, diagnostics);
  }

  private void measures(CheckedProgram program, FileLibrary library) {
    settings.measures().forEach(text -> measure(text, program, library, diagnostics));
  }

  /** A measure as a text about the scenario's world. */
  static Optional<CheckedProgram> measure(
      String expression, CheckedProgram program, FileLibrary library, Diagnostics diagnostics) {
    SourceText text = new SourceText("--measure", "print " + expression);
    Scenario read = new ScenarioParser().parse(text, diagnostics);
    boolean one =
        read.statements().size() == 1
            && read.statements().get(0) instanceof Stmt.Print print
            && print.values().size() == 1;
    if (!one && !diagnostics.hasErrors()) {
      Span whole = new Span("print ".length(), text.text().length());
      diagnostics.add(ActionProblem.NO_MEASURE, text, whole, expression);
    }
    return one && !diagnostics.hasErrors()
        ? new Checker(Language.vocabulary(), library, diagnostics).about(program, read)
        : Optional.empty();
  }

  private Sweep sweep(CheckedProgram program) {
    List<SweepPoint> points = new ArrayList<>();
    List<List<Integer>> places = places(new ArrayList<>(settings.set().values()));
    for (List<Integer> at : places) {
      points.add(new SweepPoint(settings, at));
    }
    List<Sweep.Point> measured =
        new Workers("vsim-sweep", settings.jobs())
            .all(points, point -> DeepStack.call(point::run), SweepPoint::spent);
    List<Sweep.Parameter> parameters = new ArrayList<>();
    settings.set().forEach((name, values) -> parameters.add(parameter(program, name, values)));
    return new Sweep(program.source().shortName(), parameters, settings.measures(), measured);
  }

  private static Sweep.Parameter parameter(
      CheckedProgram program, String name, List<String> values) {
    String meaning = "";
    for (Stmt statement : program.statements()) {
      if (statement instanceof Stmt.Param param && param.name().text().equals(name)) {
        meaning = ParameterTexts.meaning(param);
      }
    }
    return new Sweep.Parameter(name, meaning, values);
  }

  /** Every combination, the last list turning fastest. */
  private static List<List<Integer>> places(List<List<String>> values) {
    List<List<Integer>> all = List.of(List.of());
    for (List<String> one : values) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> before : all) {
        for (int i = 0; i < one.size(); i++) {
          List<Integer> next = new ArrayList<>(before);
          next.add(i);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }
}
