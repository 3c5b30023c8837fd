package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Comment;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Makes a program that can run out of a scenario that was read, or says why it cannot. */
public final class Checker {
  private final Vocabulary vocabulary;
  private final Library library;
  private final Diagnostics diagnostics;
  // By the text itself: files of an assignment and of a submission may have one name.
  private final IdentityHashMap<SourceText, CheckedProgram> checked = new IdentityHashMap<>();
  private final IdentityHashMap<SourceText, CheckedProgram> simulated = new IdentityHashMap<>();
  private final List<String> open = new ArrayList<>();
  private final Effects effects = new Effects();
  private final Optional<Submission> submission;

  /** Where files in use come from. */
  public interface Library {
    /**
     * The file that {@code use "path"} in {@code user} means, read; reports into {@code
     * diagnostics} and is empty where there is none. Two paths that mean one file give one {@link
     * SourceText}.
     */
    Optional<Scenario> open(
        String path, SourceText user, Diagnostics diagnostics, dev.vsim.source.Span at);
  }

  /** What an assignment looks at. */
  public interface Submission {
    /** The file that was handed in, as it was read; empty as long as there is none. */
    Optional<Scenario> scenario();
  }

  /** A checker of scenarios, which have no submission. */
  public Checker(Vocabulary vocabulary, Library library, Diagnostics diagnostics) {
    this(vocabulary, library, diagnostics, Optional.empty());
  }

  /**
   * @param submission what {@code simulate submission} means: only assignments have one
   */
  public Checker(
      Vocabulary vocabulary,
      Library library,
      Diagnostics diagnostics,
      Optional<Submission> submission) {
    this.submission = submission;
    this.vocabulary = vocabulary;
    this.library = library;
    this.diagnostics = diagnostics;
  }

  /** The program, or empty after errors; warnings do not refuse. */
  public Optional<CheckedProgram> check(Scenario scenario) {
    CheckedProgram program = file(scenario, false);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(program);
  }

  /**
   * A text that is about the world which a scenario leaves behind: what it names are the objects
   * there, as inside {@code in r { … }}. Empty after errors.
   */
  public Optional<CheckedProgram> about(CheckedProgram world, Scenario text) {
    Objects there = new Objects(vocabulary).with(Optional.of(world.objects()));
    CheckedProgram program = file(text, false, Optional.of(there));
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(program);
  }

  private CheckedProgram file(Scenario scenario, boolean used) {
    return file(scenario, used, Optional.empty());
  }

  /**
   * @param about the objects of the world that the text is about, if it is not its own
   */
  private CheckedProgram file(Scenario scenario, boolean used, Optional<Objects> about) {
    Objects objects = about.orElseGet(() -> new Objects(vocabulary));
    Facts facts = new Facts();
    facts.effects = effects;
    Worlds worlds = new Worlds(vocabulary, submission.isPresent());
    List<CheckedProgram> uses = new ArrayList<>();
    open.add(scenario.source().name());
    Names names =
        new Names(
            scenario.source(),
            vocabulary,
            facts,
            objects,
            worlds,
            diagnostics,
            new Names.Modules() {
              @Override
              public Optional<CheckedProgram> use(Stmt.Use use) {
                Optional<CheckedProgram> program = Checker.this.use(use, scenario);
                program.filter(p -> !uses.contains(p)).ifPresent(uses::add);
                return program;
              }

              @Override
              public Optional<CheckedProgram> simulated(Expr.Simulation simulation) {
                return Checker.this.simulated(simulation, scenario.source());
              }
            });
    about.ifPresent(names.top()::lookInto);
    names.walk(scenario.statements());
    new Inference(scenario.source(), vocabulary, objects, worlds).run(names.assigned());
    boolean trace = scenario.comments().stream().findFirst().filter(c -> isTrace(c)).isPresent();
    StatementChecker statements =
        new StatementChecker(
            scenario.source(), vocabulary, facts, objects, worlds, names, diagnostics, trace, used);
    statements.file(scenario.statements());
    facts.strategies.values().stream()
        .sorted(Comparator.comparingInt(s -> s.span().start()))
        .forEach(s -> Deciding.check(s, scenario.source(), facts, diagnostics));
    effects.report(diagnostics);
    open.remove(open.size() - 1);
    CheckedProgram.Observed observed = statements.observed();
    CheckedProgram.Observed elsewhere = statements.observedElsewhere();
    for (CheckedProgram one : uses) {
      observed = observed.with(one.observed());
      elsewhere = elsewhere.with(one.observedElsewhere());
    }
    return new CheckedProgram(
        scenario, facts, names.file(), names.top(), uses, observed, elsewhere, names, worlds);
  }

  /**
   * The scenario of a simulation, if its path is a plain text; one that simulates itself is known
   * only when it runs.
   */
  private Optional<CheckedProgram> simulated(Expr.Simulation simulation, SourceText user) {
    Optional<Scenario> scenario =
        Constants.of(simulation.scenario())
            .filter(v -> v instanceof Value.Text)
            .flatMap(
                path ->
                    library.open(path.print(), user, diagnostics, simulation.scenario().span()));
    if (scenario.isEmpty() || open.contains(scenario.get().source().name())) {
      return Optional.empty();
    }
    SourceText text = scenario.get().source();
    CheckedProgram program = simulated.get(text);
    if (program == null) {
      program = file(scenario.get(), false);
      simulated.put(text, program);
    }
    return Optional.of(program);
  }

  private static boolean isTrace(Comment first) {
    return first.span().start() <= 1 && first.text().strip().equals("# vsim trace 1");
  }

  private Optional<CheckedProgram> use(Stmt.Use use, Scenario from) {
    SourceText user = from.source();
    if (Handed.isSubmission(use.what())) {
      return useSubmission(use, from);
    }
    Optional<String> path =
        Constants.of(use.what()).filter(v -> v instanceof Value.Text).map(Value::print);
    if (path.isEmpty()) {
      diagnostics.add(
          FileProblem.UNREADABLE,
          user,
          use.what().span(),
          user.text(use.what().span()),
          "the path of a file stands in quotes");
      return Optional.empty();
    }
    Optional<Scenario> scenario = library.open(path.get(), user, diagnostics, use.what().span());
    if (scenario.isEmpty()) {
      return Optional.empty();
    }
    String name = scenario.get().source().name();
    if (open.contains(name)) {
      String cycle =
          String.join(" → ", open.subList(open.indexOf(name), open.size())) + " → " + name;
      diagnostics.add(FileProblem.CYCLE, user, use.what().span(), cycle);
      return Optional.empty();
    }
    CheckedProgram program = checked.get(scenario.get().source());
    if (program == null) {
      program = file(scenario.get(), true);
      checked.put(scenario.get().source(), program);
    }
    return Optional.of(program);
  }

  private Optional<CheckedProgram> useSubmission(Stmt.Use use, Scenario from) {
    if (submission.isEmpty()) {
      diagnostics.add(GradeProblem.ASSIGNMENT_ONLY, from.source(), use.span(), "use submission");
    }
    String alias = use.as() == null ? from.source().text(use.what().span()) : use.as().text();
    return submission
        .flatMap(Submission::scenario)
        .map(handed -> file(Handed.part(handed, alias, from.statements()), true));
  }
}
