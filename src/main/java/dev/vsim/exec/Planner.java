package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Matched;
import dev.vsim.check.Meant;
import dev.vsim.check.Symbol;
import dev.vsim.exec.StatementNode.Flow;
import dev.vsim.syntax.Block;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Turns checked statements into nodes: names, units and defaults are resolved before the first step
 * (house rule 3).
 */
final class Planner implements Stmt.Visitor<Optional<StatementNode>> {
  private final CheckedProgram program;
  private final Symbol.Activation here;
  private final Programs programs;
  private final Context context;
  private final ExprPlanner exprs;

  /** What the loops around the statement being planned count and declare. */
  private final Deque<Symbol.Variable> rounds = new ArrayDeque<>();

  private int loops;

  /** Behind which nothing more is done, if that is known of one. */
  private Optional<Stmt> last = Optional.empty();

  Planner(CheckedProgram program, Symbol.Activation here, Programs programs, Context context) {
    this.program = program;
    this.here = here;
    this.programs = programs;
    this.context = context;
    this.exprs = new ExprPlanner(program, here, programs, context);
  }

  /** With these statements the scenario ends. */
  void ends(List<Stmt> statements) {
    last = Questions.lastCommand(statements);
  }

  dev.vsim.exec.Block block(Block block) {
    return block(block.statements());
  }

  /**
   * A bare {@code on} takes what follows it as its body; {@code forbid} and {@code allow} end with
   * their block.
   */
  dev.vsim.exec.Block block(List<Stmt> statements) {
    List<StatementNode> nodes = new ArrayList<>(statements.size());
    boolean rules = false;
    for (int i = 0; i < statements.size(); i++) {
      Stmt statement = statements.get(i);
      if (statement instanceof Stmt.On on && on.body() == null) {
        List<Stmt> rest = statements.subList(i + 1, statements.size());
        nodes.add(new Statements.On(at(on), exprs.plan(on.actor()), block(rest), context));
        break;
      }
      rules |= statement instanceof Stmt.Forbid || statement instanceof Stmt.Allow;
      statement.accept(this).ifPresent(nodes::add);
    }
    dev.vsim.exec.Block planned = new dev.vsim.exec.Block(nodes.toArray(new StatementNode[0]));
    return rules && here != program.activation() || rules && !isTop(statements)
        ? new dev.vsim.exec.Block(
            new StatementNode[] {
              new Assertions.RuledBlock(at(statements.get(0)), planned, context)
            })
        : planned;
  }

  /**
   * One statement of the file's top level, which is run by itself: what it says of all that follows
   * holds from then on.
   */
  Optional<StatementNode> alone(Stmt statement) {
    return statement instanceof Stmt.On on && on.body() == null
        ? node(new Statements.OnFromHere(at(on), exprs.plan(on.actor()), context))
        : statement.accept(this);
  }

  private boolean isTop(List<Stmt> statements) {
    return statements == program.statements();
  }

  private Node.At at(Stmt statement) {
    return new Node.At(program.source(), statement.span());
  }

  private Meter meter() {
    return context.meter();
  }

  private static Optional<StatementNode> node(StatementNode node) {
    return Optional.of(node);
  }

  private static Optional<StatementNode> none() {
    return Optional.empty();
  }

  private Variables.Write write(Symbol.Variable variable) {
    return Variables.write(variable, exprs.home(variable.activation()));
  }

  @Override
  public Optional<StatementNode> let(Stmt.Let let) {
    if (loops > 0) {
      rounds.push(program.variable(let.name()));
    }
    return node(
        new Statements.Store(
            at(let), meter(), write(program.variable(let.name())), exprs.plan(let.value())));
  }

  @Override
  public Optional<StatementNode> param(Stmt.Param param) {
    Symbol.Variable variable = program.variable(param.name());
    ExprNode value =
        context
            .setting()
            .parameter(program.source(), variable.name())
            .<ExprNode>map(given -> new Values.Constant(at(param), given))
            .orElseGet(() -> exprs.plan(param.value()));
    Optional<ExprNode> within = Optional.ofNullable(param.within()).map(exprs::plan);
    return node(new Parameters.Set(at(param), meter(), variable, write(variable), value, within));
  }

  @Override
  public Optional<StatementNode> assign(Stmt.Assign assign) {
    if (assign.target() instanceof Expr.Name name) {
      Symbol.Variable variable = (Symbol.Variable) program.symbol(name).orElseThrow();
      return node(new Statements.Store(at(assign), meter(), write(variable), stored(assign)));
    }
    if (assign.target() instanceof Expr.Member member) {
      return node(
          new StoreAttribute(
              at(assign),
              exprs.plan(member.of()),
              member.name().text(),
              Optional.ofNullable(assign.operator()),
              exprs.plan(assign.value()),
              context));
    }
    Expr.Index index = (Expr.Index) assign.target();
    ExprNode of = exprs.plan(index.of());
    ExprNode place = exprs.plan(index.at());
    ExprNode value = exprs.plan(assign.value());
    return node(
        assign.operator() == null
            ? new Statements.StoreElement(at(assign), meter(), of, place, value)
            : new Statements.ChangeElement(
                at(assign), meter(), of, place, assign.operator(), value));
  }

  /** What {@code x = e} or {@code x += e} stores. */
  private ExprNode stored(Stmt.Assign assign) {
    return exprs.plan(assign.operator() == null ? assign.value() : program.combined(assign));
  }

  @Override
  public Optional<StatementNode> branch(Stmt.If branch) {
    return node(
        new Statements.If(
            at(branch),
            meter(),
            branch.arms().stream().map(arm -> exprs.plan(arm.condition())).toList(),
            branch.arms().stream().map(arm -> block(arm.body())).toList(),
            Optional.ofNullable(branch.otherwise()).map(this::block)));
  }

  @Override
  public Optional<StatementNode> loop(Stmt.For loop) {
    Symbol.Variable first = program.variable(loop.first());
    ExprNode over = exprs.plan(loop.over());
    int outside = rounds.size();
    rounds.push(first);
    if (loop.second() != null) {
      rounds.push(program.variable(loop.second()));
    }
    dev.vsim.exec.Block body = round(loop.body());
    while (rounds.size() > outside) {
      rounds.pop();
    }
    if (over instanceof Values.Range range && first.isBare() && loop.second() == null) {
      return node(new Statements.ForRange(at(loop), meter(), range, first.slot(), body));
    }
    Optional<Variables.Write> second =
        Optional.ofNullable(loop.second()).map(program::variable).map(this::write);
    return node(new Statements.ForEach(at(loop), meter(), over, write(first), second, body));
  }

  @Override
  public Optional<StatementNode> whileLoop(Stmt.While loop) {
    return node(
        new Statements.While(at(loop), meter(), exprs.plan(loop.condition()), round(loop.body())));
  }

  @Override
  public Optional<StatementNode> repeat(Stmt.Repeat repeat) {
    return node(
        new Statements.Repeat(
            at(repeat), meter(), exprs.plan(repeat.times()), round(repeat.body())));
  }

  /** The body of a loop, whose variables are no longer around what follows it. */
  private dev.vsim.exec.Block round(Block body) {
    int before = rounds.size();
    loops++;
    dev.vsim.exec.Block planned = block(body);
    loops--;
    while (rounds.size() > before) {
      rounds.pop();
    }
    return planned;
  }

  @Override
  public Optional<StatementNode> def(Stmt.Def def) {
    return none();
  }

  @Override
  public Optional<StatementNode> giveBack(Stmt.Return statement) {
    return node(
        new Statements.Return(
            at(statement), meter(), Optional.ofNullable(statement.value()).map(exprs::plan)));
  }

  @Override
  public Optional<StatementNode> leave(Stmt.Break statement) {
    return node(new Statements.Jump(at(statement), meter(), Flow.BREAK));
  }

  @Override
  public Optional<StatementNode> proceed(Stmt.Continue statement) {
    return node(new Statements.Jump(at(statement), meter(), Flow.CONTINUE));
  }

  @Override
  public Optional<StatementNode> use(Stmt.Use use) {
    return none();
  }

  @Override
  public Optional<StatementNode> strategy(Stmt.Strategy strategy) {
    return none();
  }

  @Override
  public Optional<StatementNode> handler(Stmt.Handler handler) {
    return none();
  }

  @Override
  public Optional<StatementNode> on(Stmt.On on) {
    return node(new Statements.On(at(on), exprs.plan(on.actor()), block(on.body()), context));
  }

  @Override
  public Optional<StatementNode> at(Stmt.At at) {
    List<Integer> slots =
        rounds.stream().filter(v -> v.activation() == here).map(Symbol.Variable::slot).toList();
    return node(
        new Instants.Appoint(
            at((Stmt) at), exprs.plan(at.instant()), block(at.body()), slots, context));
  }

  @Override
  public Optional<StatementNode> in(Stmt.In in) {
    return node(
        new Simulations.Visit(
            at(in),
            exprs.plan(in.world()),
            programs,
            there -> new Planner(program, here, there, there.context()).block(in.body())));
  }

  @Override
  public Optional<StatementNode> after(Stmt.After after) {
    StatementNode command = after.command().accept(this).orElseGet(() -> nothing(after.command()));
    return node(new Assertions.After(at(after), command, block(after.body()), context));
  }

  /** What a statement that only notes something does when it is reached. */
  private StatementNode nothing(Stmt statement) {
    dev.vsim.exec.Block empty = new dev.vsim.exec.Block(new StatementNode[0]);
    return new Assertions.RuledBlock(at(statement), empty, context);
  }

  @Override
  public Optional<StatementNode> start(Stmt.Start start) {
    return program.act((Stmt.Act) start.command()) instanceof Meant.Performs performs
        ? node(perform(at((Stmt) start), performs, true))
        : none();
  }

  @Override
  public Optional<StatementNode> mark(Stmt.Mark mark) {
    return node(new Assertions.Move(at(mark), false, context));
  }

  @Override
  public Optional<StatementNode> rewind(Stmt.Rewind rewind) {
    return node(new Assertions.Move(at(rewind), true, context));
  }

  @Override
  public Optional<StatementNode> assertion(Stmt.Assert assertion) {
    ExprPlanner noting = exprs.noting();
    ExprNode condition = noting.plan(assertion.condition());
    for (Stmt.Extra extra : assertion.extras()) {
      if (extra.word().text().equals("within")) {
        condition = near(assertion, noting, exprs.plan(extra.number()));
      }
    }
    Optional<ExprNode> message = Optional.<Expr>ofNullable(assertion.message()).map(exprs::plan);
    return node(new Assertions.Assert(at(assertion), condition, message, context));
  }

  private ExprNode near(Stmt.Assert assertion, ExprPlanner noting, ExprNode tolerance) {
    Expr condition = assertion.condition();
    while (condition instanceof Expr.Group group) {
      condition = group.inner();
    }
    Expr.Binary equality = (Expr.Binary) condition;
    return new Assertions.Near(
        new Node.At(program.source(), equality.span()),
        noting.plan(equality.left()),
        noting.plan(equality.right()),
        tolerance);
  }

  @Override
  public Optional<StatementNode> check(Stmt.Check check) {
    return node(
        new Assertions.Check(at(check), exprs.plan(check.name()), block(check.body()), context));
  }

  @Override
  public Optional<StatementNode> expect(Stmt.Expect expect) {
    Assertions.Form form = new ExpectPlanner(program, exprs).form(expect.expectation());
    return node(
        expect.world() == null
            ? new Assertions.Expect(at(expect), form, context)
            : new Simulations.Expect(at(expect), exprs.plan(expect.world()), form, context));
  }

  @Override
  public Optional<StatementNode> forbid(Stmt.Forbid forbid) {
    Patterns.Built pattern = new ExpectPlanner(program, exprs).pattern(forbid.pattern());
    return node(new Assertions.Ruling(at(forbid), true, pattern, context));
  }

  @Override
  public Optional<StatementNode> allow(Stmt.Allow allow) {
    Patterns.Built pattern = new ExpectPlanner(program, exprs).pattern(allow.pattern());
    return node(new Assertions.Ruling(at(allow), false, pattern, context));
  }

  @Override
  public Optional<StatementNode> print(Stmt.Print print) {
    return node(
        new Statements.Print(
            at(print), print.values().stream().map(exprs::plan).toList(), context));
  }

  @Override
  public Optional<StatementNode> evaluate(Stmt.Evaluate evaluate) {
    return node(new Statements.Evaluate(at(evaluate), meter(), exprs.plan(evaluate.value())));
  }

  @Override
  public Optional<StatementNode> act(Stmt.Act act) {
    Meant meant = program.act(act);
    if (meant instanceof Meant.Performs performs) {
      StatementNode command = perform(at(act), performs, false);
      boolean isLast = performs.command().onlyRefers() && last.filter(s -> s == act).isPresent();
      return node(isLast ? new Acts.Last(at(act), command, context) : command);
    } else if (meant instanceof Meant.Declares declares) {
      return node(
          new Acts.Declare(
              new Node.At(program.source(), declares.nameSpan()),
              declares.kind(),
              declares.name(),
              declares.rows().map(exprs::plan),
              declares.owner().map(exprs::plan),
              given(declares.given()),
              context));
    }
    return none();
  }

  private Acts.Perform perform(Node.At at, Meant.Performs meant, boolean started) {
    return new Acts.Perform(
        at, meant.command(), given(meant.given()), meant.actor(), started, context);
  }

  private GivenArguments given(Matched matched) {
    Signature signature = matched.signature();
    List<GivenArguments.OfSlot> slots = new ArrayList<>();
    for (Matched.Filled filled : matched.filled()) {
      Slot slot = signature.slots().get(filled.index());
      ExprNode[] values =
          filled.arguments().stream()
              .map(a -> exprs.named(slot.type(), argument(a)))
              .toArray(ExprNode[]::new);
      slots.add(new GivenArguments.OfSlot(filled.index(), slot, values));
    }
    return new GivenArguments(
        signature, slots, matched.options().stream().map(this::given).toList(), context);
  }

  private ExprNode argument(Matched.Argument argument) {
    if (argument instanceof Matched.Argument.Computed computed) {
      return exprs.plan(computed.expr());
    }
    Matched.Argument.Constant constant = (Matched.Argument.Constant) argument;
    Node.At at = new Node.At(program.source(), constant.span());
    return constant.value() instanceof Value.Whole whole
        ? new Wholes.Literal(at, whole.amount(), whole.dimension())
        : new Values.Constant(at, constant.value());
  }

  @Override
  public Optional<StatementNode> broken(Stmt.Broken broken) {
    return none();
  }
}
