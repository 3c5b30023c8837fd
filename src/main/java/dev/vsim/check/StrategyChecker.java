package dev.vsim.check;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Word;
import dev.vsim.vocabulary.StrategySort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that a strategy has the handlers that its sort wants, and no others. */
final class StrategyChecker {
  private final SourceText source;
  private final Diagnostics diagnostics;

  StrategyChecker(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /**
   * @param used whether the file is one in use, whose names never stand bare
   */
  void check(Symbol.Strategy strategy, boolean used) {
    StrategySort sort = strategy.sort();
    Stmt.Strategy declaration = strategy.declaration();
    if (!sort.runs()) {
      diagnostics.add(
          ActionProblem.NOT_YET, source, declaration.sort().span(), sort.word() + " NAME { … }");
    }
    if (!used && sort.builtIn().contains(strategy.name())) {
      diagnostics.add(NameProblem.BUILT_IN, source, strategy.span(), strategy.name(), sort.word());
    }
    Map<String, Word> seen = new HashMap<>();
    strategy.handlers().forEach(h -> handler(sort, h.handler(), seen));
    sort.handlers().stream()
        .filter(h -> h.required() && !strategy.handles(h.event()))
        .forEach(h -> missing(strategy, h));
  }

  private void handler(StrategySort sort, Stmt.Handler handler, Map<String, Word> seen) {
    Word event = handler.event();
    Optional<StrategySort.Handler> known = sort.handler(event.text());
    Word before = seen.putIfAbsent(event.text(), event);
    if (known.isEmpty()) {
      unknown(sort, event);
    } else if (before != null) {
      diagnostics.add(
          Diagnostic.of(ActionProblem.HANDLED_TWICE, source, event.span(), event.text())
              .withNote(before.span(), "here"));
    } else if (handler.parameters().size() > known.get().parameters().size()) {
      int most = known.get().parameters().size();
      Word first = handler.parameters().get(most);
      diagnostics.add(
          Diagnostic.of(
                  TypeProblem.WRONG_COUNT,
                  source,
                  first.span(),
                  "on " + event.text(),
                  most == 0 ? "no name" : "at most " + Units.count(most, "name"),
                  handler.parameters().size())
              .withHelp("it is written `" + known.get().usage() + " { … }`"));
    }
  }

  private void unknown(StrategySort sort, Word event) {
    List<String> events = sort.handlers().stream().map(StrategySort.Handler::event).toList();
    String near = ExprChecker.advice(event.text(), events);
    String all = "a " + sort.word() + " handles " + Prose.all(events);
    diagnostics.add(
        ActionProblem.NO_SUCH_HANDLER,
        source,
        event.span(),
        event.text(),
        sort.word(),
        near.isEmpty() ? all : near + " — " + all);
  }

  private void missing(Symbol.Strategy strategy, StrategySort.Handler handler) {
    diagnostics.add(
        ActionProblem.MISSING_HANDLER,
        source,
        strategy.span(),
        strategy.sort().word(),
        strategy.name(),
        handler.usage(),
        handler.gives().map(kind -> "it gives back the " + kind).orElse(""));
  }
}
