package dev.vsim.check;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Word;
import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks declarations and commands, and keeps who acts where no {@code on} says so. */
final class ActChecker {
  private final SourceText source;
  private final Vocabulary vocabulary;
  private final Facts facts;
  private final Objects objects;
  private final Names names;
  private final ExprChecker exprs;
  private final Diagnostics diagnostics;
  private final SlotChecker slots;
  private final ArgumentMatcher matcher;

  ActChecker(
      SourceText source,
      Vocabulary vocabulary,
      Facts facts,
      Objects objects,
      Names names,
      SlotChecker slots,
      ExprChecker exprs,
      Diagnostics diagnostics) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.facts = facts;
    this.objects = objects;
    this.names = names;
    this.exprs = exprs;
    this.diagnostics = diagnostics;
    this.slots = slots;
    this.matcher = new ArgumentMatcher(source, slots, diagnostics);
  }

  boolean isDeclaration(Stmt.Act act) {
    String word = act.word().text();
    return word.equals(DeclarationShape.TEMPLATE)
        || vocabulary.kind(word).filter(Kind::declarable).isPresent()
            && vocabulary.commands(word).isEmpty();
  }

  /** A statement at the file's top is behind us: what it declares acts from now on. */
  void passed(Stmt statement) {
    if (statement instanceof Stmt.Act act
        && facts.acts.get(act) instanceof Meant.Declares declares
        && declares.kind().acts()) {
      String name = declares.name();
      if (declares.rows().isPresent()) {
        name +=
            Constants.of(declares.rows().get())
                .filter(n -> n instanceof Value.Whole)
                .map(n -> "[" + (((Value.Whole) n).amount() - 1) + "]")
                .orElse("[0]");
      }
      String owner = declares.owner().flatMap(o -> Paths.spelled(o, names.top())).orElse("");
      if (declares.owner().isPresent() && owner.isEmpty()) {
        diagnostics.add(
            NameProblem.OWNER_COMPUTED,
            source,
            declares.owner().get().span(),
            source.text(declares.owner().get().span()),
            declares.kind().name());
      }
      boolean inside =
          declares.kind().nested()
              && !owner.isEmpty()
              && objects.kind(owner).filter("host"::equals).isEmpty();
      facts.actor = inside ? owner + "." + name : name;
    }
  }

  void check(Stmt.Act act, Scope scope) {
    String word = act.word().text();
    if (word.equals(DeclarationShape.TEMPLATE)) {
      template(act);
      return;
    }
    List<Command> commands = vocabulary.commands(word);
    Optional<Kind> kind = vocabulary.kind(word).filter(Kind::declarable);
    if (!commands.isEmpty()) {
      perform(act, commands, scope);
    } else if (kind.isPresent()) {
      declare(act, kind.get(), scope);
    } else {
      new StrayStatement(source, vocabulary, diagnostics).report(act, scope);
    }
  }

  private void perform(Stmt.Act act, List<Command> commands, Scope scope) {
    ArgumentMatcher.Given given = ArgumentMatcher.Given.of(act);
    if (commands.size() > 1 && lacksWord(act, commands, scope)) {
      facts.acts.put(act, new Meant.Notes());
      return;
    }
    Command best = commands.get(0);
    if (commands.size() > 1) {
      int most = Integer.MIN_VALUE;
      for (Command command : commands) {
        int fit = matcher.fit(command.signature(), given, scope);
        if (fit > most) {
          most = fit;
          best = command;
        }
      }
    }
    facts.acts.put(
        act, new Meant.Performs(best, matcher.match(best.signature(), given, scope), facts.actor));
  }

  /** Reports where all forms of a command begin with a word of their own, and none is there. */
  private boolean lacksWord(Stmt.Act act, List<Command> commands, Scope scope) {
    List<String> words =
        commands.stream().flatMap(c -> c.signature().firstWord().stream()).distinct().toList();
    Optional<String> given =
        act.items().stream().findFirst().flatMap(i -> slots.bareWord(i, scope));
    boolean all = commands.stream().allMatch(c -> c.signature().firstWord().isPresent());
    if (!all || given.filter(words::contains).isPresent()) {
      return false;
    }
    String word = act.word().text();
    String known = "`" + word + "` takes " + Prose.either(words);
    if (given.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  TypeProblem.MISSING,
                  source,
                  act.word().span(),
                  word,
                  "a word that says what",
                  word)
              .withHelp(known));
    } else {
      String near = ExprChecker.advice(given.get(), words);
      diagnostics.add(
          NameProblem.UNKNOWN_WORD,
          source,
          act.items().get(0).span(),
          given.get(),
          "a word that `" + word + "` takes",
          near.isEmpty() ? known : near);
    }
    return true;
  }

  private void template(Stmt.Act act) {
    DeclarationShape shape = DeclarationShape.read(act);
    if (shape.name().isEmpty()) {
      diagnostics.add(NameProblem.NO_NAME, source, act.word().span(), DeclarationShape.TEMPLATE);
    }
    facts.acts.put(act, new Meant.Notes());
  }

  private void declare(Stmt.Act act, Kind kind, Scope scope) {
    DeclarationShape shape = DeclarationShape.read(act, kind);
    if (shape.name().isEmpty()) {
      noName(act, kind);
      return;
    }
    shape.stray().ifPresent(item -> stray(kind, item));
    if (!act.assigned().isEmpty()) {
      stray(kind, new Item.Values(act.assigned().get(0).span(), act.assigned()));
    }
    shape.owner().ifPresent(owner -> owner(kind, owner, scope));
    shape.rows().ifPresent(rows -> rows(rows, scope));
    Matched given = properties(act, kind, shape, scope);
    Word name = shape.name().get();
    facts.acts.put(
        act,
        new Meant.Declares(kind, name.text(), name.span(), shape.rows(), shape.owner(), given));
  }

  private void noName(Stmt.Act act, Kind kind) {
    Diagnostic missing = Diagnostic.of(NameProblem.NO_NAME, source, act.word().span(), kind.name());
    Optional<String> quoted =
        act.items().stream()
            .findFirst()
            .filter(i -> i instanceof Item.Values)
            .flatMap(i -> Constants.of(((Item.Values) i).values().get(0)))
            .filter(v -> v instanceof Value.Text)
            .map(Value::print);
    diagnostics.add(
        quoted
            .map(
                text ->
                    missing.withHelp("a name has no quotes: `" + kind.name() + " " + text + "`"))
            .orElse(missing));
  }

  private void stray(Kind kind, Item item) {
    String text = source.text(item.span());
    Diagnostic surplus =
        Diagnostic.of(
            TypeProblem.SURPLUS,
            source,
            item.span(),
            kind.name(),
            "`" + text + "` here",
            kind.name() + " NAME [like TEMPLATE] [in OWNER] < property; … >");
    diagnostics.add(meant(kind, text, item).map(surplus::withHelp).orElse(surplus));
  }

  private static Optional<String> meant(Kind kind, String text, Item item) {
    if (kind.signature().option(text).isPresent()) {
      return Optional.of(
          "properties stand in angle brackets: `" + kind.name() + " … < " + text + " … >`");
    } else if (item instanceof Item.Keyword) {
      return Optional.of(
          "behind `" + text + "` stands what it is in, a " + Prose.either(kind.owners()));
    }
    return text.equals("like") || text.equals("extends")
        ? Optional.of("a template is named by `like TEMPLATE`")
        : Optional.empty();
  }

  private void rows(Expr rows, Scope scope) {
    StaticType type = exprs.check(rows, scope);
    boolean plain = type.isWhole() && type.dimension() == Dimension.COUNT;
    if (!type.isOpen() && !plain) {
      diagnostics.add(
          TypeProblem.WRONG_SORT, source, rows.span(), "a number of objects", type.prose());
    }
  }

  private void owner(Kind kind, Expr owner, Scope scope) {
    StaticType type = exprs.check(owner, scope);
    boolean fits =
        type.isOpen()
            || type.sort() == StaticType.Sort.THING && kind.owners().contains(type.kind());
    if (!fits) {
      String help =
          kind.owners().isEmpty()
              ? "it stands by itself"
              : "it can be in a " + Prose.either(kind.owners());
      diagnostics.add(
          NameProblem.WRONG_OWNER,
          source,
          owner.span(),
          kind.name(),
          "in",
          type.prose().replaceFirst("^an? ", ""),
          help);
    }
  }

  /** The declaration's own properties behind those of its template that it does not replace. */
  private Matched properties(Stmt.Act act, Kind kind, DeclarationShape shape, Scope scope) {
    List<Matched> own =
        matcher.options(kind.name(), kind.signature().options(), act.options(), scope);
    List<Matched> joined = new ArrayList<>();
    shape
        .like()
        .flatMap(this::templateNamed)
        .ifPresent(
            template ->
                matcher
                    .options(kind.name(), kind.signature().options(), template.options(), scope)
                    .stream()
                    .filter(m -> own.stream().noneMatch(o -> o.signature() == m.signature()))
                    .forEach(joined::add));
    joined.addAll(own);
    return new Matched(kind.signature(), act.span(), List.of(), joined);
  }

  private Optional<Stmt.Act> templateNamed(Word like) {
    Optional<Stmt.Act> template = Optional.ofNullable(names.templates().get(like.text()));
    if (template.isEmpty()) {
      diagnostics.add(
          NameProblem.UNKNOWN_NAME,
          source,
          like.span(),
          like.text(),
          ExprChecker.advice(like.text(), List.copyOf(names.templates().keySet())));
    }
    return template;
  }
}
