package dev.vsim.check;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.value.Attribute;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind a dot or in brackets behind a value: objects and their attributes, what a file
 * in use gives, fields of events, elements.
 */
final class MemberChecker {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Facts facts;
  private final Objects objects;
  private final Worlds worlds;
  private final Diagnostics diagnostics;
  private final ExprChecker exprs;
  private final Scope scope;

  MemberChecker(
      SourceText source,
      Vocabulary vocabulary,
      Facts facts,
      Objects objects,
      Worlds worlds,
      Diagnostics diagnostics,
      ExprChecker exprs,
      Scope scope) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.facts = facts;
    this.objects = objects;
    this.worlds = worlds;
    this.diagnostics = diagnostics;
    this.exprs = exprs;
    this.scope = scope;
  }

  StaticType member(Expr.Member member) {
    StaticType of = exprs.check(member.of(), scope);
    Symbol symbol = facts.symbols.get(member.of());
    if (symbol instanceof Symbol.Module module) {
      return exported(member, module);
    }
    Optional<StaticType> part = part(member);
    if (part.isPresent()) {
      return part.get();
    }
    return switch (of.sort()) {
      case THING -> ofThing(member, of.kind());
      case WORLD -> ofWorld(member, of);
      case ANY, NEVER, EVENT -> StaticType.ANY;
      default -> {
        report(
            NameProblem.UNKNOWN_ATTRIBUTE,
            member.name().span(),
            of.prose(),
            member.name().text(),
            memberAdvice(member, of));
        yield StaticType.ANY;
      }
    };
  }

  /** Whether an attribute is read as it stands, without brackets or parentheses. */
  private static boolean isRead(Attribute attribute) {
    return !(attribute.access() instanceof Attribute.Access.Indexed
        || attribute.access() instanceof Attribute.Access.Called);
  }

  /** A part of an attribute: {@code app.faults.major}. */
  private Optional<StaticType> part(Expr.Member member) {
    Attribute whole = facts.attributes.get(member.of());
    if (whole == null || whole.parts().isEmpty()) {
      return Optional.empty();
    }
    String name = member.name().text();
    Optional<Attribute> part = whole.part(name);
    part.ifPresentOrElse(
        p -> facts.attributes.put(member, p),
        () ->
            report(
                NameProblem.UNKNOWN_ATTRIBUTE,
                member.name().span(),
                "`" + whole.name() + "`",
                name,
                ExprChecker.adviceOrAll(
                    name, whole.parts().stream().map(Attribute::name).toList())));
    return part.map(Attribute::type).map(StaticType::of).or(() -> Optional.of(StaticType.ANY));
  }

  private String memberAdvice(Expr.Member member, StaticType of) {
    String name = member.name().text();
    if (facts.symbols.get(member.of()) instanceof Symbol.Row row) {
      return "name one of the row: `" + row.name() + "[0]." + name + "`";
    }
    Optional<String> meant =
        Methods.isMethod(of.sort(), name)
            ? Optional.of(name)
            : Borrowed.method(name).filter(m -> Methods.isMethod(of.sort(), m));
    return meant.map(m -> "call it: `" + m + "()`").orElse("");
  }

  StaticType exported(Expr.Member member, Symbol.Module module) {
    Optional<Symbol> symbol = module.program().exported(member.name().text());
    if (symbol.isEmpty()) {
      report(
          NameProblem.UNKNOWN_ATTRIBUTE,
          member.name().span(),
          "the file `" + module.name() + "`",
          member.name().text(),
          ExprChecker.advice(member.name().text(), module.program().exports()));
      return StaticType.ANY;
    }
    facts.symbols.put(member, symbol.get());
    if (symbol.get() instanceof Symbol.Variable variable) {
      variable.capture();
      return variable.type();
    } else if (symbol.get() instanceof Symbol.Thing thing) {
      facts.paths.put(member, thing.name());
      return StaticType.thing(thing.kind());
    } else if (symbol.get() instanceof Symbol.Strategy strategy) {
      return StaticType.strategy(strategy.sort().word());
    }
    return StaticType.ANY;
  }

  /** {@code r.app}: an object or a {@code param} of a simulated scenario. */
  private StaticType ofWorld(Expr.Member member, StaticType world) {
    Optional<CheckedProgram> program = worlds.scenario(world);
    if (program.isEmpty()) {
      return StaticType.ANY;
    }
    String name = member.name().text();
    Objects there = worlds.objects(world);
    Optional<StaticType> type =
        there
            .kind(name)
            .map(StaticType::thing)
            .or(() -> program.get().parameter(name).map(Symbol.Variable::type))
            .or(() -> there.row(name).map(kind -> StaticType.ANY));
    if (type.isEmpty()) {
      List<String> known = new ArrayList<>(there.paths());
      known.addAll(program.get().parameters());
      diagnostics.add(
          Diagnostic.of(
                  ActionProblem.NOT_IN_WORLD,
                  source,
                  member.name().span(),
                  name,
                  program.get().source().shortName())
              .withHelp(ExprChecker.advice(name, known)));
    }
    facts.foreign.put(member, name);
    return type.orElse(StaticType.ANY);
  }

  private StaticType ofThing(Expr.Member member, String kindName) {
    String name = member.name().text();
    String path = facts.paths.get(member.of());
    Optional<Kind> kind = vocabulary.kind(kindName);
    Optional<String> child =
        facts.foreign.containsKey(member.of())
            ? foreignChild(member, kindName, name)
            : objects.child(path, kindName, name);
    if (child.isPresent()) {
      if (path != null) {
        facts.paths.put(member, path + "." + name);
      }
      return StaticType.thing(child.get());
    }
    Optional<Attribute> attribute = kind.flatMap(k -> k.attribute(name));
    if (attribute.isPresent() && isRead(attribute.get())) {
      facts.attributes.put(member, attribute.get());
      return StaticType.of(attribute.get().type());
    }
    if (kind.isPresent() && attribute.isEmpty()) {
      List<String> known =
          new ArrayList<>(kind.get().attributes().stream().map(Attribute::name).toList());
      known.addAll(objects.children(path, kindName));
      report(
          NameProblem.UNKNOWN_ATTRIBUTE,
          member.name().span(),
          "a " + kindName,
          name,
          ExprChecker.adviceOrAll(name, known));
    }
    return StaticType.ANY;
  }

  private Optional<String> foreignChild(Expr.Member member, String kindName, String name) {
    String owner = facts.foreign.get(member.of());
    Expr root = member;
    while (root instanceof Expr.Member inner) {
      root = inner.of();
    }
    facts.foreign.put(member, owner + "." + name);
    return worlds.objects(facts.type(root)).child(owner, kindName, name);
  }

  StaticType index(Expr.Index index) {
    exprs.check(index.at(), scope);
    Optional<String> rows = index.of() instanceof Expr.Name n ? row(n) : Optional.empty();
    if (index.of() instanceof Expr.Name row && rows.isPresent()) {
      String kind = rows.get();
      facts.symbols.put(index.of(), new Symbol.Row(row.name(), row.span(), kind));
      Constants.of(index.at())
          .ifPresent(at -> facts.paths.put(index, row.name() + "[" + at.print() + "]"));
      return kind.isEmpty() ? StaticType.ANY : StaticType.thing(kind);
    }
    StaticType of = exprs.check(index.of(), scope);
    if (of.sort() == StaticType.Sort.MAP) {
      exprs.key(index.at(), facts.type(index.at()));
    }
    if (index.of() instanceof Expr.Member member) {
      Optional<StaticType> indexed = indexedAttribute(member);
      if (indexed.isPresent()) {
        return indexed.get();
      }
    }
    boolean elements =
        of.isOpen()
            || of.sort() == StaticType.Sort.LIST
            || of.sort() == StaticType.Sort.MAP
            || of.sort() == StaticType.Sort.TEXT;
    if (!elements) {
      report(TypeProblem.NOT_INDEXABLE, index.of().span(), of.prose());
    }
    boolean slice = facts.type(index.at()).sort() == StaticType.Sort.RANGE;
    return of.sort() == StaticType.Sort.TEXT || slice && of.sort() == StaticType.Sort.LIST
        ? of
        : StaticType.ANY;
  }

  /** The kind of a row's objects; empty where it may be one of a world that only the run knows. */
  private Optional<String> row(Expr.Name name) {
    return objects.isOpen() && scope.find(name.name()).isEmpty()
        ? Optional.of("")
        : objects.row(name.name());
  }

  private Optional<StaticType> indexedAttribute(Expr.Member member) {
    StaticType of = facts.type(member.of());
    return of.sort() != StaticType.Sort.THING
        ? Optional.empty()
        : vocabulary
            .kind(of.kind())
            .flatMap(k -> k.attribute(member.name().text()))
            .filter(a -> a.access() instanceof Attribute.Access.Indexed)
            .map(a -> ((Attribute.Access.Indexed) a.access()).kind())
            .map(kind -> kind.isEmpty() ? StaticType.ANY : StaticType.thing(kind));
  }

  private void report(Problem problem, Span span, Object... arguments) {
    diagnostics.add(problem, source, span, arguments);
  }
}
