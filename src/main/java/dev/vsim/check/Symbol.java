package dev.vsim.check;

import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import dev.vsim.vocabulary.StrategySort;
import java.util.ArrayList;
import java.util.List;

/** What a name can stand for. */
public sealed interface Symbol {
  String name();

  /** Where it was introduced. */
  Span span();

  /** One activation's worth of variables: a file's top level, or a function's body. */
  final class Activation {
    private final Activation outer;
    private final List<Variable> variables = new ArrayList<>();

    Activation(Activation outer) {
      this.outer = outer;
    }

    /** The activation around it, or null at a file's top. */
    public Activation outer() {
      return outer;
    }

    /** How many variables it has. */
    public int size() {
      return variables.size();
    }

    public List<Variable> variables() {
      return List.copyOf(variables);
    }
  }

  /** A variable, a parameter of a function, or a {@code param}. */
  final class Variable implements Symbol {
    private final String name;
    private final Span span;
    private final Activation activation;
    private final int slot;
    private final boolean parameter;
    private StaticType type = StaticType.NEVER;
    private boolean captured;
    private boolean unread;

    Variable(String name, Span span, Activation activation, boolean parameter) {
      this.name = name;
      this.span = span;
      this.activation = activation;
      this.slot = activation.size();
      this.parameter = parameter;
      activation.variables.add(this);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Span span() {
      return span;
    }

    public Activation activation() {
      return activation;
    }

    /** Its place among its activation's variables. */
    public int slot() {
      return slot;
    }

    /** Whether it is a {@code param} of the file, which may be read but not assigned. */
    public boolean isParameter() {
      return parameter;
    }

    public StaticType type() {
      return type;
    }

    /** Whether its amounts can live in a bare {@code long}. */
    public boolean isBare() {
      return type.isWhole() && !captured;
    }

    boolean widen(StaticType more) {
      StaticType joined = type.join(more);
      boolean changed = !joined.same(type);
      type = joined;
      return changed;
    }

    /** Its declaration could not be read. */
    void unread() {
      unread = true;
    }

    /** Whether its declaration could not be read, so that it may stand for anything. */
    boolean isUnread() {
      return unread;
    }

    void capture() {
      captured = true;
    }
  }

  /** A function of the file. */
  record Function(
      String name, Span span, Stmt.Def def, Activation activation, List<Variable> parameters)
      implements Symbol {
    /** How many arguments a call must give. */
    public int required() {
      return (int) def.parameters().stream().filter(p -> p.fallback() == null).count();
    }
  }

  /** A function that is there without being defined. */
  record Given(String name, Span span, BuiltIn function) implements Symbol {}

  /**
   * A policy or scheduler of the file.
   *
   * @param activation its own variables, which each set of frames has anew
   * @param given the variables that it is given, in its sort's order
   * @param scope where its members stand
   */
  record Strategy(
      String name,
      Span span,
      Stmt.Strategy declaration,
      StrategySort sort,
      Activation activation,
      List<Variable> given,
      List<Handling> handlers,
      Scope scope)
      implements Symbol {
    /** Whether it has a handler of this event. */
    public boolean handles(String event) {
      return handlers.stream().anyMatch(h -> h.event().equals(event));
    }
  }

  /** One handler of a strategy; parameters that its sort does not give are left out. */
  record Handling(Stmt.Handler handler, Activation activation, List<Variable> parameters) {
    public String event() {
      return handler.event().text();
    }
  }

  /** A variable that a strategy is given and cannot assign. */
  record Fixed(String name, Span span, Variable variable) implements Symbol {}

  /** A file in use. */
  record Module(String name, Span span, CheckedProgram program) implements Symbol {}

  /** An object of the machine that the program declares, or that is there by default. */
  record Thing(String name, Span span, String kind) implements Symbol {}

  /** A row of objects: {@code node} of {@code vm node[8]}. */
  record Row(String name, Span span, String kind) implements Symbol {}

  /** {@code now}: the virtual instant. */
  record Now(String name, Span span) implements Symbol {}

  /** A template of declarations. */
  record Template(String name, Span span, Stmt.Act declaration) implements Symbol {}

  /** A variable's declaration and everything that is assigned to it. */
  record Assigned(Variable variable, Expr value, Scope scope, boolean element) {}
}
