package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Property;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code assignment "Homework 3" < submit "belady.vsim"; limits < steps 1_000_000 > >}. */
final class AssignmentProperties {
  private static final List<String> LIMITS =
      List.of("steps", "trace", "depth", "output", "work", "memory", "seconds");
  private static final List<String> KNOWN =
      List.of("submit", "limits", "samples", "lock", "require", "forbid-command");

  private final SourceText source;
  private final SourceRules rules;
  private final Diagnostics diagnostics;
  private String title = "";
  private String submit = "";
  private final Map<String, Long> limits = new LinkedHashMap<>();
  private final Map<String, Assignment.Expected> samples = new LinkedHashMap<>();
  private final List<SourceRule> rulesForAll = new ArrayList<>();

  AssignmentProperties(SourceText source, Vocabulary vocabulary, Diagnostics diagnostics) {
    this.source = source;
    this.rules = new SourceRules(source, vocabulary, diagnostics);
    this.diagnostics = diagnostics;
  }

  String title() {
    return title;
  }

  String submit() {
    return submit;
  }

  Map<String, Long> limits() {
    return limits;
  }

  Map<String, Assignment.Expected> samples() {
    return samples;
  }

  /** The rules that hold for every check. */
  List<SourceRule> rules() {
    return rulesForAll;
  }

  void read(Stmt.Act act) {
    Optional<String> name = act.items().size() == 1 ? text(act.items()) : Optional.empty();
    if (name.isEmpty() || !act.assigned().isEmpty()) {
      refuse(act.span(), "an assignment has a title, in quotes");
    }
    title = name.orElse("");
    act.options().forEach(this::property);
    if (submit.isEmpty() && !diagnostics.hasErrors()) {
      refuse(act.word().span(), "the assignment does not say what is handed in");
    }
  }

  private void refuse(Span place, String why) {
    diagnostics.add(GradeProblem.ASSIGNMENT_FORM, source, place, why);
  }

  private void property(Property property) {
    String word = property.name().text();
    if (SourceRules.isRule(word)) {
      rules.of(property).ifPresent(rulesForAll::add);
    } else if (word.equals("submit")) {
      submit(property);
    } else if (word.equals("limits")) {
      property.options().forEach(this::limit);
    } else if (word.equals("samples")) {
      property.options().forEach(this::sample);
    } else {
      wrong(property, "is not a property of an assignment", ExprChecker.advice(word, KNOWN));
    }
  }

  private void submit(Property property) {
    Optional<String> path = text(property.items());
    if (path.isEmpty() || !isInside(path.get())) {
      wrong(
          property,
          "takes the name of a file inside the submission",
          "in quotes, as in `submit \"belady.vsim\"`");
    }
    submit = path.orElse("");
  }

  /** Whether a path stays below where it begins, and is spelled in one way only. */
  private static boolean isInside(String path) {
    boolean plain = !path.isEmpty() && path.indexOf('\\') < 0 && path.indexOf('\0') < 0;
    return plain
        && List.of(path.split("/", -1)).stream()
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  private void limit(Property property) {
    String word = property.name().text();
    Optional<Long> most = single(property).flatMap(Constants::of).flatMap(this::whole);
    if (!LIMITS.contains(word)) {
      wrong(
          property,
          "is no limit",
          Optional.of(ExprChecker.advice(word, LIMITS))
              .filter(a -> !a.isEmpty())
              .orElse("the limits are " + Prose.all(LIMITS)));
    } else if (most.isEmpty() || most.get() < 1) {
      wrong(property, "takes a number above 0", "as in `steps 1_000_000`");
    } else {
      limits.put(word, most.get());
    }
  }

  private Optional<Long> whole(Value value) {
    return value instanceof Value.Whole whole ? Optional.of(whole.amount()) : Optional.empty();
  }

  private void sample(Property property) {
    Optional<BigDecimal> points = single(property).flatMap(Points::of);
    boolean ungradable =
        single(property)
            .filter(e -> e instanceof Expr.Name n && n.name().equals("ungradable"))
            .isPresent();
    if (points.isEmpty() && !ungradable) {
      wrong(
          property,
          "takes the points that the sample is to get",
          "or `ungradable` for one that cannot be read");
    }
    samples.put(property.name().text(), new Assignment.Expected(points));
  }

  private void wrong(Property property, String what, String help) {
    String word = property.name().text();
    String advice = help.isEmpty() ? "the properties are " + Prose.all(KNOWN) : help;
    diagnostics.add(GradeProblem.ASSIGNMENT_PROPERTY, source, property.span(), word, what, advice);
  }

  private static Optional<Expr> single(Property property) {
    boolean plain = property.items().size() == 1 && property.options().isEmpty();
    return plain
            && property.items().get(0) instanceof Item.Values values
            && values.values().size() == 1
        ? Optional.of(values.values().get(0))
        : Optional.empty();
  }

  private static Optional<String> text(List<Item> items) {
    return items.size() == 1
            && items.get(0) instanceof Item.Values values
            && values.values().size() == 1
            && values.values().get(0) instanceof Expr.Text text
        ? Constants.of(text).map(Value::print)
        : Optional.empty();
  }
}
