package dev.vsim.check;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Property;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Walk;
import dev.vsim.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an assignment asks of the source of a submission, which is read for it and not run: {@code
 * lock mem}, {@code require policy mine}, {@code forbid-command fork}.
 *
 * @param span where the assignment says so
 * @param words what is locked or forbidden; of a requirement, the kind and the name
 */
public record SourceRule(Sort sort, Span span, List<String> words) {
  /** What is asked. */
  public enum Sort {
    LOCK("lock"),
    REQUIRE("require"),
    FORBID_COMMAND("forbid-command");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    /** The word with which it begins. */
    public String word() {
      return word;
    }

    static Optional<Sort> of(String word) {
      for (Sort sort : values()) {
        if (sort.word.equals(word)) {
          return Optional.of(sort);
        }
      }
      return Optional.empty();
    }
  }

  public SourceRule {
    words = List.copyOf(words);
  }

  /** Where in a submission this rule is broken, if it is. */
  public Optional<Diagnostic> broken(List<Scenario> files) {
    return switch (sort) {
      case LOCK -> first(files, new Locked(words));
      case FORBID_COMMAND -> first(files, new Forbidden(words));
      case REQUIRE -> missing(files);
    };
  }

  private static Optional<Diagnostic> first(List<Scenario> files, Finding finding) {
    for (Scenario file : files) {
      finding.found = Optional.empty();
      finding.statements(file.statements());
      if (finding.found.isPresent()) {
        Word word = finding.found.get();
        return Optional.of(Diagnostic.of(finding.problem, file.source(), word.span(), word.text()));
      }
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> missing(List<Scenario> files) {
    Declared declared = new Declared(words.get(0), words.get(1));
    files.forEach(file -> declared.statements(file.statements()));
    return declared.found
        ? Optional.empty()
        : files.stream()
            .findFirst()
            .map(
                file ->
                    Diagnostic.of(
                        GradeProblem.REQUIRED,
                        file.source(),
                        new Span(0, 0),
                        words.get(0),
                        words.get(1)));
  }

  /** The words behind a rule's first, one after the other. */
  static List<String> words(List<Item> items) {
    List<String> words = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Keyword keyword) {
        words.add(keyword.word().text());
      } else if (item instanceof Item.Values values) {
        for (Expr value : values.values()) {
          words.add(value instanceof Expr.Name name ? name.name() : "");
        }
      } else {
        words.add("");
      }
    }
    return words;
  }

  /** Looks for the first place that breaks a rule. */
  private abstract static class Finding extends Walk {
    private final List<String> words;
    private final GradeProblem problem;
    private Optional<Word> found = Optional.empty();

    Finding(List<String> words, GradeProblem problem) {
      this.words = words;
      this.problem = problem;
    }

    /** A word that may be one of those that are looked for. */
    void meet(Word word) {
      if (found.isEmpty() && words.contains(word.text())) {
        found = Optional.of(word);
      }
    }
  }

  /** Properties in declarations and templates, and kinds. */
  private static final class Locked extends Finding {
    Locked(List<String> words) {
      super(words, GradeProblem.LOCKED);
    }

    @Override
    public Void act(Stmt.Act act) {
      meet(act.word());
      return super.act(act);
    }

    @Override
    protected void property(Property property) {
      meet(property.name());
      super.property(property);
    }

    /** What a scenario that is simulated is given is not set in this one. */
    @Override
    public Void simulation(Expr.Simulation simulation) {
      return null;
    }
  }

  /** Commands, wherever they stand. */
  private static final class Forbidden extends Finding {
    Forbidden(List<String> words) {
      super(words, GradeProblem.FORBIDDEN);
    }

    @Override
    public Void act(Stmt.Act act) {
      meet(act.word());
      return super.act(act);
    }

    @Override
    public Void simulation(Expr.Simulation simulation) {
      meet(new Word(simulation.span(), "simulate"));
      return super.simulation(simulation);
    }
  }

  /** Looks for a declaration of some kind and name. */
  private static final class Declared extends Walk {
    private final String kind;
    private final String name;
    private boolean found;

    Declared(String kind, String name) {
      this.kind = kind;
      this.name = name;
    }

    private void meet(String itsKind, String itsName) {
      found |= itsKind.equals(kind) && itsName.equals(name);
    }

    @Override
    public Void strategy(Stmt.Strategy strategy) {
      meet(strategy.sort().text(), strategy.name().text());
      return super.strategy(strategy);
    }

    @Override
    public Void def(Stmt.Def def) {
      meet("def", def.name().text());
      return super.def(def);
    }

    @Override
    public Void param(Stmt.Param param) {
      meet("param", param.name().text());
      return super.param(param);
    }

    @Override
    public Void act(Stmt.Act act) {
      DeclarationShape.read(act).name().ifPresent(n -> meet(act.word().text(), n.text()));
      return super.act(act);
    }
  }
}
