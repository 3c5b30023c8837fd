package dev.vsim.check;

import dev.vsim.source.Span;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects that a program declares, by path, with those that come with them and those that are
 * there by default.
 */
final class Objects {
  private static final Span NOWHERE = new Span(0, 0);

  private final Vocabulary vocabulary;
  private final Map<String, String> kinds = new LinkedHashMap<>();
  private final Map<String, String> rows = new LinkedHashMap<>();
  private final Map<String, String> below = new LinkedHashMap<>();
  private final boolean open;
  private boolean severalHosts;

  Objects(Vocabulary vocabulary) {
    this(vocabulary, false);
  }

  private Objects(Vocabulary vocabulary, boolean open) {
    this.vocabulary = vocabulary;
    this.open = open;
  }

  /** These and those of a simulated world; without one, any that the run may find. */
  Objects with(Optional<Objects> world) {
    Objects all = new Objects(vocabulary, world.isEmpty());
    world.ifPresent(
        others -> {
          all.kinds.putAll(others.kinds);
          all.rows.putAll(others.rows);
          all.below.putAll(others.below);
          all.severalHosts = others.severalHosts;
        });
    all.kinds.putAll(kinds);
    all.rows.putAll(rows);
    all.below.putAll(below);
    all.severalHosts |= severalHosts;
    return all;
  }

  /** Whether there may be others, of which only the run will tell. */
  boolean isOpen() {
    return open;
  }

  /** What a bare name means among them. */
  Optional<Symbol> symbol(String name) {
    if (rows.containsKey(name)) {
      return Optional.of(new Symbol.Row(name, NOWHERE, rows.get(name)));
    }
    return kind(name).map(kind -> new Symbol.Thing(name, NOWHERE, kind));
  }

  /** The program declares several hosts. */
  void expectSeveralHosts() {
    severalHosts = true;
  }

  boolean severalHosts() {
    return severalHosts;
  }

  void put(String path, String kind) {
    kinds.put(path, kind);
  }

  void putRow(String name, String kind) {
    rows.put(name, kind);
  }

  /** Notes an object whose owner only the run tells: any that can own one may have it. */
  void putBelow(String name, String kind) {
    below.put(name, kind);
  }

  /** The kind of a row's objects. */
  Optional<String> row(String name) {
    return Optional.ofNullable(rows.get(name));
  }

  List<String> paths() {
    return List.copyOf(kinds.keySet());
  }

  /** Every path that can be written, those of what comes with the objects included. */
  List<String> everyPath() {
    List<String> all = new ArrayList<>(kinds.keySet());
    kinds.forEach(
        (path, kind) -> children(path, kind).forEach(child -> all.add(path + "." + child)));
    return all;
  }

  /** The kind of the object at a path, declared or brought along by one that is. */
  Optional<String> kind(String path) {
    String declared = kinds.get(path);
    if (declared != null) {
      return Optional.of(declared);
    }
    int row = path.indexOf('[');
    int dot = path.lastIndexOf('.');
    if (row > 0 && dot < row && path.endsWith("]")) {
      return row(path.substring(0, row));
    }
    return dot < 0
        ? Optional.empty()
        : kind(path.substring(0, dot))
            .flatMap(owner -> child(path.substring(0, dot), owner, path.substring(dot + 1)));
  }

  /**
   * What else a path can mean as the subject of an event: with several hosts {@code esxi1.vmnet8}
   * is the switch, and the host's own card on it.
   */
  Optional<String> secondKind(String path) {
    int dot = path.lastIndexOf('.');
    return !severalHosts || dot < 0
        ? Optional.empty()
        : kind(path.substring(0, dot))
            .flatMap(vocabulary::kind)
            .flatMap(
                k ->
                    k.children().stream()
                        .filter(c -> c.matches(path.substring(dot + 1)))
                        .findFirst())
            .map(Kind.Child::kind);
  }

  /** The kind of what stands behind the dot of an object, if it is an object too. */
  Optional<String> child(String path, String kind, String name) {
    String declared = path == null ? null : kinds.get(path + "." + name);
    if (declared != null) {
      return Optional.of(declared);
    }
    return vocabulary
        .kind(kind)
        .flatMap(k -> comingWith(k).stream().filter(c -> c.matches(name)).findFirst())
        .map(Kind.Child::kind)
        .or(() -> Optional.ofNullable(below.get(name)).filter(made -> owns(kind, made)));
  }

  private boolean owns(String kind, String made) {
    return vocabulary.kind(made).filter(k -> k.owners().contains(kind)).isPresent();
  }

  private List<Kind.Child> comingWith(Kind kind) {
    return severalHosts ? kind.childrenAmongHosts() : kind.children();
  }

  /** The names of an object's children, for suggestions. */
  List<String> children(String path, String kind) {
    List<String> names = new ArrayList<>();
    vocabulary
        .kind(kind)
        .ifPresent(k -> comingWith(k).forEach(c -> names.add(c.name().replace("#", "0"))));
    if (path != null) {
      kinds.keySet().stream()
          .filter(p -> p.startsWith(path + "."))
          .forEach(p -> names.add(p.substring(path.length() + 1)));
    }
    return names;
  }
}
