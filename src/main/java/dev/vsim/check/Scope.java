package dev.vsim.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that one block introduces, inside the blocks around it. */
final class Scope {
  private final Scope outer;
  private final Symbol.Activation activation;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final Map<String, Symbol> given = new LinkedHashMap<>();

  Scope(Scope outer, Symbol.Activation activation) {
    this.outer = outer;
    this.activation = activation;
  }

  Symbol.Activation activation() {
    return activation;
  }

  void put(Symbol symbol) {
    symbols.put(symbol.name(), symbol);
  }

  /** Puts what is given under its name wherever the file gives that no other meaning. */
  void putGiven(Symbol symbol) {
    given.put(symbol.name(), symbol);
  }

  /** What a name means here, from the inside out; what is given comes last. */
  Optional<Symbol> find(String name) {
    Optional<Symbol> own = taken(name);
    for (Scope scope = this; own.isEmpty() && scope != null; scope = scope.outer) {
      own = Optional.ofNullable(scope.given.get(name));
    }
    return own;
  }

  /** What the file itself means by a name here. */
  Optional<Symbol> taken(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Symbol symbol = scope.symbols.get(name);
      if (symbol != null) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }

  /** Every name that means something here. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      names.addAll(scope.symbols.keySet());
      names.addAll(scope.given.keySet());
    }
    return names;
  }
}
