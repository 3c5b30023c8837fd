package dev.vsim.check;

import dev.vsim.syntax.Expr;
import java.util.Optional;

/** The expressions of a strategy and of what it calls: what it does not see is reported. */
final class DecidingExpressions implements Expr.Visitor<Void> {
  private static final String HELP =
      "it sees what its handlers are given, and what is read of that";

  private final Deciding.Here here;

  DecidingExpressions(Deciding.Here here) {
    this.here = here;
  }

  @Override
  public Void number(Expr.Number number) {
    return null;
  }

  @Override
  public Void text(Expr.Text text) {
    for (Expr.Piece piece : text.pieces()) {
      if (piece instanceof Expr.Piece.Hole hole) {
        hole.value().accept(this);
      }
    }
    return null;
  }

  @Override
  public Void truth(Expr.Truth truth) {
    return null;
  }

  @Override
  public Void none(Expr.None none) {
    return null;
  }

  @Override
  public Void address(Expr.Address address) {
    return null;
  }

  @Override
  public Void name(Expr.Name name) {
    here.symbol(name).ifPresent(symbol -> symbol(name, symbol));
    return null;
  }

  private void symbol(Expr expr, Symbol symbol) {
    if (symbol instanceof Symbol.Variable variable) {
      here.variable(expr.span(), variable);
    } else if (symbol instanceof Symbol.Thing thing) {
      here.unseen(expr.span(), "the " + thing.kind() + " `" + thing.name() + "`", HELP);
    } else if (symbol instanceof Symbol.Row row) {
      here.unseen(expr.span(), "the row `" + row.name() + "`", HELP);
    } else if (symbol instanceof Symbol.Now) {
      here.unseen(expr.span(), "`now`", "count references in `on tick()` or `on hit(f)`");
    }
  }

  @Override
  public Void list(Expr.ListOf list) {
    list.items().forEach(item -> item.accept(this));
    return null;
  }

  @Override
  public Void map(Expr.MapOf map) {
    for (Expr.Entry entry : map.entries()) {
      entry.key().accept(this);
      entry.value().accept(this);
    }
    return null;
  }

  @Override
  public Void range(Expr.Range range) {
    range.from().accept(this);
    return range.to().accept(this);
  }

  @Override
  public Void group(Expr.Group group) {
    return group.inner().accept(this);
  }

  @Override
  public Void unary(Expr.Unary unary) {
    return unary.operand().accept(this);
  }

  @Override
  public Void binary(Expr.Binary binary) {
    binary.left().accept(this);
    return binary.right().accept(this);
  }

  @Override
  public Void choice(Expr.Choice choice) {
    choice.condition().accept(this);
    choice.then().accept(this);
    return choice.otherwise().accept(this);
  }

  @Override
  public Void member(Expr.Member member) {
    if (module(member).isPresent()) {
      here.symbol(member).ifPresent(symbol -> symbol(member, symbol));
      return null;
    }
    here.read(member.name().text());
    return member.of().accept(this);
  }

  /** The file in use whose name stands before the dot. */
  private Optional<CheckedProgram> module(Expr.Member member) {
    return here.symbol(member.of())
        .filter(s -> s instanceof Symbol.Module)
        .map(s -> ((Symbol.Module) s).program());
  }

  @Override
  public Void index(Expr.Index index) {
    index.of().accept(this);
    return index.at().accept(this);
  }

  @Override
  public Void call(Expr.Call call) {
    call.arguments().forEach(argument -> argument.accept(this));
    Optional<Symbol> callee = here.symbol(call.callee());
    if (callee.isPresent() && callee.get() instanceof Symbol.Function function) {
      here.calls(call.span(), function, inFile(call.callee()));
    } else if (callee.isEmpty() && call.callee() instanceof Expr.Member method) {
      method.of().accept(this);
    }
    return null;
  }

  private Optional<CheckedProgram> inFile(Expr callee) {
    return callee instanceof Expr.Member member ? module(member) : Optional.empty();
  }

  @Override
  public Void simulation(Expr.Simulation simulation) {
    here.acts(simulation.span(), "simulate");
    return null;
  }

  @Override
  public Void found(Expr.Found found) {
    here.acts(found.span(), "expect");
    return null;
  }

  @Override
  public Void broken(Expr.Broken broken) {
    return null;
  }
}
