package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Interpreter;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.sweep.Sweep;
import dev.vsim.trace.TraceWriter;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a sweep, in silence. The scenario's assertions are about the scenario as it runs by
 * itself, and are passed over.
 */
final class SweepPoint {
  private final Sweeps.Settings settings;
  private final List<Integer> at;
  private final Diagnostics diagnostics = new Diagnostics();

  /**
   * @param at which value of each param it has
   */
  SweepPoint(Sweeps.Settings settings, List<Integer> at) {
    this.settings = settings;
    this.at = at;
  }

  Sweep.Point run() {
    String name = settings.file().toString();
    FileLibrary library = new FileLibrary(name, settings.file());
    Optional<CheckedProgram> program =
        ScenarioRun.check(settings.file(), name, library, diagnostics);
    program.ifPresent(p -> ParameterTexts.check(p, given(), diagnostics));
    return program.isEmpty() || diagnostics.hasErrors()
        ? troubled(Ending.Sort.ERROR, first())
        : measured(program.get(), library);
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    int place = 0;
    for (Map.Entry<String, List<String>> one : settings.set().entrySet()) {
      given.put(one.getKey(), one.getValue().get(at.get(place)));
      place++;
    }
    return given;
  }

  private Sweep.Point measured(CheckedProgram program, FileLibrary library) {
    Job job =
        new Job(
            program,
            library,
            ParameterTexts.read(program, given()),
            TraceWriter.silent(),
            new AssertionWitness(false),
            RunRequest.ReplayProgress.NONE,
            false);
    Account account = Account.of(settings.limits(), ScenarioRun.deadline(settings.limits()));
    OneRun.Played played = OneRun.play(job, account, Optional.empty());
    if (played.over().isEmpty()) {
      return troubled(played.ending().sort(), played.ending().diagnostic().orElseThrow());
    }
    List<Value> values = new ArrayList<>();
    for (String measure : settings.measures()) {
      Optional<CheckedProgram> text = Sweeps.measure(measure, program, library, diagnostics);
      Interpreter.Reading reading = played.over().get().read(text.orElseThrow());
      if (reading instanceof Interpreter.Reading.Failed failed) {
        return troubled(Ending.Sort.ERROR, failed.why());
      }
      values.addAll(((Interpreter.Reading.Values) reading).values());
    }
    return new Sweep.Point(at, values, Optional.empty());
  }

  private Diagnostic first() {
    return diagnostics.sorted().stream().filter(Diagnostic::isError).findFirst().orElseThrow();
  }

  private Sweep.Point troubled(Ending.Sort sort, Diagnostic why) {
    String place = why.source().shortName() + ":" + why.source().line(why.span().start());
    String message = place + ": " + why.problem().code() + ": " + why.message();
    return troubled(word(sort), message);
  }

  private static Sweep.Trouble.Sort word(Ending.Sort sort) {
    return switch (sort) {
      case LIMIT -> Sweep.Trouble.Sort.LIMIT;
      case FAILED -> Sweep.Trouble.Sort.FAILED;
      case ERROR, COMPLETE, BROKEN_OUTPUT -> Sweep.Trouble.Sort.ERROR;
    };
  }

  private Sweep.Point troubled(Sweep.Trouble.Sort sort, String message) {
    return new Sweep.Point(at, List.of(), Optional.of(new Sweep.Trouble(sort, message)));
  }

  /** The point of a run for which the computer was too small. */
  Sweep.Point spent(String why) {
    return troubled(Sweep.Trouble.Sort.LIMIT, why);
  }
}
