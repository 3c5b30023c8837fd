package dev.vsim.kinds;

import dev.vsim.machine.cpu.SchedulerChoice;
import dev.vsim.machine.cpu.SchedulerKind;
import dev.vsim.machine.cpu.SchedulerOption;
import dev.vsim.machine.cpu.SchedulerOptions;
import dev.vsim.machine.cpu.Schedulers;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.ProcessorWords;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code scheduler round-robin < slice 10ms; tick global >}: who gets a host's cores. */
final class SchedulerProperty {
  private static final String GLOBAL = "global";

  private final Slot rule =
      Slot.of(
          "rule",
          new Type.Strategy(
              SchedulerSort.WORD,
              new Type.Words(
                  "a scheduler", Schedulers.ALL.stream().map(SchedulerKind::word).toList())));
  private final Map<SchedulerOption, Signature> options = new EnumMap<>(SchedulerOption.class);
  private final Signature signature;

  SchedulerProperty() {
    for (SchedulerOption option : SchedulerOption.values()) {
      options.put(option, signature(option));
    }
    signature =
        Signature.of("scheduler")
            .required(rule)
            .options(List.copyOf(options.values()))
            .fallback(Schedulers.ROUND_ROBIN.word())
            .doc("Which of the vCPUs that are ready gets a core, and for how long (rule R17).");
  }

  private static Signature signature(SchedulerOption option) {
    return Signature.of(option.word())
        .required(Slot.of(option.word(), type(option)))
        .fallback(option.fallback())
        .doc(String.join(", ", Schedulers.with(option)) + ": " + ProcessorWords.of(option) + ".");
  }

  private static Type type(SchedulerOption option) {
    return switch (option.sort()) {
      case DURATION -> new Type.Whole(Dimension.DURATION, 1, EventQueue.END);
      case WORD -> Type.Words.of("a tick", "dispatch", GLOBAL);
    };
  }

  Signature signature() {
    return signature;
  }

  Optional<SchedulerChoice> choice(Arguments properties) {
    return properties.option(signature).map(this::read);
  }

  /** What is wrong with the options of the scheduler that was chosen, if anything. */
  Optional<Outcome> problem(Arguments properties) {
    return properties.option(signature).flatMap(this::stranger);
  }

  private Optional<Outcome> stranger(Arguments given) {
    SchedulerKind kind = kind(given);
    return options.entrySet().stream()
        .filter(o -> given.option(o.getValue()).isPresent())
        .map(Map.Entry::getKey)
        .filter(option -> !kind.options().contains(option))
        .findFirst()
        .map(
            option ->
                Outcome.wrongAt(
                    options.get(option).slots().get(0),
                    ActionProblem.OPTION_OF_ANOTHER,
                    option.word(),
                    String.join(" and ", Schedulers.with(option)),
                    kind.word(),
                    advice(kind)));
  }

  private static String advice(SchedulerKind kind) {
    List<String> words =
        Stream.of(SchedulerOption.values())
            .filter(kind.options()::contains)
            .map(SchedulerOption::word)
            .toList();
    return words.isEmpty()
        ? kind.word() + " has no options"
        : "the options of " + kind.word() + " are: " + String.join(", ", words);
  }

  private SchedulerKind kind(Arguments given) {
    return given.value(rule) instanceof Value.Strategy strategy
        ? ((SchedulerSort.Made) strategy.made()).kind()
        : Schedulers.named(given.word(rule)).orElseThrow();
  }

  private SchedulerChoice read(Arguments given) {
    Map<SchedulerOption, Long> values = new EnumMap<>(SchedulerOption.class);
    options.forEach(
        (option, property) ->
            given
                .option(property)
                .ifPresent(o -> values.put(option, number(option, o, property.slots().get(0)))));
    return new SchedulerChoice(kind(given), new SchedulerOptions(values));
  }

  private static long number(SchedulerOption option, Arguments given, Slot slot) {
    return switch (option.sort()) {
      case DURATION -> given.number(slot);
      case WORD -> given.word(slot).equals(GLOBAL) ? 1 : 0;
    };
  }
}
