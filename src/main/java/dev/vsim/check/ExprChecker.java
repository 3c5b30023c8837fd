package dev.vsim.check;

import dev.vsim.event.EventKind;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.NetProblem;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Suggestions;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Quantities;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what each expression's names stand for and what sort of value it has; reports what can
 * never be right.
 */
final class ExprChecker implements Expr.Visitor<StaticType> {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Facts facts;
  private final Objects objects;
  private final Diagnostics diagnostics;
  private final PatternDoor patterns;
  private final Worlds worlds;
  private Scope scope;
  private Symbol.Variable opening;

  /** Who checks the pattern of {@code let e = expect P}. */
  interface PatternDoor {
    void check(Expr.Found found);
  }

  ExprChecker(
      SourceText source,
      Vocabulary vocabulary,
      Facts facts,
      Objects objects,
      Worlds worlds,
      Diagnostics diagnostics,
      PatternDoor patterns) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.facts = facts;
    this.objects = objects;
    this.worlds = worlds;
    this.diagnostics = diagnostics;
    this.patterns = patterns;
  }

  /** Whether a command or a declaration can begin with this word. */
  boolean isStatementWord(String word) {
    return vocabulary.words().contains(word);
  }

  /** One that finds types and reports nothing. */
  ExprChecker quietly() {
    return new ExprChecker(
        source, vocabulary, new Facts(), objects, worlds, new Diagnostics(), found -> {});
  }

  /** The type of an expression whose names are looked up in {@code where}. */
  StaticType check(Expr expr, Scope where) {
    Scope before = scope;
    scope = where;
    StaticType type = check(expr);
    scope = before;
    return type;
  }

  /** What a {@code let} gives its variable, which has no value yet in there. */
  void initializer(Symbol.Variable variable, Expr value, Scope where) {
    opening = variable;
    check(value, where);
    opening = null;
  }

  /**
   * Notes that a variable is changed.
   *
   * @param inside whether what the expression holds is changed, not only the expression's own value
   */
  void changes(Expr target, boolean inside, Span span, Scope where) {
    Expr root = target;
    while (!(root instanceof Expr.Name)) {
      if (root instanceof Expr.Index index) {
        root = index.of();
      } else if (root instanceof Expr.Member member) {
        root = member.of();
      } else {
        return;
      }
    }
    boolean held = inside || root != target;
    where
        .find(((Expr.Name) root).name())
        .filter(s -> s instanceof Symbol.Variable)
        .ifPresent(s -> facts.effects.changes(source, span, (Symbol.Variable) s, held));
  }

  /** A condition: true or false. */
  void condition(Expr expr, Scope where) {
    truth(expr, check(expr, where));
  }

  private StaticType check(Expr expr) {
    StaticType type = expr.accept(this);
    facts.types.put(expr, type);
    return type;
  }

  @Override
  public StaticType number(Expr.Number number) {
    Quantities.Reading reading = Quantities.read(number.spelling());
    if (reading instanceof Quantities.Reading.Good good) {
      return typeOf(good.value());
    } else if (reading instanceof Quantities.Reading.UnknownUnit unknown) {
      report(
          TypeProblem.UNKNOWN_UNIT,
          number.span(),
          unknown.unit(),
          Units.advice(number.spelling(), unknown.unit()));
    } else if (reading instanceof Quantities.Reading.TooLarge) {
      report(TypeProblem.TOO_LARGE, number.span(), number.spelling());
    } else {
      report(
          TypeProblem.MALFORMED_NUMBER,
          number.span(),
          number.spelling(),
          Units.spelled(number.spelling()));
    }
    return StaticType.ANY;
  }

  @Override
  public StaticType text(Expr.Text text) {
    for (Expr.Piece piece : text.pieces()) {
      if (piece instanceof Expr.Piece.Hole hole) {
        check(hole.value());
      }
    }
    return StaticType.TEXT;
  }

  @Override
  public StaticType truth(Expr.Truth truth) {
    return StaticType.TRUTH;
  }

  @Override
  public StaticType none(Expr.None none) {
    return StaticType.of(StaticType.Sort.NONE);
  }

  @Override
  public StaticType address(Expr.Address address) {
    if (Addresses.read(address.spelling()).isEmpty()) {
      report(NetProblem.NO_ADDRESS_AT_ALL, address.span(), address.spelling());
    }
    return StaticType.of(StaticType.Sort.NET);
  }

  @Override
  public StaticType name(Expr.Name name) {
    Optional<Symbol> found = scope.find(name.name());
    if (found.isEmpty() && objects.isOpen()) {
      facts.paths.put(name, name.name());
      return StaticType.ANY;
    }
    if (found.isEmpty()) {
      unknown(name);
      return StaticType.ANY;
    }
    Symbol symbol = found.get();
    facts.symbols.put(name, symbol);
    if (symbol instanceof Symbol.Fixed fixed) {
      facts.symbols.put(name, fixed.variable());
      return fixed.variable().type();
    } else if (symbol instanceof Symbol.Strategy strategy) {
      return StaticType.strategy(strategy.sort().word());
    } else if (symbol instanceof Symbol.Variable variable) {
      return variable(name, variable);
    } else if (symbol instanceof Symbol.Thing thing) {
      facts.paths.put(name, thing.name());
      return StaticType.thing(thing.kind());
    } else if (symbol instanceof Symbol.Now) {
      return StaticType.whole(Dimension.DURATION);
    }
    return symbol instanceof Symbol.Row ? StaticType.LIST : StaticType.ANY;
  }

  private StaticType variable(Expr.Name name, Symbol.Variable variable) {
    if (variable.activation() != scope.activation()) {
      variable.capture();
    } else if (name.span().start() < variable.span().start() || variable == opening) {
      Diagnostic early =
          Diagnostic.of(NameProblem.READ_EARLY, source, name.span(), name.name())
              .withNote(variable.span(), "it gets one here");
      report(
          variable == opening
              ? early.withHelp("`let` introduces a new name; to change one, leave `let` away")
              : early);
    }
    return variable.type();
  }

  private void unknown(Expr.Name name) {
    Optional<String> difference = difference(name.name());
    if (difference.isPresent()) {
      report(NameProblem.MEANT_DIFFERENCE, name.span(), name.name(), difference.get());
      return;
    }
    Optional<String> inside =
        objects.everyPath().stream().filter(p -> p.endsWith("." + name.name())).findFirst();
    List<String> known = new ArrayList<>(scope.names());
    known.addAll(objects.paths());
    String help =
        inside
            .map(p -> "write `" + p + "`")
            .or(() -> label(name.name()))
            .or(() -> Borrowed.value(name.name()))
            .or(() -> event(name.name()))
            .orElseGet(() -> advice(name.name(), known));
    Diagnostic unknown =
        Diagnostic.of(NameProblem.UNKNOWN_NAME, source, name.span(), name.name(), help);
    report(
        elsewhere(name)
            .map(v -> unknown.withNote(v.span(), "it ends with its block"))
            .orElse(unknown));
  }

  /** A variable of this name whose block has ended, or is another one. */
  private Optional<Symbol.Variable> elsewhere(Expr.Name name) {
    return facts.variables.values().stream()
        .filter(v -> v.name().equals(name.name()))
        .min(Comparator.comparingInt(v -> v.span().start()));
  }

  private Optional<String> label(String name) {
    return facts.labels.contains(name)
        ? Optional.of("it is the label of a page; as a value a label is a text, `\"" + name + "\"`")
        : Optional.empty();
  }

  private static Optional<String> event(String name) {
    return EventKind.named(name).map(k -> "`expect " + name + "` looks for such an event");
  }

  /** {@code n - 1} for {@code n-1}, where both sides mean something. */
  private Optional<String> difference(String name) {
    for (int i = name.indexOf('-'); i > 0; i = name.indexOf('-', i + 1)) {
      String left = name.substring(0, i);
      String right = name.substring(i + 1);
      if (known(left) && known(right)) {
        return Optional.of(left + " - " + right);
      }
    }
    return Optional.empty();
  }

  private boolean known(String part) {
    return scope.find(part).isPresent()
        || !part.isEmpty()
            && Character.isDigit(part.charAt(0))
            && Quantities.read(part) instanceof Quantities.Reading.Good;
  }

  @Override
  public StaticType list(Expr.ListOf list) {
    list.items().forEach(this::check);
    return StaticType.LIST;
  }

  @Override
  public StaticType map(Expr.MapOf map) {
    for (Expr.Entry entry : map.entries()) {
      key(entry.key(), check(entry.key()));
      check(entry.value());
    }
    return StaticType.MAP;
  }

  private void key(Expr expr, StaticType type) {
    if (type.sort() == StaticType.Sort.LIST || type.sort() == StaticType.Sort.MAP) {
      report(TypeProblem.NOT_A_KEY, expr.span(), type.prose());
    }
  }

  @Override
  public StaticType range(Expr.Range range) {
    StaticType from = check(range.from());
    StaticType to = check(range.to());
    boolean badFrom = whole(range.from(), from);
    boolean bad = whole(range.to(), to) || badFrom;
    if (!bad && from.isWhole() && to.isWhole() && !from.dimension().mixesWith(to.dimension())) {
      unitsDiffer(range.from(), from, range.to(), to, "the ends of one range");
    }
    return StaticType.of(StaticType.Sort.RANGE);
  }

  private boolean whole(Expr expr, StaticType type) {
    boolean bad = !type.isOpen() && !type.isWhole();
    if (bad) {
      report(TypeProblem.NOT_A_NUMBER, expr.span(), type.prose());
    }
    return bad;
  }

  @Override
  public StaticType group(Expr.Group group) {
    return check(group.inner());
  }

  @Override
  public StaticType unary(Expr.Unary unary) {
    Optional<Value> literal = Constants.of(unary);
    if (literal.isPresent()) {
      return typeOf(literal.get());
    }
    StaticType operand = check(unary.operand());
    if (unary.operator() == Expr.Operator.NOT) {
      truth(unary.operand(), operand);
      return StaticType.TRUTH;
    }
    if (!operand.isOpen() && !operand.isNumber()) {
      report(TypeProblem.NOT_A_NUMBER, unary.operand().span(), operand.prose());
      return StaticType.ANY;
    }
    boolean address = operand.isWhole() && operand.dimension() == Dimension.ADDRESS;
    return address ? StaticType.COUNT : operand;
  }

  @Override
  public StaticType binary(Expr.Binary binary) {
    StaticType left = check(binary.left());
    StaticType right = check(binary.right());
    return switch (binary.operator()) {
      case AND, OR -> {
        truth(binary.left(), left);
        truth(binary.right(), right);
        yield StaticType.TRUTH;
      }
      case IN, NOT_IN -> membership(binary, right);
      default -> arithmetic(binary, left, right);
    };
  }

  private StaticType membership(Expr.Binary binary, StaticType right) {
    boolean container =
        right.isOpen()
            || switch (right.sort()) {
              case LIST, MAP, RANGE, TEXT, NET -> true;
              default -> false;
            };
    if (!container) {
      report(
          TypeProblem.NO_OPERATION,
          binary.operatorSpan(),
          "in",
          facts.type(binary.left()).prose(),
          right.prose(),
          "`in` looks into a list, a range, a map or a text");
    }
    return StaticType.TRUTH;
  }

  private StaticType arithmetic(Expr.Binary binary, StaticType left, StaticType right) {
    if (left.isNumber() && right.isNumber()) {
      boolean wholes = left.isWhole() && right.isWhole();
      Optional<StaticType> result =
          Arithmetic.result(binary.operator(), left.dimension(), right.dimension(), wholes);
      if (result.isEmpty()) {
        unitsDiffer(binary.left(), left, binary.right(), right, Units.verb(binary.operator()));
      }
      return result.orElse(StaticType.ANY);
    }
    boolean comparison = Units.isComparison(binary.operator());
    if (comparison && Units.isEquality(binary.operator())) {
      return StaticType.TRUTH;
    }
    if (left.isOpen() || right.isOpen()) {
      return comparison ? StaticType.TRUTH : StaticType.ANY;
    }
    boolean joins =
        left.sort() == right.sort()
            && (left.sort() == StaticType.Sort.TEXT || left.sort() == StaticType.Sort.LIST);
    if (joins && binary.operator() == Expr.Operator.PLUS) {
      return left;
    }
    if (joins && comparison && left.sort() == StaticType.Sort.TEXT) {
      return StaticType.TRUTH;
    }
    report(
        TypeProblem.NO_OPERATION,
        binary.operatorSpan(),
        binary.operator().spelling(),
        left.prose(),
        right.prose(),
        left.sort() == StaticType.Sort.TEXT || right.sort() == StaticType.Sort.TEXT
            ? "a value is put into a text by `\"… ${value}\"`"
            : "");
    return comparison ? StaticType.TRUTH : StaticType.ANY;
  }

  private void unitsDiffer(
      Expr left, StaticType leftType, Expr right, StaticType rightType, String verb) {
    String first = leftType.prose();
    String second = rightType.prose();
    report(
        Diagnostic.of(TypeProblem.UNITS_DIFFER, source, left.span(), first, second, verb)
            .withLabel(first)
            .withNote(right.span(), second));
  }

  @Override
  public StaticType choice(Expr.Choice choice) {
    truth(choice.condition(), check(choice.condition()));
    return check(choice.then()).join(check(choice.otherwise()));
  }

  @Override
  public StaticType member(Expr.Member member) {
    StaticType of = check(member.of());
    Symbol symbol = facts.symbols.get(member.of());
    if (symbol instanceof Symbol.Module module) {
      return exported(member, module);
    }
    Optional<StaticType> part = part(member);
    if (part.isPresent()) {
      return part.get();
    }
    return switch (of.sort()) {
      case THING -> ofThing(member, of.kind());
      case WORLD -> ofWorld(member, of);
      case ANY, NEVER, EVENT -> StaticType.ANY;
      default -> {
        report(
            NameProblem.UNKNOWN_ATTRIBUTE,
            member.name().span(),
            of.prose(),
            member.name().text(),
            memberAdvice(member, of));
        yield StaticType.ANY;
      }
    };
  }

  /** Whether an attribute is read as it stands, without brackets or parentheses. */
  private static boolean isRead(Attribute attribute) {
    return !(attribute.access() instanceof Attribute.Access.Indexed
        || attribute.access() instanceof Attribute.Access.Called);
  }

  /** A part of an attribute: {@code app.faults.major}. */
  private Optional<StaticType> part(Expr.Member member) {
    Attribute whole = facts.attributes.get(member.of());
    if (whole == null || whole.parts().isEmpty()) {
      return Optional.empty();
    }
    String name = member.name().text();
    Optional<Attribute> part = whole.part(name);
    part.ifPresentOrElse(
        p -> facts.attributes.put(member, p),
        () ->
            report(
                NameProblem.UNKNOWN_ATTRIBUTE,
                member.name().span(),
                "`" + whole.name() + "`",
                name,
                adviceOrAll(name, whole.parts().stream().map(Attribute::name).toList())));
    return part.map(Attribute::type).map(StaticType::of).or(() -> Optional.of(StaticType.ANY));
  }

  private String memberAdvice(Expr.Member member, StaticType of) {
    String name = member.name().text();
    if (facts.symbols.get(member.of()) instanceof Symbol.Row row) {
      return "name one of the row: `" + row.name() + "[0]." + name + "`";
    }
    Optional<String> meant =
        Methods.isMethod(of.sort(), name)
            ? Optional.of(name)
            : Borrowed.method(name).filter(m -> Methods.isMethod(of.sort(), m));
    return meant.map(m -> "call it: `" + m + "()`").orElse("");
  }

  private StaticType exported(Expr.Member member, Symbol.Module module) {
    Optional<Symbol> symbol = module.program().exported(member.name().text());
    if (symbol.isEmpty()) {
      report(
          NameProblem.UNKNOWN_ATTRIBUTE,
          member.name().span(),
          "the file `" + module.name() + "`",
          member.name().text(),
          advice(member.name().text(), module.program().exports()));
      return StaticType.ANY;
    }
    facts.symbols.put(member, symbol.get());
    if (symbol.get() instanceof Symbol.Variable variable) {
      variable.capture();
      return variable.type();
    } else if (symbol.get() instanceof Symbol.Thing thing) {
      facts.paths.put(member, thing.name());
      return StaticType.thing(thing.kind());
    } else if (symbol.get() instanceof Symbol.Strategy strategy) {
      return StaticType.strategy(strategy.sort().word());
    }
    return StaticType.ANY;
  }

  /** {@code r.app}: an object or a {@code param} of a simulated scenario. */
  private StaticType ofWorld(Expr.Member member, StaticType world) {
    Optional<CheckedProgram> program = worlds.scenario(world);
    if (program.isEmpty()) {
      return StaticType.ANY;
    }
    String name = member.name().text();
    Objects there = worlds.objects(world);
    Optional<StaticType> type =
        there
            .kind(name)
            .map(StaticType::thing)
            .or(() -> program.get().parameter(name).map(Symbol.Variable::type))
            .or(() -> there.row(name).map(kind -> StaticType.ANY));
    if (type.isEmpty()) {
      List<String> known = new ArrayList<>(there.paths());
      known.addAll(program.get().parameters());
      report(
          Diagnostic.of(
                  ActionProblem.NOT_IN_WORLD,
                  source,
                  member.name().span(),
                  name,
                  program.get().source().shortName())
              .withHelp(advice(name, known)));
    }
    facts.foreign.put(member, name);
    return type.orElse(StaticType.ANY);
  }

  private StaticType ofThing(Expr.Member member, String kindName) {
    String name = member.name().text();
    String path = facts.paths.get(member.of());
    Optional<Kind> kind = vocabulary.kind(kindName);
    Optional<String> child =
        facts.foreign.containsKey(member.of())
            ? foreignChild(member, kindName, name)
            : objects.child(path, kindName, name);
    if (child.isPresent()) {
      if (path != null) {
        facts.paths.put(member, path + "." + name);
      }
      return StaticType.thing(child.get());
    }
    Optional<Attribute> attribute = kind.flatMap(k -> k.attribute(name));
    if (attribute.isPresent() && isRead(attribute.get())) {
      facts.attributes.put(member, attribute.get());
      return StaticType.of(attribute.get().type());
    }
    if (kind.isPresent() && attribute.isEmpty()) {
      List<String> known =
          new ArrayList<>(kind.get().attributes().stream().map(Attribute::name).toList());
      known.addAll(objects.children(path, kindName));
      report(
          NameProblem.UNKNOWN_ATTRIBUTE,
          member.name().span(),
          "a " + kindName,
          name,
          adviceOrAll(name, known));
    }
    return StaticType.ANY;
  }

  /** What may be written to an attribute of a kind of object, if anything. */
  Optional<Type> written(String kind, Expr.Member member) {
    return vocabulary
        .kind(kind)
        .flatMap(k -> k.attribute(member.name().text()))
        .filter(a -> a.access() instanceof Attribute.Access.Written)
        .map(a -> ((Attribute.Access.Written) a.access()).type());
  }

  /** Advice on which attributes of a kind of object may be written. */
  String writable(String kind) {
    List<String> names =
        vocabulary.kind(kind).map(Kind::attributes).orElse(List.of()).stream()
            .filter(a -> a.access() instanceof Attribute.Access.Written)
            .map(Attribute::name)
            .toList();
    return names.isEmpty()
        ? "attributes are only read"
        : "of a " + kind + " " + Prose.all(names) + " may be written";
  }

  private Optional<String> foreignChild(Expr.Member member, String kindName, String name) {
    String owner = facts.foreign.get(member.of());
    Expr root = member;
    while (root instanceof Expr.Member inner) {
      root = inner.of();
    }
    facts.foreign.put(member, owner + "." + name);
    return worlds.objects(facts.type(root)).child(owner, kindName, name);
  }

  @Override
  public StaticType index(Expr.Index index) {
    check(index.at());
    Optional<String> rows = index.of() instanceof Expr.Name n ? row(n) : Optional.empty();
    if (index.of() instanceof Expr.Name row && rows.isPresent()) {
      String kind = rows.get();
      facts.symbols.put(index.of(), new Symbol.Row(row.name(), row.span(), kind));
      Constants.of(index.at())
          .ifPresent(at -> facts.paths.put(index, row.name() + "[" + at.print() + "]"));
      return kind.isEmpty() ? StaticType.ANY : StaticType.thing(kind);
    }
    StaticType of = check(index.of());
    if (of.sort() == StaticType.Sort.MAP) {
      key(index.at(), facts.type(index.at()));
    }
    if (index.of() instanceof Expr.Member member) {
      Optional<StaticType> indexed = indexedAttribute(member);
      if (indexed.isPresent()) {
        return indexed.get();
      }
    }
    boolean elements =
        of.isOpen()
            || of.sort() == StaticType.Sort.LIST
            || of.sort() == StaticType.Sort.MAP
            || of.sort() == StaticType.Sort.TEXT;
    if (!elements) {
      report(TypeProblem.NOT_INDEXABLE, index.of().span(), of.prose());
    }
    boolean slice = facts.type(index.at()).sort() == StaticType.Sort.RANGE;
    return of.sort() == StaticType.Sort.TEXT || slice && of.sort() == StaticType.Sort.LIST
        ? of
        : StaticType.ANY;
  }

  /** The kind of a row's objects; empty where it may be one of a world that only the run knows. */
  private Optional<String> row(Expr.Name name) {
    return objects.isOpen() && scope.find(name.name()).isEmpty()
        ? Optional.of("")
        : objects.row(name.name());
  }

  private Optional<StaticType> indexedAttribute(Expr.Member member) {
    StaticType of = facts.type(member.of());
    return of.sort() != StaticType.Sort.THING
        ? Optional.empty()
        : vocabulary
            .kind(of.kind())
            .flatMap(k -> k.attribute(member.name().text()))
            .filter(a -> a.access() instanceof Attribute.Access.Indexed)
            .map(a -> ((Attribute.Access.Indexed) a.access()).kind())
            .map(kind -> kind.isEmpty() ? StaticType.ANY : StaticType.thing(kind));
  }

  @Override
  public StaticType call(Expr.Call call) {
    List<StaticType> given = call.arguments().stream().map(this::check).toList();
    if (call.callee() instanceof Expr.Member member) {
      StaticType of = check(member.of());
      if (facts.symbols.get(member.of()) instanceof Symbol.Module module) {
        exported(member, module);
        facts.callers.put(call, facts.actor);
      } else {
        return method(call, member, of);
      }
    } else if (call.callee() instanceof Expr.Name name) {
      callee(name);
    } else {
      check(call.callee());
      report(
          NameProblem.UNKNOWN_FUNCTION,
          call.callee().span(),
          source.text(call.callee().span()),
          "a function is called by its name, `f(1)`");
      return StaticType.ANY;
    }
    Symbol symbol = facts.symbols.get(call.callee());
    if (symbol instanceof Symbol.Given builtIn) {
      if (builtIn.function() == BuiltIn.RANDOM) {
        facts.effects.does(source, call.span(), "draws a random number");
      }
      return new BuiltInChecker(source, diagnostics).call(call, builtIn.function(), given);
    } else if (symbol instanceof Symbol.Function function) {
      facts.effects.calls(source, call.span(), function);
      count(call, function, given.size());
    } else if (symbol != null && !isUnread(symbol)) {
      report(
          NameProblem.UNKNOWN_FUNCTION,
          call.callee().span(),
          source.text(call.callee().span()),
          symbol instanceof Symbol.Variable
              ? "it is a variable"
              : "it is called, but it is no function");
    }
    return StaticType.ANY;
  }

  /** Whether it is declared by a statement that could not be read: then it may be anything. */
  private static boolean isUnread(Symbol symbol) {
    return symbol instanceof Symbol.Variable variable && variable.isUnread();
  }

  private void callee(Expr.Name name) {
    Optional<Symbol> found = scope.find(name.name());
    if (found.isPresent()) {
      facts.symbols.put(name, found.get());
      return;
    }
    Optional<BuiltIn> builtIn = BuiltIn.named(name.name());
    if (builtIn.isPresent()) {
      facts.symbols.put(name, new Symbol.Given(name.name(), name.span(), builtIn.get()));
      return;
    }
    List<String> functions = new ArrayList<>(BuiltIn.words());
    scope.names().stream()
        .filter(n -> scope.find(n).filter(Symbol.Function.class::isInstance).isPresent())
        .forEach(functions::add);
    String near = advice(name.name(), functions);
    String help =
        command(name.name())
            .or(() -> Borrowed.call(name.name()))
            .or(() -> Optional.of(near).filter(n -> !n.isEmpty()))
            .or(() -> Suggestions.nearest(name.name(), vocabulary.words()).flatMap(this::command))
            .orElse("");
    report(NameProblem.UNKNOWN_FUNCTION, name.span(), name.name(), help);
  }

  /** What to write where a command is called like a function. */
  private Optional<String> command(String word) {
    return vocabulary.commands(word).stream()
        .findFirst()
        .map(
            c ->
                "`"
                    + word
                    + "` is a command: write it without parentheses, `"
                    + c.signature().usage()
                    + "`");
  }

  private void count(Expr.Call call, Symbol.Function function, int given) {
    int most = function.parameters().size();
    int least = function.required();
    if (given < least || given > most) {
      String wants =
          least == most ? Units.count(most, "value") : least + " to " + Units.count(most, "value");
      report(
          Diagnostic.of(TypeProblem.WRONG_COUNT, source, call.span(), function.name(), wants, given)
              .withHelp(defined(call, function)));
    }
  }

  private String defined(Expr.Call call, Symbol.Function function) {
    List<String> parameters =
        function.def().parameters().stream()
            .map(p -> p.name().text() + (p.fallback() == null ? "" : " = …"))
            .toList();
    return "it is defined as `"
        + source.text(call.callee().span())
        + "("
        + String.join(", ", parameters)
        + ")`";
  }

  private StaticType method(Expr.Call call, Expr.Member member, StaticType of) {
    String name = member.name().text();
    if (Methods.mayChange(name)) {
      changes(member.of(), true, call.span(), scope);
    }
    if (of.isOpen() || of.sort() == StaticType.Sort.THING || of.sort() == StaticType.Sort.EVENT) {
      return StaticType.ANY;
    }
    Optional<Method> method = Methods.find(of.sort(), name);
    if (method.isEmpty()) {
      report(
          NameProblem.UNKNOWN_METHOD,
          member.name().span(),
          of.prose(),
          name,
          Borrowed.method(name)
              .filter(m -> Methods.isMethod(of.sort(), m))
              .map(m -> "it is called `" + m + "`")
              .orElseGet(() -> adviceOrAll(name, Methods.names(of.sort()))));
      return StaticType.ANY;
    }
    Method known = method.get();
    int given = call.arguments().size();
    if (!known.takes(given)) {
      report(TypeProblem.WRONG_COUNT, call.span(), name, known.count(), given);
    }
    return known.gives().orElse(StaticType.ANY);
  }

  @Override
  public StaticType simulation(Expr.Simulation simulation) {
    return new SimulationChecker(source, vocabulary, facts, worlds, diagnostics, e -> check(e))
        .check(simulation, scope);
  }

  @Override
  public StaticType found(Expr.Found found) {
    patterns.check(found);
    return StaticType.of(StaticType.Sort.EVENT);
  }

  @Override
  public StaticType broken(Expr.Broken broken) {
    return StaticType.ANY;
  }

  private void truth(Expr expr, StaticType type) {
    if (!type.isOpen() && type.sort() != StaticType.Sort.TRUTH) {
      report(TypeProblem.NOT_A_CONDITION, expr.span(), type.prose());
    }
  }

  static StaticType typeOf(Value value) {
    if (value instanceof Value.Whole whole) {
      return StaticType.whole(whole.dimension());
    } else if (value instanceof Value.Real real) {
      return StaticType.real(real.dimension());
    } else if (value instanceof Value.Truth) {
      return StaticType.TRUTH;
    } else if (value instanceof Value.Text) {
      return StaticType.TEXT;
    }
    return value instanceof Value.Items ? StaticType.LIST : StaticType.ANY;
  }

  /** The nearest known word as a question; a single letter is near to everything, so nothing is. */
  static String advice(String word, List<String> known) {
    return word.length() < 2
        ? ""
        : Suggestions.nearest(word, known).map(s -> "did you mean `" + s + "`?").orElse("");
  }

  private static String adviceOrAll(String word, List<String> known) {
    String near = advice(word, known);
    return near.isEmpty() && !known.isEmpty() ? "it has " + String.join(", ", known) : near;
  }

  private void report(Problem problem, Span span, Object... arguments) {
    report(Diagnostic.of(problem, source, span, arguments));
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }
}
