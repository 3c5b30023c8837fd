package dev.vsim.check;

import dev.vsim.check.Matched.Argument;
import dev.vsim.check.Matched.Filled;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.FormProblem;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Property;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Word;
import dev.vsim.value.Signature;
import dev.vsim.value.Signature.Part;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins what stands behind a command's or property's word with its signature, from left to right.
 */
final class ArgumentMatcher {
  private final SourceText source;
  private final SlotChecker slots;
  private final Diagnostics diagnostics;

  ArgumentMatcher(SourceText source, SlotChecker slots, Diagnostics diagnostics) {
    this.source = source;
    this.slots = slots;
    this.diagnostics = diagnostics;
  }

  /**
   * What is joined with a signature: a command's or a property's parts.
   *
   * @param siblings the words of the properties that may stand beside it
   */
  record Given(
      Word word,
      Span span,
      List<Item> items,
      List<Expr> assigned,
      List<Property> options,
      List<String> siblings) {
    static Given of(Stmt.Act act) {
      return new Given(
          act.word(), act.span(), act.items(), act.assigned(), act.options(), List.of());
    }

    static Given of(Property property, List<Signature> schema) {
      return new Given(
          property.name(),
          property.span(),
          property.items(),
          List.of(),
          property.options(),
          schema.stream().map(Signature::word).toList());
    }
  }

  /**
   * How far a signature fits, without reporting anything: the more the better. What is a word of it
   * is meant as that before it is meant as a variable: {@code access page (n)}.
   */
  int fit(Signature signature, Given given, Scope scope) {
    Walk walk = walk(signature, given, scope);
    int score = walk.taken * 4 + walk.words;
    if (walk.rest < given.items.size() || walk.missing != null) {
      score -= 2;
    }
    if (given.assigned.isEmpty() != signature.assigned().isEmpty()
        && !signature.assignedOptional()) {
      score -= 1;
    }
    return score;
  }

  /** Joins, and reports what does not fit. */
  Matched match(Signature signature, Given given, Scope scope) {
    Walk walk = walk(signature, given, scope);
    if (walk.lacksMark && walk.rest < given.items.size()) {
      missing(signature, given.items.get(walk.rest).span(), walk.missing);
    } else if (walk.rest < given.items.size()) {
      surplus(signature, given, walk, scope);
    } else if (walk.missing != null) {
      missing(signature, given.word.span(), walk.missing);
    }
    List<Filled> filled = new ArrayList<>();
    for (Bound bound : walk.bound) {
      int index = signature.indexOf(bound.slot);
      filled.add(new Filled(index, arguments(bound.slot, bound.values, scope)));
    }
    assigned(signature, given, scope).ifPresent(filled::add);
    return new Matched(
        signature,
        given.span,
        filled,
        options(signature.word(), signature.options(), given.options, scope));
  }

  /**
   * Joins properties with the schema of their owner, which a diagnostic calls by {@code ownerWord}.
   */
  List<Matched> options(
      String ownerWord, List<Signature> schema, List<Property> properties, Scope scope) {
    List<Matched> matched = new ArrayList<>();
    for (Property property : properties) {
      Optional<Signature> signature =
          schema.stream().filter(s -> s.word().equals(property.name().text())).findFirst();
      if (signature.isEmpty()) {
        unknownProperty(ownerWord, schema, property);
        continue;
      }
      boolean again = matched.stream().anyMatch(m -> m.signature() == signature.get());
      if (again && !signature.get().repeats()) {
        diagnostics.add(
            NameProblem.PROPERTY_TWICE, source, property.name().span(), property.name().text());
      }
      matched.add(match(signature.get(), Given.of(property, schema), scope));
    }
    return matched;
  }

  private void unknownProperty(String ownerWord, List<Signature> schema, Property property) {
    List<String> words = schema.stream().map(Signature::word).toList();
    String name = property.name().text();
    String known = words.isEmpty() ? "it takes none" : "it has " + String.join(", ", words);
    String near = ExprChecker.advice(name, words);
    diagnostics.add(
        NameProblem.UNKNOWN_PROPERTY,
        source,
        property.name().span(),
        "`" + ownerWord + "`",
        name,
        near.isEmpty() ? known : near);
  }

  private List<Argument> arguments(Slot slot, List<Expr> values, Scope scope) {
    List<Argument> arguments = new ArrayList<>(values.size());
    for (Expr value : values) {
      if (slot.type() instanceof Type.NewNames) {
        names(value, arguments);
        continue;
      }
      if (slot.isList() && slots.lists().isSeveral(value, scope)) {
        arguments.addAll(slots.lists().read(slot, value, scope));
        continue;
      }
      slots.check(slot.type(), value, scope).ifPresent(arguments::add);
    }
    return arguments;
  }

  private void names(Expr value, List<Argument> into) {
    List<String> spelled = Labels.spelled(value);
    if (spelled.isEmpty()) {
      diagnostics.add(
          TypeProblem.WRONG_SORT,
          source,
          value.span(),
          new Type.NewNames().prose(),
          "`" + source.text(value.span()) + "`");
    }
    spelled.forEach(name -> into.add(new Argument.Constant(value.span(), new Value.Word(name))));
  }

  private Optional<Filled> assigned(Signature signature, Given given, Scope scope) {
    if (given.assigned.isEmpty()) {
      if (signature.assigned().isPresent() && !signature.assignedOptional()) {
        missing(signature, given.word.span(), "`= " + signature.assigned().get().name() + "`");
      }
      return Optional.empty();
    }
    if (signature.assigned().isEmpty()) {
      diagnostics.add(
          TypeProblem.SURPLUS,
          source,
          given.assigned.get(0).span(),
          signature.word(),
          "a value behind `=`",
          signature.usage());
      return Optional.empty();
    }
    Slot slot = signature.assigned().get();
    return Optional.of(new Filled(signature.indexOf(slot), arguments(slot, given.assigned, scope)));
  }

  private void surplus(Signature signature, Given given, Walk walk, Scope scope) {
    Item item = given.items.get(walk.rest);
    if (signature.assigned().isEmpty() && lacksComma(given, walk, item, scope)) {
      diagnostics.add(FormProblem.MISSING_COMMA, source, item.span(), source.text(item.span()));
      return;
    }
    Optional<Slot> wordSlot = walk.refused.filter(s -> !s.type().words().isEmpty());
    Optional<String> word = slots.bareWord(item, scope);
    if (wordSlot.isPresent() && word.isPresent()) {
      slots.unknownWord(wordSlot.get().type(), word.get(), item.span(), scope);
    } else if (walk.refused.isPresent() && item instanceof Item.Values values) {
      int before = diagnostics.sorted().size();
      slots.check(walk.refused.get().type(), values.values().get(0), scope);
      if (diagnostics.sorted().size() == before) {
        reportSurplus(signature, given, item);
      }
    } else {
      reportSurplus(signature, given, item);
    }
  }

  /** Whether an item would be one more of those before it: {@code access 0x1000 0x2000}. */
  private boolean lacksComma(Given given, Walk walk, Item item, Scope scope) {
    if (walk.bound.isEmpty() || walk.rest == 0) {
      return false;
    }
    Bound last = walk.bound.get(walk.bound.size() - 1);
    List<Expr> values = slots.values(item);
    return last.slot.isList()
        && given.items.get(walk.rest - 1) instanceof Item.Values
        && !values.isEmpty()
        && !(values.get(0) instanceof Expr.Name)
        && !slots.goesOn(last.values)
        && slots.accepts(last.slot.type(), values.get(0), scope);
  }

  private void reportSurplus(Signature signature, Given given, Item item) {
    Diagnostic surplus =
        Diagnostic.of(
            TypeProblem.SURPLUS,
            source,
            item.span(),
            signature.word(),
            "`" + source.text(item.span()) + "` here",
            signature.usage());
    diagnostics.add(meant(signature, given, item).map(surplus::withHelp).orElse(surplus));
  }

  /** What was probably meant by an item for which there is no place. */
  private Optional<String> meant(Signature signature, Given given, Item item) {
    List<Expr> values = slots.values(item);
    String word = values.isEmpty() ? "" : source.text(values.get(values.size() - 1).span());
    if (given.siblings.contains(word)) {
      return Optional.of("properties have a `;` between them: `…; " + word + " …`");
    } else if (signature.option(word).isPresent()) {
      return Optional.of(
          "options stand in angle brackets: `" + signature.word() + " … < " + word + " … >`");
    }
    boolean value = !values.isEmpty() && signature.assigned().isPresent();
    return value && given.assigned.isEmpty()
        ? Optional.of("a value stands behind `=`: `= " + source.text(item.span()) + "`")
        : Optional.empty();
  }

  private void missing(Signature signature, Span at, String what) {
    diagnostics.add(TypeProblem.MISSING, source, at, signature.word(), what, signature.usage());
  }

  /** One slot and the expressions that it takes. */
  private record Bound(Slot slot, List<Expr> values) {}

  /** A walk through a signature's parts: what was taken, where it ended, what was wanted there. */
  private static final class Walk {
    private final List<Bound> bound = new ArrayList<>();
    private int rest;
    private int taken;
    private int words;
    private String missing;
    private boolean lacksMark;
    private Optional<Slot> refused = Optional.empty();
  }

  private Walk walk(Signature signature, Given given, Scope scope) {
    Walk walk = new Walk();
    for (Part part : signature.parts()) {
      Item item = walk.rest < given.items.size() ? given.items.get(walk.rest) : null;
      if (item != null && takes(part, item, walk, scope)) {
        walk.rest++;
        walk.taken++;
        walk.words += part instanceof Part.Fixed ? 1 : 0;
      } else {
        if (item != null && part instanceof Part.Argument argument && walk.refused.isEmpty()) {
          walk.refused = Optional.of(argument.slot());
        }
        if (!part.optional()) {
          walk.missing = wanted(part);
          walk.lacksMark = !(part instanceof Part.Argument);
          break;
        }
      }
    }
    return walk;
  }

  private boolean takes(Part part, Item item, Walk walk, Scope scope) {
    if (part instanceof Part.Fixed fixed) {
      return slots.bareWord(item, scope).filter(fixed.word()::equals).isPresent();
    } else if (part instanceof Part.Arrow) {
      return item instanceof Item.Arrow;
    }
    Slot slot = ((Part.Argument) part).slot();
    List<Expr> values = slots.values(item);
    boolean fits =
        !values.isEmpty()
            && (values.size() == 1 || slot.isList())
            && (slots.accepts(slot.type(), values.get(0), scope)
                || slot.isList() && slots.lists().isSeveral(values.get(0), scope));
    if (fits) {
      walk.bound.add(new Bound(slot, values));
    }
    return fits;
  }

  private static String wanted(Part part) {
    if (part instanceof Part.Fixed fixed) {
      return "`" + fixed.word() + "`";
    } else if (part instanceof Part.Argument argument) {
      return argument.slot().type().prose();
    }
    return "`->`";
  }
}
