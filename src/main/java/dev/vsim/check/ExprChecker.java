package dev.vsim.check;

import dev.vsim.event.EventKind;
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

  /** Whether this is a variable that is a simulated world, in which the path is or may be. */
  boolean isInWorld(Optional<Symbol> symbol, String path) {
    return symbol
        .filter(s -> s instanceof Symbol.Variable)
        .map(s -> ((Symbol.Variable) s).type())
        .filter(t -> t.sort() == StaticType.Sort.WORLD)
        .map(worlds::objects)
        .filter(o -> o.isOpen() || o.kind(path).isPresent())
        .isPresent();
  }

  /** One that finds types and reports nothing. */
  ExprChecker quietly() {
    return new ExprChecker(
        source, vocabulary, new Facts(), objects, worlds, Diagnostics.unheard(), found -> {});
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
    if (diagnostics.areUnheard()) {
      return;
    }
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
            .or(() -> word(name.name()))
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

  private Optional<String> word(String name) {
    return vocabulary.takes(name)
        ? Optional.of("a word as a value is a text: `\"" + name + "\"`")
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

  void key(Expr expr, StaticType type) {
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
    return members().member(member);
  }

  @Override
  public StaticType index(Expr.Index index) {
    return members().index(index);
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

  private MemberChecker members() {
    return new MemberChecker(source, vocabulary, facts, objects, worlds, diagnostics, this, scope);
  }

  @Override
  public StaticType call(Expr.Call call) {
    return new CallChecker(source, vocabulary, facts, diagnostics, this, members(), scope)
        .call(call);
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

  static String adviceOrAll(String word, List<String> known) {
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
