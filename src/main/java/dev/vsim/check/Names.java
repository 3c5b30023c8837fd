package dev.vsim.check;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Suggestions;
import dev.vsim.syntax.Block;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Inside;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Word;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.StrategySort;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first pass: notes every name that the file introduces, block by block, and everything that is
 * assigned to a variable. Objects and labels belong to the whole file, wherever they are declared.
 */
final class Names implements Stmt.Visitor<Void> {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Facts facts;
  private final Objects objects;
  private final Diagnostics diagnostics;
  private final Modules modules;
  private final Set<String> labels = new LinkedHashSet<>();
  private final List<CheckedProgram> uses = new ArrayList<>();
  private final Hyphens hyphens = new Hyphens();
  private final Map<String, Stmt.Act> templates = new LinkedHashMap<>();

  /** What comes with objects of the file, under names that their properties give. */
  private final Map<Word, String> brought = new LinkedHashMap<>();

  private final List<Symbol.Assigned> assigned = new ArrayList<>();
  private final Symbol.Activation file = new Symbol.Activation(null);
  private final Scope top = new Scope(null, file);
  private final Worlds worlds;
  private Scope scope = top;

  /** The strategy whose members are walked. */
  private Optional<Symbol.Strategy> members = Optional.empty();

  /** The objects of the world in which the statements being walked act. */
  private Objects here;

  /** Who loads and checks a file in use. */
  interface Modules {
    Optional<CheckedProgram> use(Stmt.Use use);

    Optional<CheckedProgram> simulated(Expr.Simulation simulation);
  }

  Names(
      SourceText source,
      Vocabulary vocabulary,
      Facts facts,
      Objects objects,
      Worlds worlds,
      Diagnostics diagnostics,
      Modules modules) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.facts = facts;
    this.objects = objects;
    this.diagnostics = diagnostics;
    this.modules = modules;
    this.worlds = worlds;
    this.here = objects;
  }

  void walk(List<Stmt> statements) {
    facts.labels = labels;
    top.put(new Symbol.Now("now", new Span(0, 0)));
    if (hosts(statements) > 1) {
      objects.expectSeveralHosts();
    }
    defaults(statements);
    statements.forEach(s -> s.accept(this));
    brought.forEach(this::nameAlone);
  }

  Scope top() {
    return top;
  }

  /** Whether the file declares several hosts. */
  boolean hasSeveralHosts() {
    return objects.severalHosts();
  }

  Symbol.Activation file() {
    return file;
  }

  Objects objects() {
    return objects;
  }

  Set<String> labels() {
    return labels;
  }

  /**
   * The objects of the one world in which the file and those that it uses act: an event tells of
   * them by the path that they have there, whatever the file must write to name them.
   */
  Objects objectsOfAll() {
    Objects all = objects;
    for (CheckedProgram used : uses) {
      all = all.with(Optional.of(used.objects()));
    }
    return all;
  }

  /** The labels of that world's pages. */
  Set<String> labelsOfAll() {
    Set<String> all = new LinkedHashSet<>(labels);
    uses.forEach(used -> all.addAll(used.labels()));
    return all;
  }

  Map<String, Stmt.Act> templates() {
    return templates;
  }

  List<Symbol.Assigned> assigned() {
    return assigned;
  }

  /**
   * The default objects, unless the file's first declaration of the kind gives the default one
   * another name.
   */
  private void defaults(List<Stmt> statements) {
    vocabulary.kinds().stream()
        .filter(kind -> kind.standard().isPresent())
        .filter(
            kind ->
                statements.stream()
                    .noneMatch(
                        s -> s instanceof Stmt.Act act && act.word().text().equals(kind.name())))
        .forEach(kind -> object(kind.standard().get(), new Span(0, 0), kind.name()));
    for (Kind kind : vocabulary.kinds()) {
      kind.always(objects.severalHosts()).stream()
          .filter(name -> statements.stream().noneMatch(s -> declares(s, kind, name)))
          .forEach(name -> object(name, new Span(0, 0), kind.name()));
    }
  }

  private static boolean declares(Stmt statement, Kind kind, String name) {
    return statement instanceof Stmt.Act act
        && act.word().text().equals(kind.name())
        && DeclarationShape.read(act, kind).name().filter(n -> n.text().equals(name)).isPresent();
  }

  /** How many hosts the file declares, a row counting for more than one. */
  private static long hosts(List<Stmt> statements) {
    return statements.stream().mapToLong(Names::hosts).sum();
  }

  /** How many hosts a statement declares, blocks included, but for those of another world. */
  private static long hosts(Stmt statement) {
    if (statement instanceof Stmt.Act act && act.word().text().equals("host")) {
      return DeclarationShape.read(act).rows().isPresent() ? 2 : 1;
    }
    return statement instanceof Stmt.In ? 0 : hosts(Inside.of(statement));
  }

  private void object(String name, Span span, String kind) {
    top.put(new Symbol.Thing(name, span, kind));
    objects.put(name, kind);
  }

  private void introduce(Symbol symbol) {
    Optional<Symbol> before = scope.taken(symbol.name());
    if (before.isPresent()) {
      Diagnostic taken = Diagnostic.of(NameProblem.TAKEN, source, symbol.span(), symbol.name());
      boolean placed = before.get().span().end() > 0;
      diagnostics.add(placed ? taken.withNote(before.get().span(), "here") : taken);
      return;
    }
    scope.put(symbol);
    confusable(symbol);
  }

  private void confusable(Symbol symbol) {
    Optional<Hyphens.Confusable> found = hyphens.introduced(symbol, scope);
    if (found.isPresent()) {
      Symbol named = found.get().symbol();
      Diagnostic confusable =
          Diagnostic.of(
              NameProblem.CONFUSABLE, source, named.span(), named.name(), found.get().difference());
      diagnostics.add(
          named == symbol
              ? confusable
              : confusable.withNote(symbol.span(), "with this name around"));
    }
  }

  private Symbol.Variable variable(Word name, boolean parameter) {
    Symbol.Variable variable =
        new Symbol.Variable(name.text(), name.span(), scope.activation(), parameter);
    facts.variables.put(name, variable);
    introduce(variable);
    return variable;
  }

  private void block(Block block, Scope inner) {
    Scope before = scope;
    scope = inner;
    facts.scopes.put(block, inner);
    block.statements().forEach(s -> s.accept(this));
    scope = before;
  }

  private Void block(Block block) {
    if (block != null) {
      block(block, new Scope(scope, scope.activation()));
    }
    return null;
  }

  @Override
  public Void let(Stmt.Let let) {
    simulated(let.value());
    Symbol.Variable variable = variable(let.name(), false);
    if (let.value() instanceof Expr.Broken) {
      variable.unread();
    }
    assigned.add(new Symbol.Assigned(variable, let.value(), scope, false));
    return null;
  }

  @Override
  public Void param(Stmt.Param param) {
    Symbol.Variable variable = variable(param.name(), true);
    assigned.add(new Symbol.Assigned(variable, param.value(), scope, false));
    return null;
  }

  @Override
  public Void assign(Stmt.Assign assign) {
    simulated(assign.value());
    if (assign.target() instanceof Expr.Name name
        && scope.find(name.name()).orElse(null) instanceof Symbol.Variable variable) {
      Expr value = assign.operator() == null ? assign.value() : facts.combined(assign);
      assigned.add(new Symbol.Assigned(variable, value, scope, false));
    }
    return null;
  }

  @Override
  public Void branch(Stmt.If branch) {
    branch.arms().forEach(arm -> block(arm.body()));
    return block(branch.otherwise());
  }

  @Override
  public Void loop(Stmt.For loop) {
    Scope before = scope;
    scope = new Scope(before, before.activation());
    Symbol.Variable first = variable(loop.first(), false);
    assigned.add(new Symbol.Assigned(first, loop.over(), before, true));
    if (loop.second() != null) {
      Symbol.Variable second = variable(loop.second(), false);
      assigned.add(new Symbol.Assigned(second, new Expr.Broken(loop.over().span()), before, false));
    }
    block(loop.body(), scope);
    scope = before;
    return null;
  }

  @Override
  public Void whileLoop(Stmt.While loop) {
    return block(loop.body());
  }

  @Override
  public Void repeat(Stmt.Repeat repeat) {
    return block(repeat.body());
  }

  @Override
  public Void def(Stmt.Def def) {
    Symbol.Activation activation = new Symbol.Activation(scope.activation());
    Scope outer = scope;
    Scope inner = new Scope(outer, activation);
    scope = inner;
    List<Symbol.Variable> parameters = new ArrayList<>();
    for (Stmt.Parameter parameter : def.parameters()) {
      Symbol.Variable variable = variable(parameter.name(), false);
      assigned.add(
          new Symbol.Assigned(variable, new Expr.Broken(parameter.name().span()), inner, false));
      parameters.add(variable);
    }
    scope = outer;
    Symbol.Function function =
        new Symbol.Function(
            def.name().text(), def.name().span(), def, activation, List.copyOf(parameters));
    facts.functions.put(def, function);
    introduce(function);
    block(def.body(), inner);
    return null;
  }

  @Override
  public Void giveBack(Stmt.Return statement) {
    return simulated(statement.value());
  }

  @Override
  public Void leave(Stmt.Break statement) {
    return null;
  }

  @Override
  public Void proceed(Stmt.Continue statement) {
    return null;
  }

  @Override
  public Void use(Stmt.Use use) {
    modules
        .use(use)
        .ifPresent(
            program -> {
              uses.add(program);
              String path = source.text(use.what().span()).replace("\"", "");
              String last = path.substring(path.lastIndexOf('/') + 1);
              Word as = use.as() == null ? new Word(use.what().span(), last) : use.as();
              introduce(new Symbol.Module(as.text(), as.span(), program));
            });
    return null;
  }

  @Override
  public Void strategy(Stmt.Strategy strategy) {
    StrategySort sort = vocabulary.strategy(strategy.sort().text()).orElseThrow();
    Scope outer = scope;
    Scope inner = new Scope(outer, new Symbol.Activation(outer.activation()));
    List<Symbol.Variable> given = new ArrayList<>();
    for (StrategySort.Given one : sort.given()) {
      Symbol.Variable variable = fixed(one.name(), inner, StaticType.whole(one.dimension()));
      given.add(variable);
      inner.putGiven(new Symbol.Fixed(one.name(), variable.span(), variable));
    }
    List<Symbol.Handling> handlers = new ArrayList<>();
    Symbol.Strategy symbol =
        new Symbol.Strategy(
            strategy.name().text(),
            strategy.name().span(),
            strategy,
            sort,
            inner.activation(),
            given,
            handlers,
            inner);
    introduce(symbol);
    facts.strategies.put(strategy, symbol);
    Optional<Symbol.Strategy> around = members;
    members = Optional.of(symbol);
    scope = inner;
    strategy.members().forEach(member -> member.accept(this));
    scope = outer;
    members = around;
    return null;
  }

  /** A variable of a known type that is used by functions inside its activation. */
  private static Symbol.Variable fixed(String name, Scope where, StaticType type) {
    Symbol.Variable variable = new Symbol.Variable(name, new Span(0, 0), where.activation(), false);
    variable.widen(type);
    variable.capture();
    return variable;
  }

  @Override
  public Void handler(Stmt.Handler handler) {
    Symbol.Strategy strategy = members.orElseThrow();
    Optional<StrategySort.Handler> known = strategy.sort().handler(handler.event().text());
    List<StrategySort.Parameter> given =
        known.map(StrategySort.Handler::parameters).orElse(List.of());
    facts.handlers.put(handler, known);
    Scope outer = scope;
    Scope inner = new Scope(outer, new Symbol.Activation(outer.activation()));
    scope = inner;
    List<Symbol.Variable> parameters = new ArrayList<>();
    for (int i = 0; i < handler.parameters().size(); i++) {
      Symbol.Variable variable = variable(handler.parameters().get(i), false);
      Optional<String> kind = i < given.size() ? given.get(i).kind() : Optional.empty();
      variable.widen(kind.map(StaticType::thing).orElse(StaticType.ANY));
      parameters.add(variable);
    }
    strategy.handlers().add(new Symbol.Handling(handler, inner.activation(), parameters));
    block(handler.body(), inner);
    scope = outer;
    return null;
  }

  @Override
  public Void on(Stmt.On on) {
    return block(on.body());
  }

  @Override
  public Void at(Stmt.At at) {
    return block(at.body());
  }

  @Override
  public Void in(Stmt.In in) {
    Objects before = here;
    here = worlds.declared();
    block(in.body(), Scope.inside(scope, here));
    here = before;
    return null;
  }

  /** Finds the scenario that an expression simulates, if it does. */
  private Void simulated(Expr value) {
    if (value instanceof Expr.Simulation simulation) {
      worlds.simulated();
      modules.simulated(simulation).ifPresent(program -> worlds.put(simulation, program));
    }
    return null;
  }

  @Override
  public Void after(Stmt.After after) {
    after.command().accept(this);
    return block(after.body());
  }

  @Override
  public Void start(Stmt.Start start) {
    return start.command().accept(this);
  }

  @Override
  public Void mark(Stmt.Mark mark) {
    return null;
  }

  @Override
  public Void rewind(Stmt.Rewind rewind) {
    return null;
  }

  @Override
  public Void assertion(Stmt.Assert assertion) {
    return null;
  }

  @Override
  public Void check(Stmt.Check check) {
    return block(check.body());
  }

  @Override
  public Void expect(Stmt.Expect expect) {
    return null;
  }

  @Override
  public Void forbid(Stmt.Forbid forbid) {
    return null;
  }

  @Override
  public Void allow(Stmt.Allow allow) {
    return null;
  }

  @Override
  public Void print(Stmt.Print print) {
    return null;
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    return simulated(evaluate.value());
  }

  @Override
  public Void broken(Stmt.Broken broken) {
    return null;
  }

  @Override
  public Void act(Stmt.Act act) {
    String word = act.word().text();
    if (word.equals(DeclarationShape.TEMPLATE)) {
      DeclarationShape.read(act)
          .name()
          .ifPresent(
              name -> {
                templates.put(name.text(), act);
                introduce(new Symbol.Template(name.text(), name.span(), act));
              });
    } else if (vocabulary.kind(word).filter(k -> k.declarable()).isPresent()) {
      named().declare(act, word);
    } else if (vocabulary.commands(word).isEmpty()) {
      misspelled(word).ifPresent(kind -> named().declare(act, kind));
    }
    vocabulary.commands(word).stream()
        .filter(c -> c.labels())
        .findFirst()
        .ifPresent(c -> noteLabels(act));
    vocabulary.commands(word).stream()
        .map(Command::signature)
        .filter(s -> s.made().isPresent())
        .findFirst()
        .ifPresent(s -> named().make(act, s));
    return null;
  }

  private ObjectNames named() {
    return new ObjectNames(
        source, vocabulary, objects, here, templates, brought, top, scope, this::introduceObject);
  }

  /** The kind that was meant by a word that is none, so that one slip is told once. */
  private Optional<String> misspelled(String word) {
    return Suggestions.nearest(word, vocabulary.words())
        .filter(near -> vocabulary.kind(near).filter(Kind::declarable).isPresent());
  }

  /** What comes with one object only may be named alone, too, where nothing else has the name. */
  private void nameAlone(Word name, String kind) {
    if (top.find(name.text()).isEmpty()) {
      object(name.text(), name.span(), kind);
    }
  }

  /** An object has one name for the whole file; one of another world has none in this. */
  private void introduceObject(Symbol symbol, Scope where) {
    if (here == objects) {
      Scope before = scope;
      scope = where;
      introduce(symbol);
      scope = before;
    }
  }

  private void noteLabels(Stmt.Act act) {
    for (Item item : act.items()) {
      if (item instanceof Item.Values values) {
        Set<String> into = here == objects ? labels : worlds.labels();
        values.values().forEach(value -> into.addAll(Labels.spelled(value)));
      }
    }
  }
}
