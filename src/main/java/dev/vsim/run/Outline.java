package dev.vsim.run;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Inside;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.syntax.Stmt;
import dev.vsim.trace.Place;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario will be held to, as far as its text tells before it has run: what editors and
 * test engines show as a tree.
 *
 * @param parts in the order of the report: the run itself, checks whose names are written out, the
 *     golden
 * @param mistakes why the scenario cannot be read; empty where it is to be refused
 */
public record Outline(List<Part> parts, List<Diagnostic> mistakes) {
  /**
   * A case of the report to come ({@link Case}).
   *
   * @param name as the report will have it
   * @param where where it stands
   */
  public record Part(Case.Sort sort, String name, Where where) {}

  public Outline {
    parts = List.copyOf(parts);
    mistakes = List.copyOf(mistakes);
  }

  /** The outline of the scenario in this file. */
  public static Outline of(Path scenario) {
    Path refusal = Discovery.golden(scenario, Discovery.REFUSAL);
    Path trace = Discovery.golden(scenario, Discovery.TRACE);
    Optional<Path> golden = Files.exists(refusal) ? Optional.of(refusal) : Optional.empty();
    List<Part> parts = new ArrayList<>();
    Diagnostics found = new Diagnostics();
    if (golden.isEmpty()) {
      parts.add(new Part(Case.Sort.RUN, Case.RUN, Where.line(scenario.toString(), 0)));
      SourceFiles.read(scenario, scenario.toString(), found)
          .ifPresent(text -> checks(text, found, parts));
      golden = Files.exists(trace) ? Optional.of(trace) : Optional.empty();
    }
    golden.ifPresent(
        file ->
            parts.add(
                new Part(
                    Case.Sort.GOLDEN,
                    file.getFileName().toString(),
                    Where.line(file.toString(), 0))));
    return new Outline(parts, found.sorted().stream().filter(Diagnostic::isError).toList());
  }

  private static void checks(SourceText text, Diagnostics found, List<Part> parts) {
    new ScenarioParser().parse(text, found).statements().forEach(s -> checks(s, text, parts));
  }

  private static void checks(Stmt statement, SourceText text, List<Part> parts) {
    if (statement instanceof Stmt.Check check) {
      literal(check.name())
          .ifPresent(
              name ->
                  parts.add(
                      new Part(
                          Case.Sort.CHECK,
                          unique(name, parts),
                          Where.of(new Place(text, check.span())))));
    }
    Inside.of(statement).forEach(inner -> checks(inner, text, parts));
  }

  private static Optional<String> literal(Expr.Text name) {
    return name.pieces().size() == 1 && name.pieces().get(0) instanceof Expr.Piece.Plain plain
        ? Optional.of(plain.text())
        : Optional.empty();
  }

  private static String unique(String name, List<Part> parts) {
    return Case.unique(name, taken -> parts.stream().anyMatch(p -> p.name().equals(taken)));
  }
}
