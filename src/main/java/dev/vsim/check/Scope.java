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
  private Objects world;

  Scope(Scope outer, Symbol.Activation activation) {
    this.outer = outer;
    this.activation = activation;
  }

  /**
   * The scope of {@code in r { … }}: there the objects of the file's own world are out of sight,
   * and names that mean nothing else mean objects of the other one.
   */
  static Scope inside(Scope outer, Objects world) {
    Scope scope = new Scope(outer, outer.activation);
    scope.world = world;
    return scope;
  }

  /** The objects of the world in which this scope's statements act, where it is another one. */
  void lookInto(Objects objects) {
    world = objects;
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
    Objects visited = null;
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Symbol symbol = scope.symbols.get(name);
      if (symbol != null && (visited == null || !isObject(symbol))) {
        return Optional.of(symbol);
      }
      visited = visited == null ? scope.world : visited;
    }
    return visited == null ? Optional.empty() : visited.symbol(name);
  }

  private static boolean isObject(Symbol symbol) {
    return symbol instanceof Symbol.Thing || symbol instanceof Symbol.Row;
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
