package dev.vsim.check;

import dev.vsim.source.SourceText;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Word;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a declaration, or a command that makes an object, gives to objects. */
final class ObjectNames {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Objects objects;
  private final Objects here;
  private final Map<String, Stmt.Act> templates;
  private final Map<Word, String> brought;
  private final Scope top;
  private final Scope scope;
  private final Introducing introducing;

  /** Who gives an object its one name in the file. */
  interface Introducing {
    void introduce(Symbol symbol, Scope where);
  }

  /**
   * @param objects those of the file's own world
   * @param here those of the world in which the statement acts
   * @param brought where it notes what comes with an object of the file's own world
   */
  ObjectNames(
      SourceText source,
      Vocabulary vocabulary,
      Objects objects,
      Objects here,
      Map<String, Stmt.Act> templates,
      Map<Word, String> brought,
      Scope top,
      Scope scope,
      Introducing introducing) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.objects = objects;
    this.here = here;
    this.templates = templates;
    this.brought = brought;
    this.top = top;
    this.scope = scope;
    this.introducing = introducing;
  }

  void declare(Stmt.Act act, String kind) {
    DeclarationShape shape = DeclarationShape.read(act, vocabulary.kind(kind).orElseThrow());
    if (shape.name().isEmpty()) {
      return;
    }
    Word name = shape.name().get();
    Optional<String> spelled = shape.owner().flatMap(o -> Paths.spelled(o, scope));
    if (shape.owner().isPresent() && spelled.isEmpty()) {
      objects.putBelow(name.text(), kind);
      return;
    }
    String owner = spelled.orElse("");
    boolean bare = isBare(vocabulary.kind(kind).get(), name.text(), owner);
    String path = bare ? name.text() : owner + "." + name.text();
    if (shape.rows().isPresent()) {
      here.putRow(name.text(), kind);
      introducing.introduce(new Symbol.Row(name.text(), name.span(), kind), scope);
      brought(act, shape, kind).forEach((word, what) -> here.putBelow(word.text(), what));
      return;
    }
    here.put(path, kind);
    brought(act, shape, kind).forEach((word, what) -> bring(path, word, what));
    if (bare) {
      introducing.introduce(new Symbol.Thing(name.text(), name.span(), kind), top);
    }
  }

  /** What a declaration's properties name, or its template's: by name the kind. */
  private Map<Word, String> brought(Stmt.Act act, DeclarationShape shape, String kind) {
    Map<Word, String> all = new LinkedHashMap<>();
    for (Signature property : vocabulary.kind(kind).orElseThrow().signature().options()) {
      property.brought().ifPresent(b -> all.putAll(brought(act, shape, property, b)));
    }
    return all;
  }

  private Map<Word, String> brought(
      Stmt.Act act, DeclarationShape shape, Signature property, Signature.Brought brought) {
    Map<Word, String> own = named(act, property, brought);
    return own.isEmpty()
        ? shape
            .like()
            .map(like -> templates.get(like.text()))
            .map(template -> named(template, property, brought))
            .orElse(own)
        : own;
  }

  private static Map<Word, String> named(
      Stmt.Act act, Signature property, Signature.Brought brought) {
    Map<Word, String> all = new LinkedHashMap<>();
    act.options().stream()
        .filter(o -> o.name().text().equals(property.word()))
        .flatMap(o -> given(o.items(), property.partOf(brought.name())).stream())
        .filter(e -> e instanceof Expr.Name)
        .map(e -> new Word(e.span(), ((Expr.Name) e).name()))
        .forEach(word -> all.put(word, brought.kind()));
    return all;
  }

  /** What comes with an object is named behind it. */
  private void bring(String path, Word name, String kind) {
    here.put(path + "." + name.text(), kind);
    if (here == objects) {
      brought.put(name, kind);
    }
  }

  /** Whether an object is named without its owner. */
  private boolean isBare(Kind kind, String name, String owner) {
    if (owner.isEmpty() || objects.kind(owner).isEmpty()) {
      return true;
    }
    boolean ofHost = objects.kind(owner).filter("host"::equals).isPresent();
    return ofHost ? !objects.severalHosts() || !kind.isOfEachHost(name) : !kind.nested();
  }

  /** A command makes an object, which exists for whatever stands below. */
  void make(Stmt.Act act, Signature signature) {
    Signature.Made made = signature.made().orElseThrow();
    Optional<Expr.Name> name =
        given(act, signature.partOf(made.name()))
            .filter(e -> e instanceof Expr.Name)
            .map(e -> (Expr.Name) e);
    Optional<String> stands =
        given(act, signature.partOf(made.by()))
            .map(by -> made.inside() ? unlessHost(source.text(by.span())) : ownerOf(by));
    if (name.isEmpty() || stands.isEmpty()) {
      return;
    }
    String owner = stands.get();
    here.put(owner.isEmpty() ? name.get().name() : owner + "." + name.get().name(), made.kind());
    if (owner.isEmpty()) {
      introducing.introduce(
          new Symbol.Thing(name.get().name(), name.get().span(), made.kind()), top);
    }
  }

  private static Optional<Expr> given(Stmt.Act act, int place) {
    return given(act.items(), place);
  }

  private static Optional<Expr> given(List<Item> items, int place) {
    return place < items.size()
            && items.get(place) instanceof Item.Values values
            && values.values().size() == 1
        ? Optional.of(values.values().get(0))
        : Optional.empty();
  }

  /** What a path stands in: {@code linux} of {@code linux.init}; nothing for what is on a host. */
  private String ownerOf(Expr path) {
    if (!(path instanceof Expr.Member member)) {
      return "";
    }
    return unlessHost(source.text(member.of().span()));
  }

  /** What stands on a host is named without it. */
  private String unlessHost(String owner) {
    return objects.kind(owner).filter("host"::equals).isPresent() ? "" : owner;
  }
}
