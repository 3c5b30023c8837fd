package dev.vsim.check;

import dev.vsim.syntax.Block;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Pattern;
import dev.vsim.syntax.Property;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Word;
import dev.vsim.value.Attribute;
import dev.vsim.vocabulary.StrategySort;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Side tables of one file: what the checker found, by the piece of syntax it belongs to. */
final class Facts {
  final IdentityHashMap<Expr, Symbol> symbols = new IdentityHashMap<>();
  final IdentityHashMap<Expr, String> paths = new IdentityHashMap<>();
  final IdentityHashMap<Expr, StaticType> types = new IdentityHashMap<>();
  final IdentityHashMap<Word, Symbol.Variable> variables = new IdentityHashMap<>();
  final IdentityHashMap<Stmt.Def, Symbol.Function> functions = new IdentityHashMap<>();
  final IdentityHashMap<Stmt.Strategy, Symbol.Strategy> strategies = new IdentityHashMap<>();
  final IdentityHashMap<Stmt.Handler, Optional<StrategySort.Handler>> handlers =
      new IdentityHashMap<>();
  final IdentityHashMap<Stmt.Act, Meant> acts = new IdentityHashMap<>();
  final IdentityHashMap<Pattern, Meant.Events> patterns = new IdentityHashMap<>();
  final IdentityHashMap<Block, Scope> scopes = new IdentityHashMap<>();

  /** The attributes that a strategy reads, of whatever. */
  final IdentityHashMap<Stmt.Strategy, Set<String>> reads = new IdentityHashMap<>();

  /** What each parameter of a simulation is given. */
  final IdentityHashMap<Property, Matched.Argument> given = new IdentityHashMap<>();

  /** What each simulation of a submission asks of its source. */
  final IdentityHashMap<Expr.Simulation, List<SourceRule>> submissions = new IdentityHashMap<>();

  /** The paths of objects in other worlds. */
  final IdentityHashMap<Expr, String> foreign = new IdentityHashMap<>();

  private final IdentityHashMap<Stmt.Assign, Expr.Binary> combined = new IdentityHashMap<>();

  /** Who acts by default where another file's function is called. */
  final IdentityHashMap<Expr.Call, String> callers = new IdentityHashMap<>();

  /** The attributes that are read of objects whose kind is known. */
  final IdentityHashMap<Expr, Attribute> attributes = new IdentityHashMap<>();

  /** What functions and assertions do; one for all files of a program. */
  Effects effects = new Effects();

  /** The labels that the file gives to pages. */
  Set<String> labels = Set.of();

  /** The path of who acts where the checker stands and no {@code on} says so. */
  String actor = "";

  /** The {@code x + e} of {@code x += e}: one for all passes, so that its type is known to each. */
  Expr.Binary combined(Stmt.Assign assign) {
    return combined.computeIfAbsent(
        assign,
        a -> new Expr.Binary(a.span(), a.operator(), a.value().span(), a.target(), a.value()));
  }

  StaticType type(Expr expr) {
    return Optional.ofNullable(types.get(expr)).orElse(StaticType.ANY);
  }
}
