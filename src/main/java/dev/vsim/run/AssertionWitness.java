package dev.vsim.run;

import dev.vsim.exec.Witness;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.trace.FailureFrame;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import dev.vsim.verdict.Findings;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Verdicts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Turns what the assertions of a run come to into results; a check is one result more. */
final class AssertionWitness implements Witness {
  private final boolean listens;
  private final Findings findings = new Findings();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final Deque<OpenCheck> checks = new ArrayDeque<>();

  /** A check that is running, and how many assertions it has made. */
  private static final class OpenCheck {
    private final String name;
    private final Place place;
    private long assertions;

    OpenCheck(String name, Place place) {
      this.name = name;
      this.place = place;
    }
  }

  /**
   * @param listens whether assertions are looked at
   */
  AssertionWitness(boolean listens) {
    this.listens = listens;
  }

  @Override
  public boolean listens() {
    return listens;
  }

  @Override
  public void expectation(Outcome outcome, SourceText source, Span span) {
    if (outcome instanceof Outcome.Held held) {
      held.warning().ifPresent(warning -> warning(warning.diagnostic()));
    }
    add(Verdicts.of(new Place(source, span), outcome));
  }

  @Override
  public void assertion(
      boolean held, SourceText source, Span span, String message, Map<String, String> reads) {
    Place at = new Place(source, span);
    Status status = held ? Status.PASS : Status.FAIL;
    List<String> why = held ? List.of() : why(message, reads);
    String drawing = held ? "" : FailureFrame.draw(at, why);
    String said = held ? "" : why.get(0);
    add(
        new Result(
            Result.Origin.ASSERTION, at.text(), status, said, drawing, source.name(), at.line()));
  }

  private static List<String> why(String message, Map<String, String> reads) {
    List<String> why = new ArrayList<>();
    if (!message.isEmpty()) {
      why.add(message);
    }
    reads.forEach((text, value) -> why.add(text + " is " + value));
    if (why.isEmpty()) {
      why.add("it is false");
    }
    return why;
  }

  @Override
  public void violation(Mismatch.Forbidden violation) {
    add(Verdicts.of(violation));
  }

  @Override
  public void ruling() {
    checks.forEach(check -> check.assertions++);
  }

  @Override
  public void simulated(SourceText source, Span span) {
    Place at = new Place(source, span);
    add(
        new Result(
            Result.Origin.ASSERTION, at.text(), Status.PASS, "", "", source.name(), at.line()));
  }

  @Override
  public void warning(Diagnostic warning) {
    boolean said =
        warnings.stream()
            .anyMatch(w -> w.span().equals(warning.span()) && w.source() == warning.source());
    if (!said) {
      warnings.add(warning);
    }
  }

  @Override
  public void checkBegins(String name, SourceText source, Span span) {
    checks.push(new OpenCheck(name, new Place(source, span)));
  }

  @Override
  public void checkEnds() {
    OpenCheck check = checks.pop();
    if (listens && check.assertions == 0) {
      String file = check.place.source().name();
      findings.add(
          new Result(
              Result.Origin.CHECK,
              check.name,
              Status.ERROR,
              "check \"" + check.name + "\": nothing was checked",
              "",
              file,
              check.place.line()));
    }
  }

  private void add(Result result) {
    checks.forEach(check -> check.assertions++);
    findings.add(result);
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  Report report(String scenario) {
    return findings.report(scenario);
  }
}
