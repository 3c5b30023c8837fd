package dev.vsim.run;

import dev.vsim.check.BuiltIn;
import dev.vsim.check.Method;
import dev.vsim.check.Methods;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.source.Problem;
import dev.vsim.source.Problems;
import dev.vsim.value.Attribute;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.PolicyWords;
import dev.vsim.vocabulary.StrategySort;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the vocabulary says of a word, for a prompt. */
final class Help {
  private final Vocabulary vocabulary;
  private final String word;
  private final List<String> lines = new ArrayList<>();

  private Help(Vocabulary vocabulary, String word) {
    this.vocabulary = vocabulary;
    this.word = word;
  }

  /** All that is called so; empty where nothing is. */
  static List<String> of(Vocabulary vocabulary, String word) {
    Help help = new Help(vocabulary, word);
    help.find();
    return help.lines;
  }

  /** Every word that it knows. */
  static Set<String> words(Vocabulary vocabulary) {
    Set<String> words = new LinkedHashSet<>(vocabulary.words());
    EventKind.all().forEach(kind -> words.add(kind.name()));
    for (Kind kind : vocabulary.kinds()) {
      words.add(kind.name());
      kind.signature().options().forEach(option -> words.add(option.word()));
      kind.attributes().forEach(attribute -> words.add(attribute.name()));
    }
    Policies.ALL.forEach(policy -> words.add(policy.word()));
    Arrays.stream(BuiltIn.values()).forEach(function -> words.add(function.word()));
    methods().forEach(method -> words.add(method.word()));
    for (StrategySort sort : vocabulary.strategies()) {
      sort.handlers().forEach(handler -> words.add(handler.event()));
    }
    Problems.all().forEach(problem -> words.add(problem.code()));
    return words;
  }

  private void find() {
    vocabulary.commands(word).forEach(this::command);
    vocabulary.kind(word).ifPresent(this::kind);
    vocabulary.kinds().forEach(this::parts);
    EventKind.named(word).ifPresent(this::event);
    Policies.ALL.stream().filter(p -> p.word().equals(word)).forEach(this::policy);
    Arrays.stream(BuiltIn.values()).filter(f -> f.word().equals(word)).forEach(this::function);
    methods().filter(m -> m.word().equals(word)).forEach(this::method);
    vocabulary.strategies().forEach(sort -> sort.handler(word).ifPresent(h -> handler(sort, h)));
    Problems.named(word.toUpperCase(Locale.ROOT)).ifPresent(this::problem);
  }

  private void command(Command command) {
    heading(command.signature().usage());
    line(command.signature().doc());
    command.signature().options().forEach(option -> property(option, "  "));
  }

  private void kind(Kind kind) {
    heading("kind " + kind.name());
    line(kind.signature().doc());
    kind.signature().options().forEach(option -> property(option, "  "));
    if (!kind.attributes().isEmpty()) {
      String names = String.join(", ", kind.attributes().stream().map(Attribute::name).toList());
      line("  to be read: " + names);
    }
  }

  /** Properties and attributes of this name. */
  private void parts(Kind kind) {
    Stream.concat(
            kind.signature().options().stream(),
            kind.signature().options().stream().flatMap(o -> o.options().stream()))
        .filter(option -> option.word().equals(word))
        .forEach(
            option -> {
              heading("property of a " + kind.name());
              property(option, "");
            });
    kind.attributes().stream()
        .filter(attribute -> attribute.name().equals(word))
        .forEach(
            attribute -> {
              heading("attribute of a " + kind.name() + ": " + attribute.name());
              line(attribute.doc());
              attribute.parts().forEach(part -> line("  ." + part.name() + "  " + part.doc()));
            });
  }

  private void property(Signature property, String indent) {
    String usual = property.fallback().isEmpty() ? "" : " (" + property.fallback() + ")";
    line(indent + property.usage() + usual + "  " + property.doc());
  }

  private void event(EventKind kind) {
    heading("event " + kind.name() + ", about a " + String.join(", ", kind.subjects()));
    for (EventField field : kind.fields()) {
      String words = field.words().isEmpty() ? "" : "  " + String.join(", ", field.words());
      line("  " + field.name() + (field.sometimes() ? " (sometimes)" : "") + words);
    }
    if (kind.hidden()) {
      String shown = kind.group().isEmpty() ? kind.name() : kind.group();
      line("Shown by `trace < show " + shown + " >`.");
    }
  }

  private void policy(PolicyKind policy) {
    heading("policy " + policy.word());
    PolicyWords.rule(policy.word()).ifPresent(this::line);
  }

  private static Stream<Method> methods() {
    return Stream.of(Methods.ofLists(), Methods.ofMaps(), Methods.ofTexts()).flatMap(List::stream);
  }

  private void function(BuiltIn function) {
    heading("function " + function.usage());
    line(function.doc());
  }

  private void method(Method method) {
    heading("method ." + method.usage());
    line(method.doc());
  }

  private void handler(StrategySort sort, StrategySort.Handler handler) {
    heading(handler.usage() + ", in a " + sort.word());
    line(handler.doc());
  }

  private void problem(Problem problem) {
    heading(problem.code() + ": " + Problems.title(problem));
    problem.explanation().strip().lines().forEach(this::line);
  }

  private void heading(String text) {
    if (!lines.isEmpty()) {
      line("");
    }
    line(text);
  }

  private void line(String text) {
    lines.add(text);
  }
}
