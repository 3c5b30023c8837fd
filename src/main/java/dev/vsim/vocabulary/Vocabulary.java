package dev.vsim.vocabulary;

import dev.vsim.value.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of what the language can name: kinds of object, commands, sorts of strategy. */
public final class Vocabulary {
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, List<Command>> commands = new LinkedHashMap<>();

  private final List<StrategySort> strategies;

  public Vocabulary(List<Kind> kinds, List<Command> commands, List<StrategySort> strategies) {
    this.strategies = List.copyOf(strategies);
    kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
    commands.forEach(
        command ->
            this.commands
                .computeIfAbsent(command.signature().word(), w -> new ArrayList<>())
                .add(command));
  }

  public Optional<Kind> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /**
   * The forms of a command, in the order in which they are tried; empty where there is none of that
   * word.
   */
  public List<Command> commands(String word) {
    return commands.getOrDefault(word, List.of());
  }

  /** The sorts of strategy that a scenario can write. */
  public List<StrategySort> strategies() {
    return strategies;
  }

  /** The sort of strategy of this word. */
  public Optional<StrategySort> strategy(String word) {
    return strategies.stream().filter(s -> s.word().equals(word)).findFirst();
  }

  public List<Kind> kinds() {
    return List.copyOf(kinds.values());
  }

  public List<Command> commands() {
    return commands.values().stream().flatMap(List::stream).toList();
  }

  /** Every word with which a command or declaration can begin. */
  public List<String> words() {
    List<String> words = new ArrayList<>(commands.keySet());
    kinds.values().stream()
        .filter(Kind::declarable)
        .map(Kind::signature)
        .map(Signature::word)
        .forEach(words::add);
    words.add("template");
    return words;
  }

  /** Whether a property or a command takes this word somewhere: {@code lru}, {@code off}. */
  public boolean takes(String word) {
    return Stream.concat(
            kinds.values().stream().map(Kind::signature),
            commands().stream().map(Command::signature))
        .anyMatch(signature -> takes(signature, word));
  }

  private static boolean takes(Signature signature, String word) {
    return signature.slots().stream().anyMatch(slot -> slot.type().words().contains(word))
        || signature.options().stream().anyMatch(option -> takes(option, word));
  }
}
