package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Block;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Walk;
import dev.vsim.syntax.Word;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the checks of an assignment out: each becomes a scenario that begins with what stands
 * above it, so that it runs in a world of its own. Their names and points are known thereby before
 * anything runs.
 */
public final class AssignmentReader {
  private static final int MOST_CHECKS = 1000;

  private final Scenario scenario;
  private final SourceText source;
  private final Diagnostics diagnostics;
  private final SourceRules rules;
  private final AssignmentProperties properties;
  private final Map<String, Long> bound = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final List<AssignedCheck> checks = new ArrayList<>();

  public AssignmentReader(Scenario scenario, Vocabulary vocabulary, Diagnostics diagnostics) {
    this.scenario = scenario;
    this.source = scenario.source();
    this.diagnostics = diagnostics;
    this.rules = new SourceRules(source, vocabulary, diagnostics);
    this.properties = new AssignmentProperties(source, vocabulary, diagnostics);
  }

  /** Reads it; empty after errors. */
  public Optional<Assignment> read() {
    List<Stmt.Act> declared = declarations();
    if (declared.isEmpty()) {
      report(GradeProblem.ASSIGNMENT_FORM, new Span(0, 0), "this file is no assignment");
      return Optional.empty();
    } else if (declared.size() > 1) {
      Span second = declared.get(1).word().span();
      report(GradeProblem.ASSIGNMENT_FORM, second, "a file has one assignment");
    }
    properties.read(declared.get(0));
    statements(scenario.statements(), new ArrayList<>(), new ArrayList<>());
    if (checks.isEmpty() && !diagnostics.hasErrors()) {
      report(GradeProblem.NO_CHECKS, declared.get(0).word().span());
    }
    return diagnostics.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new Assignment(
                source,
                properties.title(),
                properties.submit(),
                Map.copyOf(properties.limits()),
                properties.samples(),
                List.copyOf(checks)));
  }

  private List<Stmt.Act> declarations() {
    return scenario.statements().stream()
        .filter(s -> s instanceof Stmt.Act act && act.word().text().equals(Assignment.WORD))
        .map(Stmt.Act.class::cast)
        .toList();
  }

  private void report(GradeProblem problem, Span place, Object... arguments) {
    diagnostics.add(problem, source, place, arguments);
  }

  /**
   * Statements at the top, or in a loop that is written out.
   *
   * @param above what stands above them, without checks and rules
   * @param asked the rules that stand above them
   */
  private void statements(List<Stmt> all, List<Stmt> above, List<SourceRule> asked) {
    for (Stmt statement : all) {
      if (statement instanceof Stmt.Check check) {
        check(check, above, asked);
      } else if (statement instanceof Stmt.For loop && holdsChecks(loop.body())) {
        loop(loop, above, asked);
      } else if (statement instanceof Stmt.Act act && SourceRules.isRule(act.word().text())) {
        rules.of(act).ifPresent(asked::add);
      } else if (!isDeclaration(statement)) {
        refuseChecksInside(statement);
        refuseParts(statement);
        above.add(statement);
      }
    }
  }

  private static boolean isDeclaration(Stmt statement) {
    return statement instanceof Stmt.Act act && act.word().text().equals(Assignment.WORD);
  }

  private static boolean holdsChecks(Block body) {
    return body.statements().stream()
        .anyMatch(
            s ->
                s instanceof Stmt.Check
                    || s instanceof Stmt.For inner && holdsChecks(inner.body()));
  }

  /** Each number of the range makes checks of its own. */
  private void loop(Stmt.For loop, List<Stmt> above, List<SourceRule> asked) {
    Optional<long[]> ends = ends(loop);
    if (ends.isEmpty()) {
      report(GradeProblem.CHECK_PLACE, loop.over().span());
      return;
    }
    String name = loop.first().text();
    for (long i = ends.get()[0]; i <= ends.get()[1] && checks.size() < MOST_CHECKS; i++) {
      Optional<Long> outer = Optional.ofNullable(bound.put(name, i));
      List<Stmt> inside = new ArrayList<>(above);
      Expr.Number number = new Expr.Number(loop.over().span(), Long.toString(i));
      inside.add(new Stmt.Let(loop.first().span(), new Word(loop.first().span(), name), number));
      statements(loop.body().statements(), inside, new ArrayList<>(asked));
      bound.remove(name);
      outer.ifPresent(value -> bound.put(name, value));
    }
  }

  private static Optional<long[]> ends(Stmt.For loop) {
    if (loop.second() != null || !(loop.over() instanceof Expr.Range range)) {
      return Optional.empty();
    }
    Optional<Value> from = Constants.of(range.from());
    Optional<Value> to = Constants.of(range.to());
    return from.isPresent()
            && to.isPresent()
            && from.get() instanceof Value.Whole first
            && to.get() instanceof Value.Whole last
            && first.amount() >= 0
            && last.amount() - first.amount() < MOST_CHECKS
        ? Optional.of(new long[] {first.amount(), last.amount()})
        : Optional.empty();
  }

  private void check(Stmt.Check check, List<Stmt> above, List<SourceRule> asked) {
    CheckForm form = CheckForm.of(check, source, diagnostics);
    Optional<String> name = name(check.name());
    if (name.isEmpty()) {
      report(GradeProblem.CHECK_NAME, check.name().span());
      return;
    }
    List<String> needs = needs(form);
    if (!names.add(name.get())) {
      report(GradeProblem.SAME_NAME, check.name().span(), "`" + name.get() + "`");
    }
    Parts parts = new Parts();
    parts.statements(check.body().statements());
    BigDecimal sum = parts.found.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal points = form.points().orElse(sum);
    if (sum.compareTo(points) > 0) {
      report(
          GradeProblem.PART_POINTS,
          check.name().span(),
          "the assertions of this check have "
              + plain(sum)
              + " points, and the check "
              + plain(points),
          "give the check as many, or leave its own out");
    }
    checks.add(assigned(check, form, name.get(), points, parts.found, needs, above, asked));
  }

  private static String plain(BigDecimal points) {
    return points.stripTrailingZeros().toPlainString();
  }

  private AssignedCheck assigned(
      Stmt.Check check,
      CheckForm form,
      String name,
      BigDecimal points,
      Map<Span, BigDecimal> parts,
      List<String> needs,
      List<Stmt> above,
      List<SourceRule> asked) {
    List<SourceRule> all = new ArrayList<>(properties.rules());
    all.addAll(asked);
    List<Stmt> written = new ArrayList<>(above);
    written.add(new Stmt.Check(check.span(), check.name(), List.of(), List.of(), empty(check)));
    written.add(new Stmt.Mark(check.name().span()));
    boolean uses = above.stream().anyMatch(AssignmentReader::usesSubmission);
    for (Stmt statement : check.body().statements()) {
      if (statement instanceof Stmt.Act act && SourceRules.isRule(act.word().text())) {
        rules.of(act).ifPresent(all::add);
      } else {
        refuseChecksInside(statement);
        uses |= usesSubmission(statement);
        written.add(statement);
      }
    }
    Scenario scenarioOfCheck = new Scenario(source, List.copyOf(written), scenario.comments());
    return new AssignedCheck(
        name,
        check.span(),
        points,
        Map.copyOf(parts),
        needs,
        form.hidden(),
        all,
        scenarioOfCheck,
        uses);
  }

  private static Block empty(Stmt.Check check) {
    return new Block(check.body().span(), List.of());
  }

  private static boolean usesSubmission(Stmt statement) {
    return statement instanceof Stmt.Use use && Handed.isSubmission(use.what());
  }

  private List<String> needs(CheckForm form) {
    List<String> needs = new ArrayList<>();
    for (Expr need : form.needs()) {
      Optional<String> name = need instanceof Expr.Text text ? name(text) : Optional.empty();
      if (name.isEmpty() || !names.contains(name.get())) {
        String near = ExprChecker.advice(name.orElse(""), List.copyOf(names));
        report(
            GradeProblem.NEEDS,
            need.span(),
            "`" + name.orElse(source.text(need.span())) + "`",
            near.isEmpty() ? "a check stands above those that need it" : near);
      } else {
        needs.add(name.get());
      }
    }
    return List.copyOf(needs);
  }

  /** A text in which nothing but variables of loops around it is open. */
  private Optional<String> name(Expr.Text text) {
    StringBuilder name = new StringBuilder();
    for (Expr.Piece piece : text.pieces()) {
      if (piece instanceof Expr.Piece.Plain plain) {
        name.append(plain.text());
      } else if (((Expr.Piece.Hole) piece).value() instanceof Expr.Name variable
          && bound.containsKey(variable.name())) {
        name.append(bound.get(variable.name()));
      } else {
        return Optional.empty();
      }
    }
    return name.toString().isBlank() ? Optional.empty() : Optional.of(name.toString());
  }

  /** Checks that count stand at the top; groups of assertions may stand anywhere. */
  private void refuseChecksInside(Stmt statement) {
    new Walk() {
      @Override
      public Void check(Stmt.Check check) {
        if (CheckForm.of(check, source, diagnostics).isGraded()) {
          report(GradeProblem.CHECK_PLACE, check.name().span());
        }
        return super.check(check);
      }
    }.statement(statement);
  }

  private void refuseParts(Stmt statement) {
    new Walk() {
      @Override
      public Void assertion(Stmt.Assert assertion) {
        assertion.extras().stream()
            .filter(extra -> extra.word().text().equals("points"))
            .forEach(extra -> notInCheck(extra));
        return super.assertion(assertion);
      }
    }.statement(statement);
  }

  private void notInCheck(Stmt.Extra extra) {
    report(
        GradeProblem.PART_POINTS,
        extra.word().span(),
        "an assertion with points stands in a check, not in a function or above the checks",
        "give the points to an assertion in the check itself");
  }

  /** The assertions of a check that have points. */
  private final class Parts extends Walk {
    private final Map<Span, BigDecimal> found = new LinkedHashMap<>();

    @Override
    public Void assertion(Stmt.Assert assertion) {
      for (Stmt.Extra extra : assertion.extras()) {
        if (extra.word().text().equals("points")) {
          Optional<BigDecimal> points = Points.of(extra.number());
          points.ifPresent(number -> found.put(assertion.span(), number));
          if (points.isEmpty()) {
            report(GradeProblem.POINTS, extra.number().span(), extra.number().spelling());
          }
        }
      }
      return super.assertion(assertion);
    }

    @Override
    public Void def(Stmt.Def def) {
      refuseParts(def);
      return null;
    }
  }
}
