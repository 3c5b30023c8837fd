package dev.vsim.check;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether the items of a pattern pair up: perhaps a subject, then fields, each with its value and
 * each once.
 */
final class PatternShape {
  private final SourceText source;
  private final EventKind kind;
  private final Predicate<String> isObject;

  /**
   * @param isObject whether a path is that of an object of the scenario
   */
  PatternShape(SourceText source, EventKind kind, Predicate<String> isObject) {
    this.source = source;
    this.kind = kind;
    this.isObject = isObject;
  }

  /** What is wrong with the shape, if anything. */
  Optional<Diagnostic> complaint(List<Pattern.Item> items) {
    if (items.isEmpty()) {
      return Optional.empty();
    }
    boolean startsWithField = field(items.get(0)).isPresent() && !isObject(items.get(0));
    boolean odd = items.size() % 2 == 1;
    if (odd && startsWithField) {
      return unpaired(items);
    } else if (!odd && isObject(items.get(0)) && field(items.get(0)).isEmpty()) {
      return unpaired(items.subList(1, items.size()));
    }
    return twice(odd ? items.subList(1, items.size()) : items);
  }

  private Optional<EventField> field(Pattern.Item item) {
    return item instanceof Pattern.Item.Term term && term.value() instanceof Expr.Name name
        ? kind.field(name.name())
        : Optional.empty();
  }

  private boolean isObject(Pattern.Item item) {
    return item instanceof Pattern.Item.Term term
        && PatternChecker.path(term.value()).filter(isObject).isPresent();
  }

  /** The first field of an odd number of items that another field follows instead of a value. */
  private Optional<Diagnostic> unpaired(List<Pattern.Item> items) {
    for (int i = 0; i < items.size(); i += 2) {
      Optional<EventField> named = field(items.get(i));
      boolean last = i + 1 == items.size();
      if (named.isPresent() && (last || isNoValue(named.get(), items.get(i + 1)))) {
        String name = named.get().name();
        return Optional.of(
            Diagnostic.of(
                AssertionProblem.NO_VALUE,
                source,
                items.get(i).span(),
                name,
                last ? "`" + name + " _` is any value of it" : afterwards(name, items.get(i + 1))));
      }
    }
    return Optional.empty();
  }

  private String afterwards(String name, Pattern.Item next) {
    return "`" + source.text(next.span()) + "` is a field too; `" + name + " _` is any value of it";
  }

  private boolean isNoValue(EventField named, Pattern.Item item) {
    Optional<EventField> other = field(item);
    return other.isPresent()
        && !named.words().contains(other.get().name())
        && named.holds() != EventField.Holds.NAME;
  }

  private Optional<Diagnostic> twice(List<Pattern.Item> pairs) {
    Map<String, Pattern.Item> before = new HashMap<>();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      Pattern.Item item = pairs.get(i);
      Optional<String> name = field(item).map(EventField::name);
      Optional<Pattern.Item> first = name.map(n -> before.put(n, item));
      if (first.isPresent()) {
        return Optional.of(
            Diagnostic.of(AssertionProblem.FIELD_TWICE, source, item.span(), name.get())
                .withNote(first.get().span(), "here for the first time"));
      }
    }
    return Optional.empty();
  }
}
