package dev.vsim.check;

import dev.vsim.event.EventKind;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Pattern;
import dev.vsim.syntax.Property;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A program that can run: only the checker makes one (house rule 1), and the interpreter takes
 * nothing else.
 */
public final class CheckedProgram {
  private final Scenario scenario;
  private final Facts facts;
  private final Symbol.Activation activation;
  private final Scope top;
  private final List<CheckedProgram> used;
  private final Observed observed;
  private final Observed elsewhere;
  private final Names names;
  private final Worlds worlds;

  /**
   * What the program asserts.
   *
   * @param kinds every kind of event that an assertion names
   * @param inOrder whether an assertion looks at whatever comes next ({@code next}, {@code
   *     exactly}, {@code after})
   * @param counts whether an assertion counts, and so warns where nothing happened at all
   * @param proves whether it asserts anything at all
   */
  public record Observed(Set<EventKind> kinds, boolean inOrder, boolean counts, boolean proves) {
    /** What both assert together. */
    Observed with(Observed other) {
      Set<EventKind> all = new LinkedHashSet<>(kinds);
      all.addAll(other.kinds);
      return new Observed(
          all, inOrder || other.inOrder, counts || other.counts, proves || other.proves);
    }
  }

  CheckedProgram(
      Scenario scenario,
      Facts facts,
      Symbol.Activation activation,
      Scope top,
      List<CheckedProgram> used,
      Observed observed,
      Observed elsewhere,
      Names names,
      Worlds worlds) {
    this.scenario = scenario;
    this.facts = facts;
    this.activation = activation;
    this.top = top;
    this.used = List.copyOf(used);
    this.observed = observed;
    this.elsewhere = elsewhere;
    this.names = names;
    this.worlds = worlds;
  }

  public SourceText source() {
    return scenario.source();
  }

  public List<Stmt> statements() {
    return scenario.statements();
  }

  /** The variables at the file's top. */
  public Symbol.Activation activation() {
    return activation;
  }

  /** The files it uses, each once, in the order in which they first run. */
  public List<CheckedProgram> used() {
    return used;
  }

  /** Whether it declares several hosts, so that what each has is named with it. */
  public boolean hasSeveralHosts() {
    return names.hasSeveralHosts();
  }

  public Observed observed() {
    return observed;
  }

  /** What its assertions look at in the worlds that it simulates. */
  public Observed observedElsewhere() {
    return elsewhere;
  }

  /** The scenario that is simulated, where it is known before the run. */
  public Optional<CheckedProgram> simulated(Expr.Simulation simulation) {
    return worlds.scenario(simulation);
  }

  /**
   * What an assignment asks of the source of the submission that it simulates here; empty where
   * another scenario is simulated.
   */
  public Optional<List<SourceRule>> submission(Expr.Simulation simulation) {
    return Optional.ofNullable(facts.submissions.get(simulation));
  }

  /** What a parameter of a simulation is given. */
  public Matched.Argument given(Property parameter) {
    return facts.given.get(parameter);
  }

  /** The {@code param} of this name. */
  public Optional<Symbol.Variable> parameter(String name) {
    return top.find(name)
        .filter(s -> s instanceof Symbol.Variable v && v.isParameter())
        .map(s -> (Symbol.Variable) s);
  }

  /** The names of all its {@code param}s. */
  public List<String> parameters() {
    return top.names().stream().filter(n -> parameter(n).isPresent()).toList();
  }

  /** The path of who acts at its end where no {@code on} says so; empty for the host's init. */
  public String actor() {
    return facts.actor;
  }

  /** The objects that it and the files that it uses declare. */
  Objects objects() {
    return names.objectsOfAll();
  }

  /** The labels that it and the files that it uses give to pages. */
  Set<String> labels() {
    return names.labelsOfAll();
  }

  /** Whether a word is given to a slot or stands as a text, here or in a file in use. */
  public boolean mentions(String word) {
    boolean given =
        facts.acts.values().stream()
            .anyMatch(
                m ->
                    m instanceof Meant.Performs p && p.given().gives(word)
                        || m instanceof Meant.Declares d && d.given().gives(word));
    boolean text =
        facts.types.keySet().stream()
            .filter(e -> e instanceof Expr.Text)
            .flatMap(e -> Constants.of(e).stream())
            .anyMatch(v -> v.print().equals(word));
    return given || text || used.stream().anyMatch(u -> u.mentions(word));
  }

  /** Whether a command of this word stands here or in a file in use. */
  public boolean performs(String command) {
    return facts.acts.values().stream()
            .anyMatch(
                m ->
                    m instanceof Meant.Performs p && p.command().signature().word().equals(command))
        || used.stream().anyMatch(u -> u.performs(command));
  }

  /** What a name or a member of a file in use stands for. */
  public Optional<Symbol> symbol(Expr expr) {
    return Optional.ofNullable(facts.symbols.get(expr));
  }

  /** The object's path that an expression spells, if it spells one. */
  public Optional<String> path(Expr expr) {
    return Optional.ofNullable(facts.paths.get(expr));
  }

  /**
   * Who acts by default where another file's function is called; empty for a call inside a file.
   */
  public Optional<String> caller(Expr.Call call) {
    return Optional.ofNullable(facts.callers.get(call));
  }

  /** The {@code x + e} of {@code x += e}. */
  public Expr.Binary combined(Stmt.Assign assign) {
    return facts.combined(assign);
  }

  public StaticType type(Expr expr) {
    return facts.type(expr);
  }

  /**
   * The variable that a {@code let}, {@code param}, {@code for}, {@code use} or parameter
   * introduces.
   */
  public Symbol.Variable variable(Word name) {
    return facts.variables.get(name);
  }

  /** The attributes that a strategy reads, of whatever. */
  public Set<String> reads(Symbol.Strategy strategy) {
    return facts.reads.getOrDefault(strategy.declaration(), Set.of());
  }

  /** The strategy that the file declares under a name. */
  public Optional<Symbol.Strategy> strategy(String name) {
    return exported(name).filter(s -> s instanceof Symbol.Strategy).map(s -> (Symbol.Strategy) s);
  }

  public Meant act(Stmt.Act act) {
    return facts.acts.get(act);
  }

  public Meant.Events events(Pattern pattern) {
    return facts.patterns.get(pattern);
  }

  /** What the checker found of the file. */
  Facts facts() {
    return facts;
  }

  /** What a name at the file's top means, for who uses the file. */
  Optional<Symbol> exported(String name) {
    return top.find(name);
  }

  List<String> exports() {
    return top.names();
  }
}
