package dev.vsim.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names with a hyphen inside, {@code a-b}, that could be read as a difference of two variables,
 * whichever of the three was introduced last.
 */
final class Hyphens {
  /** Nobody takes a name that is longer for a difference. */
  private static final int LONGEST = 200;

  private final Map<String, List<Symbol>> byPart = new HashMap<>();

  /** A name that can be read in two ways. */
  record Confusable(Symbol symbol, String difference) {}

  /**
   * Notes a name that was introduced into {@code scope}; says which of those visible is confusable
   * now.
   */
  Optional<Confusable> introduced(Symbol symbol, Scope scope) {
    Optional<Confusable> own = confusable(symbol, scope);
    forEachSplit(
        symbol.name(),
        (left, right) -> {
          byPart.computeIfAbsent(left, p -> new ArrayList<>()).add(symbol);
          byPart.computeIfAbsent(right, p -> new ArrayList<>()).add(symbol);
        });
    if (own.isPresent() || !(symbol instanceof Symbol.Variable)) {
      return own;
    }
    return byPart.getOrDefault(symbol.name(), List.of()).stream()
        .filter(other -> scope.find(other.name()).filter(other::equals).isPresent())
        .map(other -> confusable(other, scope))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Confusable> confusable(Symbol symbol, Scope scope) {
    List<Confusable> found = new ArrayList<>();
    forEachSplit(
        symbol.name(),
        (left, right) -> {
          if (isVariable(left, scope) && isVariable(right, scope)) {
            found.add(new Confusable(symbol, left + " - " + right));
          }
        });
    return found.stream().findFirst();
  }

  private static boolean isVariable(String name, Scope scope) {
    return scope.find(name).filter(s -> s instanceof Symbol.Variable).isPresent();
  }

  /** Takes the two sides of a hyphen. */
  private interface Sides {
    void take(String left, String right);
  }

  private static void forEachSplit(String name, Sides sides) {
    for (int i = name.indexOf('-');
        i > 0 && name.length() <= LONGEST;
        i = name.indexOf('-', i + 1)) {
      sides.take(name.substring(0, i), name.substring(i + 1));
    }
  }
}
