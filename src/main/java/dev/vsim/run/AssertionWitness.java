package dev.vsim.run;

import dev.vsim.commands.memory.Read;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Witness;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.trace.FailureFrame;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import dev.vsim.verdict.Candour;
import dev.vsim.verdict.Findings;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;

/** Turns what the assertions of a run come to into results. */
final class AssertionWitness implements Witness {
  private final boolean listens;
  private final Candour candour;
  private final Findings findings = new Findings();
  private final List<RunResult.Warning> warnings = new ArrayList<>();

  /**
   * @param listens whether assertions are looked at
   */
  AssertionWitness(boolean listens) {
    this(listens, Candour.FULL);
  }

  /**
   * @param candour how much it says of what did not hold
   */
  AssertionWitness(boolean listens, Candour candour) {
    this.listens = listens;
    this.candour = candour;
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
    Place at = new Place(source, span);
    if (candour == Candour.DISCREET) {
      findings.add(candour.of(at, outcome));
    } else if (outcome instanceof Outcome.Held) {
      findings.held();
    } else {
      Status status = outcome instanceof Outcome.NotRun ? Status.NOT_RUN : Status.FAIL;
      findings.add(at, status, () -> candour.of(at, outcome));
    }
  }

  @Override
  public void assertion(
      boolean held, SourceText source, Span span, String message, List<Read> reads) {
    if (held) {
      findings.held();
    } else {
      Place at = new Place(source, span);
      findings.add(at, Status.FAIL, () -> candour.of(at, why(message, reads)));
    }
  }

  private static List<FailureFrame.Line> why(String message, List<Read> reads) {
    List<FailureFrame.Line> why = new ArrayList<>();
    if (!message.isEmpty()) {
      why.add(new FailureFrame.Line(message));
    }
    reads.forEach(read -> why.add(new FailureFrame.Line(read.span(), said(read))));
    if (why.isEmpty()) {
      why.add(new FailureFrame.Line("it is false"));
    }
    return why;
  }

  private static String said(Read read) {
    return read.text() + " is " + read.value();
  }

  @Override
  public void violation(Mismatch.Forbidden violation, Place during) {
    findings.add(violation.at(), Status.FAIL, () -> candour.of(violation, during));
  }

  @Override
  public void ruling() {
    findings.asserted();
  }

  @Override
  public void simulated(SourceText source, Span span) {
    findings.held();
  }

  @Override
  public void warning(Diagnostic warning) {
    boolean said =
        warnings.stream()
            .map(RunResult.Warning::diagnostic)
            .anyMatch(w -> w.span().equals(warning.span()) && w.source() == warning.source());
    if (!said) {
      warnings.add(new RunResult.Warning(warning, findings.size()));
    }
  }

  @Override
  public void checkBegins(String name, SourceText source, Span span) {
    if (listens) {
      findings.checkBegins(name, new Place(source, span));
    }
  }

  @Override
  public void checkEnds() {
    if (listens) {
      findings.checkEnds();
    }
  }

  /** Something that was to be answered was not: {@code why} says what. */
  void unanswered(Place at, String why) {
    findings.add(Verdicts.open(at, why));
  }

  /** The run is over; checks that are open will not be decided. */
  void runEnds(Ending ending) {
    findings.breakOff(
        switch (ending.sort()) {
          case LIMIT -> Status.LIMIT;
          case FAILED -> Status.FAIL;
          case COMPLETE, ERROR, BROKEN_OUTPUT -> Status.ERROR;
        });
  }

  List<RunResult.Warning> warnings() {
    return warnings;
  }

  Report report(String scenario) {
    return findings.report(scenario);
  }
}
