package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.check.SourceRule;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Simulator;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Scenario;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.TraceWriter;
import dev.vsim.value.Value;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs what one scenario simulates, on its account, in worlds that print nothing. The assertions of
 * what is simulated are passed over: they are about that scenario as it runs by itself.
 */
final class WorldSimulator implements Simulator {
  private final Job outer;
  private final Account account;
  private final IdentityHashMap<SourceText, CheckedProgram> found = new IdentityHashMap<>();

  WorldSimulator(Job outer, Account account) {
    this.outer = outer;
    this.account = account;
  }

  @Override
  public Simulated simulate(Request request) {
    if (request.submission().isPresent()) {
      return submitted(outer.submitted().orElseThrow(), request);
    }
    Diagnostics problems = new Diagnostics();
    Optional<CheckedProgram> program =
        request.program().isPresent() ? request.program() : find(request, problems);
    program.ifPresent(p -> check(request, p, problems));
    return problems.hasErrors()
        ? new Simulated.Failed(Ending.Sort.ERROR, first(problems))
        : simulate(program.orElseThrow(), outer.library(), request.given());
  }

  /** What was handed in, if its source is as the assignment wants it. */
  private Simulated submitted(Submitted submitted, Request request) {
    for (Given given : request.given()) {
      if (submitted.program().parameter(given.name()).isEmpty()) {
        Diagnostic missing =
            Diagnostic.of(
                GradeProblem.NO_PARAM, submitted.program().source(), new Span(0, 0), given.name());
        return new Simulated.Failed(Ending.Sort.ERROR, missing);
      }
    }
    List<SourceRule> rules = request.submission().orElseThrow();
    Optional<Diagnostic> before = broken(rules, submitted);
    if (before.isPresent()) {
      return new Simulated.Failed(Ending.Sort.FAILED, before.get());
    }
    Simulated simulated = simulate(submitted.program(), submitted.files(), request.given());
    // What it simulated itself is known only now.
    return broken(rules, submitted)
        .<Simulated>map(why -> new Simulated.Failed(Ending.Sort.FAILED, why))
        .orElse(simulated);
  }

  private static Optional<Diagnostic> broken(List<SourceRule> rules, Submitted submitted) {
    return rules.stream()
        .flatMap(rule -> rule.broken(submitted.files().own()).stream())
        .findFirst();
  }

  /** A scenario whose path only the run tells, or that simulates itself. */
  private Optional<CheckedProgram> find(Request request, Diagnostics problems) {
    Optional<Scenario> scenario =
        outer.library().open(request.path(), request.user(), problems, request.at());
    if (scenario.isEmpty() || problems.hasErrors()) {
      return Optional.empty();
    }
    SourceText text = scenario.get().source();
    Optional<CheckedProgram> before = Optional.ofNullable(found.get(text));
    Optional<CheckedProgram> program =
        before.isPresent()
            ? before
            : new Checker(Language.vocabulary(), outer.library(), problems).check(scenario.get());
    program.ifPresent(p -> found.put(text, p));
    return program;
  }

  private static void check(Request request, CheckedProgram program, Diagnostics problems) {
    for (Given given : request.given()) {
      if (program.parameter(given.name()).isEmpty()) {
        List<String> known = program.parameters();
        problems.add(
            ActionProblem.WRONG_PARAM,
            request.user(),
            given.span(),
            given.name(),
            program.source().shortName() + " has no such param",
            known.isEmpty() ? "it has none" : "it has " + String.join(", ", known));
      }
    }
  }

  private static Diagnostic first(Diagnostics problems) {
    List<Diagnostic> errors = problems.sorted().stream().filter(Diagnostic::isError).toList();
    Diagnostic first = errors.get(0);
    String file = first.source().name();
    int more = errors.size() - 1 + problems.dropped();
    String others = more + " more: `vsim check " + file + "` lists them";
    return more == 0
        ? first
        : first.withHelp(first.help().isEmpty() ? others : first.help() + " — " + others);
  }

  private Simulated simulate(CheckedProgram program, ScenarioFiles files, List<Given> given) {
    Map<String, Value> values = new LinkedHashMap<>();
    given.forEach(one -> values.put(one.name(), one.value()));
    TraceWriter silent = TraceWriter.silent();
    Job job =
        new Job(
            program, files, values, silent, new AssertionWitness(false), outer.progress(), false);
    EventLog seen = outer.logElsewhere(account);
    OneRun.Played played = OneRun.play(job, account, Optional.of(seen));
    return played.over().isPresent()
        ? new Simulated.Ended(played.over().get().world().orElseThrow())
        : new Simulated.Failed(played.ending().sort(), played.ending().diagnostic().orElseThrow());
  }
}
