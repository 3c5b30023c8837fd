package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Comment;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.Stmt;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a program that can run out of a scenario that was read, or says why it cannot. */
public final class Checker {
  private final Vocabulary vocabulary;
  private final Library library;
  private final Diagnostics diagnostics;
  private final Map<String, CheckedProgram> checked = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();

  /** Where files in use come from. */
  public interface Library {
    /**
     * The file that {@code use "path"} in {@code user} means, read; reports into {@code
     * diagnostics} and is empty where there is none. Two paths that mean one file give one {@link
     * SourceText#name()}.
     */
    Optional<Scenario> open(
        String path, SourceText user, Diagnostics diagnostics, dev.vsim.source.Span at);
  }

  public Checker(Vocabulary vocabulary, Library library, Diagnostics diagnostics) {
    this.vocabulary = vocabulary;
    this.library = library;
    this.diagnostics = diagnostics;
  }

  /** The program, or empty after errors; warnings do not refuse. */
  public Optional<CheckedProgram> check(Scenario scenario) {
    CheckedProgram program = file(scenario, false);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(program);
  }

  private CheckedProgram file(Scenario scenario, boolean used) {
    Facts facts = new Facts();
    Objects objects = new Objects(vocabulary);
    List<CheckedProgram> uses = new ArrayList<>();
    open.add(scenario.source().name());
    Names names =
        new Names(
            scenario.source(),
            vocabulary,
            facts,
            objects,
            diagnostics,
            use -> {
              Optional<CheckedProgram> program = use(use, scenario.source());
              program.filter(p -> !uses.contains(p)).ifPresent(uses::add);
              return program;
            });
    names.walk(scenario.statements());
    new Inference(scenario.source(), vocabulary, facts, objects).run(names.assigned());
    boolean trace = scenario.comments().stream().findFirst().filter(c -> isTrace(c)).isPresent();
    StatementChecker statements =
        new StatementChecker(
            scenario.source(), vocabulary, facts, objects, names, diagnostics, trace, used);
    statements.file(scenario.statements());
    open.remove(open.size() - 1);
    CheckedProgram.Observed observed = statements.observed();
    for (CheckedProgram one : uses) {
      observed = observed.with(one.observed());
    }
    return new CheckedProgram(
        scenario, facts, names.file(), names.top(), uses, observed, objects.severalHosts());
  }

  private static boolean isTrace(Comment first) {
    return first.span().start() <= 1 && first.text().strip().equals("# vsim trace 1");
  }

  private Optional<CheckedProgram> use(Stmt.Use use, SourceText user) {
    Optional<String> path =
        Constants.of(use.what())
            .filter(v -> v instanceof dev.vsim.value.Value.Text)
            .map(dev.vsim.value.Value::print);
    if (path.isEmpty()) {
      diagnostics.add(dev.vsim.source.ActionProblem.NOT_YET, user, use.span(), "use NAME");
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
    CheckedProgram program = checked.get(name);
    if (program == null) {
      program = file(scenario.get(), true);
      checked.put(name, program);
    }
    return Optional.of(program);
  }
}
