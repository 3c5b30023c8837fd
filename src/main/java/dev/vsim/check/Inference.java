package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Expr;
import dev.vsim.vocabulary.Vocabulary;
import java.util.List;

/**
 * Finds what each variable can hold, from everything that is assigned to it, until nothing changes
 * any more.
 */
final class Inference {
  private final ExprChecker exprs;
  private final Facts facts;

  Inference(SourceText source, Vocabulary vocabulary, Objects objects, Worlds worlds) {
    this.facts = new Facts();
    this.exprs =
        new ExprChecker(source, vocabulary, facts, objects, worlds, new Diagnostics(), found -> {});
  }

  void run(List<Symbol.Assigned> assigned) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Symbol.Assigned one : assigned) {
        changed |= one.variable().widen(type(one));
      }
    }
  }

  private StaticType type(Symbol.Assigned one) {
    StaticType type = exprs.check(one.value(), one.scope());
    return one.element() ? element(one.value(), type) : type;
  }

  /** What a loop over an expression gives its variable. */
  private StaticType element(Expr over, StaticType type) {
    Expr bare = over instanceof Expr.Group group ? group.inner() : over;
    if (bare instanceof Expr.Range range) {
      StaticType from = facts.type(range.from());
      StaticType to = facts.type(range.to());
      return from.isWhole() && to.isWhole()
          ? StaticType.whole(from.dimension().joined(to.dimension()))
          : StaticType.ANY;
    }
    if (facts.symbols.get(bare) instanceof Symbol.Row row) {
      return StaticType.thing(row.kind());
    }
    return type.sort() == StaticType.Sort.NEVER ? StaticType.NEVER : StaticType.ANY;
  }
}
