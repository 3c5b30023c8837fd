package dev.vsim.check;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.event.Format;
import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.NetProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Suggestions;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Pattern;
import dev.vsim.syntax.Word;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads event patterns: the event, the subject, the fields and what is asked of them. */
final class PatternChecker {
  /** Words by which people join what a pattern does not join. */
  private static final Set<String> JOINING =
      Set.of("and", "or", "then", "before", "after", "where", "with", "if", "that", "when");

  private static final String ONE_EVENT =
      "a pattern is one event and its fields; several stand in `expect any { …; … }`";

  private final SourceText source;
  private final ExprChecker exprs;
  private final Objects objects;
  private final PageLabels labels;
  private final Facts facts;
  private final Diagnostics diagnostics;
  private final boolean trace;

  /**
   * @param trace whether the file is a trace, whose subjects need no declaration
   */
  PatternChecker(
      SourceText source,
      ExprChecker exprs,
      Objects objects,
      PageLabels labels,
      Facts facts,
      Diagnostics diagnostics,
      boolean trace) {
    this.source = source;
    this.exprs = exprs;
    this.objects = objects;
    this.labels = labels;
    this.facts = facts;
    this.diagnostics = diagnostics;
    this.trace = trace;
  }

  /** Reads a pattern and notes what it means; empty after a report. */
  Optional<Meant.Events> check(Pattern pattern, Scope scope) {
    Optional<EventKind> kind = event(pattern.event(), pattern.items());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    List<Pattern.Item> items = pattern.items();
    Optional<Diagnostic> misshapen =
        new PatternShape(source, kind.get(), path -> objects.kind(path).isPresent())
            .complaint(items);
    if (misshapen.isPresent()) {
      diagnostics.add(misshapen.get());
      return Optional.empty();
    }
    boolean odd = items.size() % 2 == 1;
    Optional<Meant.Who> subject = odd ? subject(kind.get(), items.get(0), scope) : Optional.empty();
    List<Meant.Field> fields = new ArrayList<>();
    for (int i = odd ? 1 : 0; i < items.size(); i += 2) {
      field(kind.get(), items.get(i), items.get(i + 1), scope).ifPresent(fields::add);
    }
    Meant.Events meant = new Meant.Events(kind.get(), subject, List.copyOf(fields));
    facts.patterns.put(pattern, meant);
    return Optional.of(meant);
  }

  /**
   * The kind of event that a word names; reports if none.
   *
   * @param items what stands behind it
   */
  Optional<EventKind> event(Word word, List<Pattern.Item> items) {
    Optional<EventKind> kind = EventKind.named(word.text());
    if (kind.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(AssertionProblem.UNKNOWN_EVENT, source, word.span(), word.text())
              .withHelp(eventAdvice(word, items)));
    }
    return kind;
  }

  /** What was meant: {@code page fault}, {@code linux page-fault}, {@code pagefault}. */
  private String eventAdvice(Word word, List<Pattern.Item> items) {
    String next = items.isEmpty() ? "" : source.text(items.get(0).span());
    String joined = word.text() + "-" + next;
    if (EventKind.named(joined).isPresent()) {
      return "did you mean `" + joined + "`?";
    } else if (EventKind.named(next).isPresent()) {
      return "the event stands first: `" + next + " " + word.text() + "`";
    }
    List<String> names = EventKind.all().stream().map(EventKind::name).toList();
    String near = ExprChecker.advice(word.text(), names);
    return near.isEmpty() ? "`vsim reference` lists the events with their fields" : near;
  }

  private Optional<Meant.Who> subject(EventKind kind, Pattern.Item item, Scope scope) {
    if (item instanceof Pattern.Item.Term term && term.value() instanceof Expr.Group group) {
      exprs.check(group, scope);
      return Optional.of(new Meant.Who.Computed(group));
    }
    Optional<String> path =
        item instanceof Pattern.Item.Term term ? path(term.value()) : Optional.empty();
    if (path.isEmpty()) {
      diagnostics.add(
          AssertionProblem.NO_SUBJECT,
          source,
          item.span(),
          kind.name(),
          isCount(item)
              ? "to count events, write `" + source.text(item.span()) + " " + kind.name() + "`"
              : "fields come in pairs: a name and its value");
      return Optional.empty();
    }
    Pattern.Item.Term term = (Pattern.Item.Term) item;
    if (isComputed(term.value(), scope)) {
      exprs.check(term.value(), scope);
      return Optional.of(new Meant.Who.Computed(term.value()));
    }
    if (!trace && !subjectFits(kind, path.get(), item.span(), scope)) {
      return Optional.empty();
    }
    return Optional.of(new Meant.Who.Path(path.get()));
  }

  private static boolean isCount(Pattern.Item item) {
    return item instanceof Pattern.Item.Interval
        || item instanceof Pattern.Item.Term term && term.value() instanceof Expr.Number;
  }

  private static boolean isComputed(Expr expr, Scope scope) {
    Expr root = expr;
    while (!(root instanceof Expr.Name)) {
      if (root instanceof Expr.Member member) {
        root = member.of();
      } else if (root instanceof Expr.Index index) {
        root = index.of();
      } else {
        return false;
      }
    }
    return scope
        .find(((Expr.Name) root).name())
        .filter(s -> s instanceof Symbol.Variable || s instanceof Symbol.Module)
        .isPresent();
  }

  /** What was meant by the name of nothing: another name, or a thing of a simulated world. */
  private String elsewhere(EventKind kind, String path, Scope scope) {
    String near = ExprChecker.advice(path, objects.everyPath());
    return scope.names().stream()
        .filter(name -> near.isEmpty() && exprs.isInWorld(scope.find(name), path))
        .findFirst()
        .map(w -> "of another world it is `expect in " + w + " " + kind.name() + " " + path + "`")
        .orElse(near);
  }

  private boolean subjectFits(EventKind kind, String path, Span span, Scope scope) {
    Optional<String> objectKind = objects.kind(path);
    if (objectKind.isEmpty()) {
      boolean field = kind.field(path).isPresent();
      String help =
          field
              ? "`" + path + "` is a field: it needs a value behind it"
              : JOINING.contains(path) ? ONE_EVENT : elsewhere(kind, path, scope);
      diagnostics.add(NameProblem.UNKNOWN_NAME, source, span, path, help);
      return false;
    }
    boolean holds =
        Holders.canHold(objectKind.get(), kind.subjects())
            || objects.secondKind(path).filter(kind.subjects()::contains).isPresent();
    if (!holds) {
      diagnostics.add(
          AssertionProblem.WRONG_SUBJECT,
          source,
          span,
          path,
          objectKind.get(),
          kind.name(),
          Prose.either(kind.subjects()));
    }
    return holds;
  }

  private Optional<Meant.Field> field(
      EventKind kind, Pattern.Item name, Pattern.Item value, Scope scope) {
    Optional<String> word =
        name instanceof Pattern.Item.Term term && term.value() instanceof Expr.Name n
            ? Optional.of(n.name())
            : Optional.empty();
    Optional<EventField> field = word.flatMap(kind::field);
    if (field.isEmpty()) {
      List<String> names = kind.fields().stream().map(EventField::name).toList();
      String shown = word.orElse(source.text(name.span()));
      Diagnostic unknown =
          Diagnostic.of(
              AssertionProblem.UNKNOWN_FIELD,
              source,
              name.span(),
              kind.name(),
              shown,
              String.join(", ", names));
      String near = JOINING.contains(shown) ? ONE_EVENT : ExprChecker.advice(shown, names);
      diagnostics.add(unknown.withHelp(Suggestions.joined(near, unknown.help())));
      return Optional.empty();
    }
    return test(field.get(), value, scope).map(test -> new Meant.Field(field.get(), test));
  }

  private Optional<Meant.Test> test(EventField field, Pattern.Item item, Scope scope) {
    if (item instanceof Pattern.Item.Anything) {
      return Optional.of(new Meant.Test.Anything());
    } else if (item instanceof Pattern.Item.Question) {
      return Optional.of(new Meant.Test.Question());
    } else if (item instanceof Pattern.Item.Interval interval) {
      if (field.holds() != EventField.Holds.NUMBER && field.holds() != EventField.Holds.VALUE) {
        diagnostics.add(
            AssertionProblem.VALUE_MISFIT,
            source,
            item.span(),
            source.text(item.span()),
            wanted(field),
            field.name());
        return Optional.empty();
      }
      exprs.check(interval.from(), scope);
      if (interval.to() != null) {
        exprs.check(interval.to(), scope);
      }
      return Optional.of(new Meant.Test.Interval(interval.from(), interval.to()));
    }
    return term(field, ((Pattern.Item.Term) item).value(), scope);
  }

  private Optional<Meant.Test> term(EventField field, Expr expr, Scope scope) {
    if (expr instanceof Expr.Name || expr instanceof Expr.Member || expr instanceof Expr.Index) {
      return named(field, expr, scope);
    }
    Optional<Value> constant = Constants.of(expr);
    if (!(expr instanceof Expr.Address)) {
      exprs.check(expr, scope);
    }
    if (constant.isEmpty()) {
      return expr instanceof Expr.Address address
          ? wild(address)
          : Optional.of(new Meant.Test.Computed(expr));
    }
    if (!holds(field, constant.get())) {
      diagnostics.add(
          AssertionProblem.VALUE_MISFIT,
          source,
          expr.span(),
          source.text(expr.span()),
          wanted(field),
          field.name());
      return Optional.empty();
    }
    return Optional.of(new Meant.Test.Equals(constant.get()));
  }

  private Optional<Meant.Test> wild(Expr.Address address) {
    Optional<Meant.Test> test = Addresses.wild(address.spelling());
    if (test.isEmpty()) {
      diagnostics.add(NetProblem.NO_ADDRESS_AT_ALL, source, address.span(), address.spelling());
    }
    return test;
  }

  private static boolean holds(EventField field, Value value) {
    return switch (field.holds()) {
      case NUMBER ->
          value instanceof Value.Whole whole && whole.dimension().mixesWith(field.dimension())
              || value instanceof Value.Text && field.format() == Format.PAGE;
      case TRUTH -> value instanceof Value.Truth;
      case WORD -> value instanceof Value.Text text && field.words().contains(text.text());
      case TEXT -> true;
      case NAME -> true;
      case VALUE -> field.takes(value);
      case SUBJECT -> false;
    };
  }

  private Optional<Meant.Test> named(EventField field, Expr expr, Scope scope) {
    String path = path(expr).orElse(source.text(expr.span()));
    boolean known =
        switch (field.holds()) {
          case WORD -> field.words().contains(path);
          case NUMBER -> field.format() == Format.PAGE && (trace || labels.contains(path));
          case TEXT -> true;
          case NAME -> field.takesName(path);
          case SUBJECT -> trace || objects.kind(path).isPresent();
          case TRUTH, VALUE -> false;
        };
    if (known) {
      return Optional.of(new Meant.Test.Equals(new Value.Word(path)));
    }
    wrongWord(field, path, expr.span(), isVariable(path, scope));
    return Optional.empty();
  }

  private static boolean isVariable(String name, Scope scope) {
    return scope.find(name).filter(s -> s instanceof Symbol.Variable).isPresent();
  }

  private void wrongWord(EventField field, String word, Span span, boolean variable) {
    Diagnostic wrong =
        field.words().isEmpty()
            ? Diagnostic.of(
                AssertionProblem.VALUE_MISFIT, source, span, word, wanted(field), field.name())
            : Diagnostic.of(
                AssertionProblem.UNKNOWN_WORD,
                source,
                span,
                word,
                field.name(),
                field.kind().name(),
                String.join(", ", field.words()));
    String near = variable ? "to use the variable, write `(" + word + ")`" : near(field, word);
    diagnostics.add(wrong.withHelp(Suggestions.joined(near, wrong.help())));
  }

  private String near(EventField field, String word) {
    List<String> known = new ArrayList<>(field.words());
    if (field.format() == Format.PAGE) {
      known.addAll(labels.known());
    } else if (field.holds() == EventField.Holds.SUBJECT) {
      known.addAll(objects.everyPath());
    }
    String near = ExprChecker.advice(word, known);
    return near;
  }

  private static String wanted(EventField field) {
    return switch (field.holds()) {
      case NUMBER ->
          field.format() == Format.PAGE ? "a page's number or label" : field.dimension().prose();
      case TRUTH -> "true or false";
      case WORD -> "one of " + String.join(", ", field.words());
      case NAME -> "a word";
      case TEXT -> "a text";
      case SUBJECT -> "an object";
      case VALUE -> field.prose();
    };
  }

  /** The path that an expression spells: names with dots and numbers in brackets. */
  static Optional<String> path(Expr expr) {
    if (expr instanceof Expr.Name name) {
      return Optional.of(name.name());
    } else if (expr instanceof Expr.Member member) {
      return path(member.of()).map(of -> of + "." + member.name().text());
    } else if (expr instanceof Expr.Index index) {
      return path(index.of())
          .flatMap(of -> Constants.of(index.at()).map(at -> of + "[" + at.print() + "]"));
    }
    return Optional.empty();
  }
}
