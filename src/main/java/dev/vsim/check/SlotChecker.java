package dev.vsim.check;

import dev.vsim.check.Matched.Argument;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Suggestions;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.value.Dimension;
import dev.vsim.value.Quantities;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one value in a slot: there a bare word is one of the slot's words, a label, an object or a
 * variable.
 */
final class SlotChecker {
  private final SourceText source;
  private final ExprChecker exprs;
  private final Objects objects;
  private final PageLabels labels;
  private final Diagnostics diagnostics;
  private final ListSlots lists;

  SlotChecker(
      SourceText source,
      ExprChecker exprs,
      Objects objects,
      PageLabels labels,
      Diagnostics diagnostics) {
    this.source = source;
    this.exprs = exprs;
    this.objects = objects;
    this.labels = labels;
    this.diagnostics = diagnostics;
    this.lists = new ListSlots(source, exprs, labels, diagnostics);
  }

  /** The readers of slots that take several values. */
  ListSlots lists() {
    return lists;
  }

  /** The expressions of an item; a reserved word in an ordinary place counts as a name. */
  List<Expr> values(Item item) {
    if (item instanceof Item.Values values) {
      return values.values();
    } else if (item instanceof Item.Keyword keyword) {
      return List.of(new Expr.Name(keyword.span(), keyword.word().text()));
    }
    return List.of();
  }

  /** The word that an item is, if it is a single bare one. */
  Optional<String> bareWord(Item item, Scope scope) {
    List<Expr> values = values(item);
    return values.size() == 1 && values.get(0) instanceof Expr.Name name
        ? Optional.of(name.name())
        : Optional.empty();
  }

  /**
   * Whether an expression looks like what a type takes, so that an optional slot takes it or is
   * passed over.
   */
  boolean accepts(Type type, Expr written, Scope scope) {
    Expr expr = meant(type, written);
    if (type instanceof Type.Either either) {
      return either.choices().stream().anyMatch(choice -> accepts(choice, expr, scope));
    }
    if (type instanceof Type.NewNames) {
      return expr instanceof Expr.Name || expr instanceof Expr.Range;
    }
    if (expr instanceof Expr.Group) {
      return true;
    }
    if (expr instanceof Expr.Name name) {
      return acceptsName(type, name.name(), scope);
    }
    Optional<Value> constant = Constants.of(expr);
    if (constant.isPresent()) {
      return type.misfit(constant.get()).filter(m -> m instanceof Type.Misfit.Sort).isEmpty();
    }
    return acceptsShape(type, expr, scope);
  }

  /**
   * A word that begins with a digit is a number wherever it is not one of the slot's words: {@code
   * policy 2q}.
   */
  private static Expr meant(Type type, Expr expr) {
    boolean isWord = expr instanceof Expr.Number number && type.words().contains(number.spelling());
    return isWord ? new Expr.Name(expr.span(), ((Expr.Number) expr).spelling()) : expr;
  }

  private boolean acceptsName(Type type, String name, Scope scope) {
    if (type instanceof Type.Words words) {
      return words.words().contains(name);
    } else if (type instanceof Type.Strategy strategy) {
      return strategy.words().contains(name)
          || scope.find(name).filter(s -> s instanceof Symbol.Strategy).isPresent();
    } else if (type instanceof Type.NewName) {
      return true;
    } else if (type instanceof Type.OfKind kinds) {
      Optional<Symbol> symbol = scope.find(name);
      return symbol
              .filter(s -> s instanceof Symbol.Thing t && kinds.kinds().contains(t.kind()))
              .isPresent()
          || symbol.filter(s -> s instanceof Symbol.Variable).isPresent()
          || symbol.isEmpty() && objects.isOpen();
    } else if (takesLabels(type)) {
      return labels.contains(name)
          || scope.find(name).filter(s -> s instanceof Symbol.Variable).isPresent();
    }
    return scope.find(name).filter(s -> !(s instanceof Symbol.Thing)).isPresent();
  }

  private boolean acceptsShape(Type type, Expr expr, Scope scope) {
    StaticType found = quietType(expr, scope);
    if (found.isOpen()) {
      return true;
    }
    if (type instanceof Type.OfKind kinds) {
      return found.sort() == StaticType.Sort.THING && kinds.kinds().contains(found.kind());
    } else if (type instanceof Type.Strategy) {
      return fits(type, found);
    } else if (type instanceof Type.Words || type instanceof Type.Text) {
      return found.sort() == StaticType.Sort.TEXT;
    } else if (type instanceof Type.ListOf) {
      return found.sort() == StaticType.Sort.LIST;
    } else if (type instanceof Type.MapOf) {
      return found.sort() == StaticType.Sort.MAP;
    }
    boolean label = type.takesLabels() && found.sort() == StaticType.Sort.TEXT;
    return found.isNumber() || type instanceof Type.Any || label;
  }

  private StaticType quietType(Expr expr, Scope scope) {
    return exprs.quietly().check(expr, scope);
  }

  /** Reads it, reporting what does not fit; empty after a report. */
  Optional<Argument> check(Type type, Expr written, Scope scope) {
    Expr expr = meant(type, written);
    if (type instanceof Type.Strategy strategy && declared(strategy, expr, scope).isPresent()) {
      Expr.Name name = declared(strategy, expr, scope).get();
      return Optional.of(new Argument.Computed(name, exprs.check(name, scope)));
    }
    if (expr instanceof Expr.Name name && !(type instanceof Type.OfKind)) {
      Optional<Argument> word = word(type, name, scope);
      if (word.isPresent()) {
        return word;
      }
      if (isWordsOnly(type) || !type.words().isEmpty() && scope.find(name.name()).isEmpty()) {
        unknownWord(type, name.name(), name.span(), scope);
        return Optional.empty();
      }
      if (takesLabels(type) && scope.find(name.name()).isEmpty()) {
        diagnostics.add(
            NameProblem.UNKNOWN_LABEL, source, name.span(), name.name(), labelAdvice(name.name()));
        return Optional.empty();
      }
    }
    Optional<Value> constant = Constants.of(expr);
    StaticType found = exprs.check(expr, scope);
    if (constant.isPresent() && type.takesLabels() && constant.get() instanceof Value.Text text) {
      if (!labels.contains(text.text())) {
        diagnostics.add(
            NameProblem.UNKNOWN_LABEL, source, expr.span(), text.text(), labelAdvice(text.text()));
      }
      return Optional.of(new Argument.Constant(expr.span(), text));
    }
    if (constant.isPresent()) {
      return type.misfit(constant.get())
              .map(m -> misfit(type, m, constant.get(), expr.span()))
              .orElse(true)
          ? Optional.of(new Argument.Constant(expr.span(), constant.get()))
          : Optional.empty();
    }
    return fits(type, expr, found)
        ? Optional.of(new Argument.Computed(expr, found))
        : Optional.empty();
  }

  /** Whether values go on over a line's end with what should have been the next statement. */
  boolean goesOn(List<Expr> values) {
    return values.get(values.size() - 1) instanceof Expr.Name name
        && exprs.isStatementWord(name.name());
  }

  /** The declared strategy that a bare word or a text means, unless a built-in one has the name. */
  private static Optional<Expr.Name> declared(Type.Strategy type, Expr expr, Scope scope) {
    String word =
        expr instanceof Expr.Name name
            ? name.name()
            : Constants.of(expr).filter(v -> v instanceof Value.Text).map(Value::print).orElse("");
    boolean declared =
        !type.words().contains(word)
            && scope
                .find(word)
                .filter(s -> s instanceof Symbol.Strategy d && d.sort().word().equals(type.sort()))
                .isPresent();
    return declared ? Optional.of(new Expr.Name(expr.span(), word)) : Optional.empty();
  }

  private String labelAdvice(String name) {
    String near = ExprChecker.advice(name, labels.known());
    if (exprs.isStatementWord(name)) {
      return "the line before ends in a comma, so this one goes on with it";
    }
    return near.isEmpty() ? "`pages " + name + "` labels the process's next page" : near;
  }

  private Optional<Argument> word(Type type, Expr.Name name, Scope scope) {
    boolean taken =
        type.words().contains(name.name())
            || type instanceof Type.NewName
            || type instanceof Type.Any
                && scope.find(name.name()).isEmpty()
                && objects.kind(name.name()).isEmpty()
            || takesLabels(type)
                && labels.contains(name.name())
                && (labels.isKnown(name.name()) || scope.find(name.name()).isEmpty());
    return taken
        ? Optional.of(new Argument.Constant(name.span(), new Value.Word(name.name())))
        : Optional.empty();
  }

  /** A slot's words, and the strategies of the file where it takes those. */
  private static List<String> allowed(Type type, Scope scope) {
    List<String> allowed = new ArrayList<>(type.words());
    if (type instanceof Type.Strategy strategy) {
      scope.names().stream()
          .filter(n -> declared(strategy, new Expr.Name(new Span(0, 0), n), scope).isPresent())
          .forEach(allowed::add);
    }
    return allowed;
  }

  private static String noun(Type type) {
    return type instanceof Type.Words words ? words.noun() : type.prose();
  }

  /** Reports a word that a type does not take; a variable's name stands in parentheses there. */
  void unknownWord(Type type, String word, Span span, Scope scope) {
    Diagnostic unknown =
        Diagnostic.of(
            NameProblem.UNKNOWN_WORD,
            source,
            span,
            word,
            noun(type),
            wordAdvice(word, allowed(type, scope)));
    boolean variable =
        isWordsOnly(type) && scope.find(word).filter(s -> s instanceof Symbol.Variable).isPresent();
    diagnostics.add(
        variable ? unknown.withHelp("to use the variable, write `(" + word + ")`") : unknown);
  }

  private static String wordAdvice(String word, List<String> allowed) {
    String all = allowed.size() > 16 ? "" : "it can be " + Prose.either(allowed);
    String near = ExprChecker.advice(word, allowed);
    return Suggestions.joined(near, all);
  }

  private static boolean isWordsOnly(Type type) {
    return type instanceof Type.Words
        || type instanceof Type.Strategy
        || type instanceof Type.Either either
            && either.choices().stream().allMatch(SlotChecker::isWordsOnly);
  }

  private static boolean takesLabels(Type type) {
    return type instanceof Type.Page
        || type instanceof Type.Place place && place.labels()
        || type instanceof Type.Either either
            && either.choices().stream().anyMatch(SlotChecker::takesLabels);
  }

  /** Reports; always false, for "it does not fit". */
  private boolean misfit(Type type, Type.Misfit misfit, Value given, Span span) {
    if (misfit instanceof Type.Misfit.Sort sort) {
      Diagnostic wrong =
          Diagnostic.of(TypeProblem.WRONG_SORT, source, span, sort.wanted(), sort.given());
      boolean quoted =
          given instanceof Value.Text text
              && !text.text().isEmpty()
              && Character.isDigit(text.text().charAt(0))
              && Quantities.read(text.text()) instanceof Quantities.Reading.Good;
      diagnostics.add(
          quoted
              ? wrong.withHelp("a number has no quotes: `" + given.print() + "`")
              : unitAdvised(wrong, type, given));
    } else if (misfit instanceof Type.Misfit.Range range) {
      Diagnostic outside =
          Diagnostic.of(
              TypeProblem.OUT_OF_RANGE, source, span, given.print(), range.least(), range.most());
      diagnostics.add(unitAdvised(outside, type, given));
    } else if (misfit instanceof Type.Misfit.Word word) {
      diagnostics.add(
          NameProblem.UNKNOWN_WORD,
          source,
          span,
          word.given(),
          word.noun(),
          wordAdvice(word.given(), word.allowed()));
    }
    return false;
  }

  private static Diagnostic unitAdvised(Diagnostic wrong, Type type, Value given) {
    return MissingUnits.advice(type, given).map(wrong::withHelp).orElse(wrong);
  }

  private boolean fits(Type type, Expr expr, StaticType found) {
    if (found.isOpen() || type instanceof Type.Any) {
      return true;
    }
    boolean fits = fits(type, found);
    if (!fits) {
      diagnostics.add(TypeProblem.WRONG_SORT, source, expr.span(), type.prose(), found.prose());
    }
    return fits;
  }

  /** Whether a value of this type may fit a slot. */
  static boolean fits(Type type, StaticType found) {
    if (type instanceof Type.Either either) {
      return either.choices().stream().anyMatch(choice -> fits(choice, found));
    } else if (type instanceof Type.Any) {
      return true;
    } else if (type instanceof Type.Truth) {
      return found.sort() == StaticType.Sort.TRUTH;
    } else if (type instanceof Type.Strategy strategy) {
      return found.sort() == StaticType.Sort.TEXT
          || found.same(StaticType.strategy(strategy.sort()));
    } else if (type instanceof Type.OfKind kinds) {
      return found.sort() == StaticType.Sort.THING && kinds.kinds().contains(found.kind());
    } else if (type instanceof Type.Words
        || type instanceof Type.Text
        || type instanceof Type.NewName) {
      return found.sort() == StaticType.Sort.TEXT || found.sort() == StaticType.Sort.TRUTH;
    } else if (type instanceof Type.ListOf) {
      return found.sort() == StaticType.Sort.LIST;
    } else if (type instanceof Type.MapOf) {
      return found.sort() == StaticType.Sort.MAP;
    } else if (type instanceof Type.Whole whole) {
      return found.isWhole() && whole.dimension().mixesWith(found.dimension());
    } else if (type instanceof Type.Real real) {
      return found.isNumber() && real.dimension().mixesWith(found.dimension());
    } else if (type.takesLabels() && found.sort() == StaticType.Sort.TEXT) {
      return true;
    } else if (type instanceof Type.Place
        || type instanceof Type.Page
        || type instanceof Type.Cell) {
      return found.isWhole() && found.dimension().mixesWith(Dimension.ADDRESS);
    }
    return found.sort() == StaticType.Sort.NET;
  }
}
