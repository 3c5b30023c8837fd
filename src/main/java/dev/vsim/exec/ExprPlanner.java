package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Constants;
import dev.vsim.check.Matched;
import dev.vsim.check.SourceRule;
import dev.vsim.check.StaticType;
import dev.vsim.check.Symbol;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Property;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Plans expressions of one file, seen from one activation. */
final class ExprPlanner implements Expr.Visitor<ExprNode> {
  private final CheckedProgram program;
  private final Symbol.Activation here;
  private final Programs programs;
  private final Context context;
  private final boolean notes;

  ExprPlanner(CheckedProgram program, Symbol.Activation here, Programs programs, Context context) {
    this(program, here, programs, context, false);
  }

  private ExprPlanner(
      CheckedProgram program,
      Symbol.Activation here,
      Programs programs,
      Context context,
      boolean notes) {
    this.program = program;
    this.here = here;
    this.programs = programs;
    this.context = context;
    this.notes = notes;
  }

  /** The same for an assertion's condition: what it reads is noted, so that a failure shows it. */
  ExprPlanner noting() {
    return new ExprPlanner(program, here, programs, context, true);
  }

  ExprNode plan(Expr expr) {
    ExprNode node = expr.accept(this);
    return notes && Readable.is(expr, program) ? Reads.noting(node, context.reads()) : node;
  }

  /** What stands before a dot or a bracket: what is read of it is shown, not it. */
  private ExprNode owner(Expr expr) {
    return expr.accept(this);
  }

  private Node.At at(Expr expr) {
    return new Node.At(program.source(), expr.span());
  }

  private ExprNode constant(Expr expr) {
    Value value = Constants.of(expr).orElseThrow();
    return value instanceof Value.Whole whole
        ? new Wholes.Literal(at(expr), whole.amount(), whole.dimension())
        : new Values.Constant(at(expr), value);
  }

  @Override
  public ExprNode number(Expr.Number number) {
    return constant(number);
  }

  @Override
  public ExprNode text(Expr.Text text) {
    if (Constants.of(text).isPresent()) {
      return constant(text);
    }
    List<ExprNode> pieces = new ArrayList<>();
    for (Expr.Piece piece : text.pieces()) {
      pieces.add(
          piece instanceof Expr.Piece.Plain plain
              ? new Values.Constant(at(text), new Value.Text(plain.text()))
              : plan(((Expr.Piece.Hole) piece).value()));
    }
    return new Values.Text(at(text), pieces, context.meter());
  }

  @Override
  public ExprNode truth(Expr.Truth truth) {
    return constant(truth);
  }

  @Override
  public ExprNode none(Expr.None none) {
    return constant(none);
  }

  @Override
  public ExprNode address(Expr.Address address) {
    return constant(address);
  }

  @Override
  public ExprNode name(Expr.Name name) {
    Symbol symbol = program.symbol(name).orElse(null);
    if (symbol instanceof Symbol.Variable variable) {
      return variable(name, variable);
    } else if (symbol instanceof Symbol.Now) {
      return new Things.Now(at(name), context);
    } else if (symbol instanceof Symbol.Strategy strategy) {
      return strategy(name, strategy);
    } else if (symbol instanceof Symbol.Row row) {
      return new Things.AllOfRow(at(name), row.name(), context);
    }
    return new Things.ByPath(at(name), program.path(name).orElse(name.name()), context);
  }

  private ExprNode strategy(Expr expr, Symbol.Strategy strategy) {
    return new Values.Constant(at(expr), programs.strategy(strategy));
  }

  /**
   * What a slot is given: where it takes strategies, a text may be the name of one of the file's.
   */
  ExprNode named(Type type, ExprNode value) {
    return type instanceof Type.Strategy strategy
        ? new NamedStrategy(value, strategy, program, programs)
        : value;
  }

  private ExprNode variable(Expr expr, Symbol.Variable variable) {
    if (variable.isBare()) {
      return new Variables.Bare(at(expr), variable.slot(), variable.type().dimension());
    }
    return variable.activation() == here
        ? new Variables.Local(at(expr), variable)
        : new Variables.Distant(at(expr), variable, home(variable.activation()));
  }

  /** Where an activation is found from here: around, or another file's. */
  Variables.Home home(Symbol.Activation wanted) {
    int hops = 0;
    for (Symbol.Activation around = here; around != null; around = around.outer()) {
      if (around == wanted) {
        return Variables.outwards(hops);
      }
      hops++;
    }
    return frame -> programs.frame(wanted);
  }

  @Override
  public ExprNode list(Expr.ListOf list) {
    return new Values.Items(
        at(list), list.items().stream().map(this::plan).toList(), context.meter());
  }

  @Override
  public ExprNode map(Expr.MapOf map) {
    return new Values.Entries(
        at(map),
        map.entries().stream().map(e -> plan(e.key())).toList(),
        map.entries().stream().map(e -> plan(e.value())).toList(),
        context.meter());
  }

  @Override
  public ExprNode range(Expr.Range range) {
    return new Values.Range(at(range), plan(range.from()), plan(range.to()));
  }

  @Override
  public ExprNode group(Expr.Group group) {
    return plan(group.inner());
  }

  @Override
  public ExprNode unary(Expr.Unary unary) {
    if (Constants.of(unary).isPresent()) {
      return constant(unary);
    }
    ExprNode operand = plan(unary.operand());
    if (unary.operator() == Expr.Operator.NOT) {
      return new Logic.Not(at(unary), operand);
    }
    return operand.isWhole()
        ? new Wholes.Negate(at(unary), operand)
        : new Values.Negate(at(unary), operand);
  }

  @Override
  public ExprNode binary(Expr.Binary binary) {
    ExprNode left = plan(binary.left());
    ExprNode right = plan(binary.right());
    Node.At at = at(binary);
    return switch (binary.operator()) {
      case AND -> new Logic.And(at, left, right);
      case OR -> new Logic.Or(at, left, right);
      case IN, NOT_IN -> new Logic.In(at, binary.operator(), left, right, context.meter());
      case EQUAL, NOT_EQUAL ->
          left.isWhole() && right.isWhole()
              ? new Wholes.Compare(at, binary.operator(), left, right)
              : new Logic.Equal(at, binary.operator(), left, right, context.meter());
      case LESS, AT_MOST, GREATER, AT_LEAST ->
          left.isWhole() && right.isWhole()
              ? new Wholes.Compare(at, binary.operator(), left, right)
              : new Values.Binary(at, binary.operator(), left, right, context.meter());
      default -> arithmetic(binary, left, right);
    };
  }

  private ExprNode arithmetic(Expr.Binary binary, ExprNode left, ExprNode right) {
    StaticType type = program.type(binary);
    boolean wholes = left.isWhole() && right.isWhole() && type.isWhole();
    return wholes
        ? Wholes.binary(at(binary), binary.operator(), type.dimension(), left, right)
        : new Values.Binary(at(binary), binary.operator(), left, right, context.meter());
  }

  @Override
  public ExprNode choice(Expr.Choice choice) {
    return new Values.Choice(
        at(choice), plan(choice.then()), plan(choice.condition()), plan(choice.otherwise()));
  }

  @Override
  public ExprNode member(Expr.Member member) {
    Optional<Symbol> symbol = program.symbol(member);
    if (symbol.isPresent()) {
      if (symbol.get() instanceof Symbol.Strategy strategy) {
        return strategy(member, strategy);
      }
      return symbol.get() instanceof Symbol.Variable variable
          ? variable(member, variable)
          : new Things.ByPath(at(member), program.path(member).orElse(""), context);
    }
    Optional<String> path = program.path(member);
    if (path.isPresent()) {
      return new Things.ByPath(at(member), path.get(), context);
    }
    List<String> names = new ArrayList<>();
    Expr of = member;
    while (of instanceof Expr.Member inner && isAttribute(inner)) {
      names.add(inner.name().text());
      of = inner.of();
    }
    Collections.reverse(names);
    return new Things.Member(at(member), owner(of), names, context);
  }

  /** Whether a member is read of a value rather than being an object or another file's variable. */
  private boolean isAttribute(Expr.Member member) {
    return program.path(member).isEmpty() && program.symbol(member).isEmpty();
  }

  @Override
  public ExprNode index(Expr.Index index) {
    Optional<String> path = program.path(index);
    if (path.isPresent()) {
      return new Things.ByPath(at(index), path.get(), context);
    }
    if (program.symbol(index.of()).filter(s -> s instanceof Symbol.Row).isPresent()) {
      return new Things.OfRow(
          at(index), ((Expr.Name) index.of()).name(), plan(index.at()), context);
    }
    if (index.of() instanceof Expr.Member member && isAttribute(member)) {
      return new Things.MaybeIndexed(
          at(index),
          owner(member.of()),
          member.name().text(),
          owner(index.of()),
          plan(index.at()),
          context);
    }
    return new Elements.Read(at(index), owner(index.of()), plan(index.at()), context.meter());
  }

  @Override
  public ExprNode call(Expr.Call call) {
    List<ExprNode> arguments = call.arguments().stream().map(this::plan).toList();
    Optional<Symbol> symbol = program.symbol(call.callee());
    if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
      return new Calls.Call(
          at(call),
          programs.function(function),
          home(function.activation().outer()),
          arguments,
          program.caller(call),
          context);
    }
    if (symbol.isPresent() && symbol.get() instanceof Symbol.Given builtIn) {
      return new GivenCall(at(call), builtIn.function(), arguments, context);
    }
    Expr.Member member = (Expr.Member) call.callee();
    return new MethodCall(at(call), owner(member.of()), member.name().text(), arguments, context);
  }

  @Override
  public ExprNode simulation(Expr.Simulation simulation) {
    List<Simulations.Simulate.Given> given = new ArrayList<>();
    for (Property option : simulation.options()) {
      if (program.given(option) == null) {
        continue; // a rule about the source of a submission
      }
      given.add(
          new Simulations.Simulate.Given(
              option.name().text(), option.name().span(), given(option, program.given(option))));
    }
    Optional<List<SourceRule>> submission = program.submission(simulation);
    return submission.isPresent()
        ? Simulations.Simulate.ofSubmission(at(simulation), submission.get(), given, context)
        : new Simulations.Simulate(
            at(simulation),
            plan(simulation.scenario()),
            program.simulated(simulation),
            given,
            context);
  }

  private ExprNode given(Property option, Matched.Argument argument) {
    return argument instanceof Matched.Argument.Computed computed
        ? plan(computed.expr())
        : new Values.Constant(
            new Node.At(program.source(), option.span()),
            ((Matched.Argument.Constant) argument).value());
  }

  @Override
  public ExprNode found(Expr.Found found) {
    Assertions.Form form = new ExpectPlanner(program, this).form(found.expect().expectation());
    return found.expect().world() == null
        ? new Assertions.Found(at(found), form, context)
        : new Simulations.Found(at(found), plan(found.expect().world()), form, context);
  }

  @Override
  public ExprNode broken(Expr.Broken broken) {
    throw new IllegalStateException("refused by the checker");
  }
}
