package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Property;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.StrategySort;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of an assignment about the source of a submission. */
final class SourceRules {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Diagnostics diagnostics;

  SourceRules(SourceText source, Vocabulary vocabulary, Diagnostics diagnostics) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.diagnostics = diagnostics;
  }

  /** Whether a word begins such a rule. */
  static boolean isRule(String word) {
    return SourceRule.Sort.of(word).isPresent();
  }

  /** The rule that a statement is; empty where it is none, or one with a mistake. */
  Optional<SourceRule> of(Stmt.Act act) {
    return SourceRule.Sort.of(act.word().text())
        .flatMap(
            sort -> {
              if (!act.assigned().isEmpty() || !act.options().isEmpty()) {
                refuse(act.span(), sort, "is followed by words only", usage(sort));
                return Optional.empty();
              }
              return rule(sort, act.span(), act.items());
            });
  }

  /** The rule that a property is; empty where it is none, or one with a mistake. */
  Optional<SourceRule> of(Property property) {
    return SourceRule.Sort.of(property.name().text())
        .flatMap(sort -> rule(sort, property.span(), property.items()));
  }

  private Optional<SourceRule> rule(SourceRule.Sort sort, Span span, List<Item> items) {
    List<String> words = SourceRule.words(items);
    boolean shaped = sort == SourceRule.Sort.REQUIRE ? words.size() == 2 : !words.isEmpty();
    if (!shaped || words.contains("")) {
      refuse(span, sort, "is not followed by what it needs", usage(sort));
      return Optional.empty();
    }
    List<String> known = known(sort);
    String first = words.get(0);
    Optional<String> stranger =
        sort == SourceRule.Sort.REQUIRE
            ? Optional.of(first).filter(w -> !known.contains(w))
            : words.stream().filter(w -> !known.contains(w)).findFirst();
    stranger.ifPresent(
        word -> {
          String near = ExprChecker.advice(word, known);
          refuse(span, sort, "does not know `" + word + "`", near.isEmpty() ? usage(sort) : near);
        });
    return stranger.isPresent() ? Optional.empty() : Optional.of(new SourceRule(sort, span, words));
  }

  private void refuse(Span span, SourceRule.Sort sort, String what, String help) {
    diagnostics.add(GradeProblem.RULE_FORM, source, span, sort.word(), what, help);
  }

  private static String usage(SourceRule.Sort sort) {
    return switch (sort) {
      case LOCK -> "write the properties that are locked: `lock costs, mem`";
      case REQUIRE -> "write what must be declared: `require policy mine`";
      case FORBID_COMMAND -> "write the commands: `forbid-command fork`";
    };
  }

  private List<String> known(SourceRule.Sort sort) {
    return switch (sort) {
      case LOCK -> properties();
      case REQUIRE -> declarations();
      case FORBID_COMMAND -> commands();
    };
  }

  private List<String> properties() {
    Set<String> words = new LinkedHashSet<>(kinds());
    vocabulary.kinds().forEach(kind -> collect(kind.signature().options(), words));
    return List.copyOf(words);
  }

  private static void collect(List<Signature> options, Set<String> words) {
    for (Signature option : options) {
      words.add(option.word());
      collect(option.options(), words);
    }
  }

  private List<String> kinds() {
    return vocabulary.kinds().stream().filter(Kind::declarable).map(Kind::name).toList();
  }

  private List<String> declarations() {
    List<String> words = new ArrayList<>(List.of("def", "param"));
    vocabulary.strategies().stream().map(StrategySort::word).forEach(words::add);
    words.addAll(kinds());
    return words;
  }

  private List<String> commands() {
    Set<String> words = new LinkedHashSet<>(List.of("simulate"));
    vocabulary.commands().stream().map(Command::signature).map(Signature::word).forEach(words::add);
    return List.copyOf(words);
  }
}
