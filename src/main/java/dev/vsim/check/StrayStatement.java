package dev.vsim.check;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.StatementWords;
import dev.vsim.syntax.Stmt;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to say of a statement whose first word is neither a command nor a kind of object. */
final class StrayStatement {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Diagnostics diagnostics;

  StrayStatement(SourceText source, Vocabulary vocabulary, Diagnostics diagnostics) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.diagnostics = diagnostics;
  }

  /** Reports it. */
  void report(Stmt.Act act, Scope scope) {
    String word = act.word().text();
    Optional<Symbol> known = scope.find(word);
    if (word.equals(Assignment.WORD)) {
      diagnostics.add(GradeProblem.ASSIGNMENT_ONLY, source, act.word().span(), word);
    } else if (SourceRules.isRule(word)
        && !act.items().isEmpty()
        && Borrowed.statement(word).isEmpty()) {
      diagnostics.add(GradeProblem.ASSIGNMENT_ONLY, source, act.word().span(), word);
    } else if (Later.WORDS.contains(word)) {
      diagnostics.add(ActionProblem.NOT_YET, source, act.word().span(), word);
    } else if (known.isPresent()) {
      diagnostics.add(
          ActionProblem.NO_EFFECT,
          source,
          act.span(),
          "naming `" + word + "`",
          edit(act, known.get()));
    } else {
      diagnostics.add(NameProblem.UNKNOWN_COMMAND, source, act.word().span(), word, advice(word));
    }
  }

  private String advice(String word) {
    Optional<String> borrowed = Borrowed.statement(word);
    if (borrowed.isPresent()) {
      return borrowed.get();
    }
    List<String> words = new ArrayList<>(vocabulary.words());
    words.addAll(StatementWords.ALL);
    String near = ExprChecker.advice(word, words);
    return near.isEmpty() ? "`vsim reference` lists the commands and kinds of object" : near;
  }

  /** What was meant by {@code x}, {@code x 5}, {@code f 1, 2}, {@code app access 0x1000}. */
  private String edit(Stmt.Act act, Symbol known) {
    String name = act.word().text();
    String behind = source.text(new Span(act.word().span().end(), act.span().end())).strip();
    if (known instanceof Symbol.Function) {
      return "call it: `" + name + "(" + behind + ")`";
    } else if (behind.isEmpty()) {
      return "`print " + name + "` prints it";
    } else if (known instanceof Symbol.Variable) {
      return "to assign, write `" + name + " = " + behind + "`";
    }
    return known instanceof Symbol.Thing
        ? "who acts is said by `on`: `on " + name + " { " + behind + " }`"
        : "a statement begins with a command or a kind of object";
  }
}
