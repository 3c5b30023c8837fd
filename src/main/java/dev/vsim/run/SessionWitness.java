package dev.vsim.run;

import dev.vsim.commands.memory.Read;
import dev.vsim.exec.Witness;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import dev.vsim.verdict.Report;
import java.util.List;

/** Tells what the assertions of each submission come to, one submission after the other. */
final class SessionWitness implements Witness {
  private AssertionWitness current = new AssertionWitness(true);

  /** What comes from here on belongs to a new submission. */
  void begin() {
    current = new AssertionWitness(true);
  }

  Report report(String scenario) {
    return current.report(scenario);
  }

  List<Diagnostic> warnings() {
    return current.warnings().stream().map(RunResult.Warning::diagnostic).toList();
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void expectation(Outcome outcome, SourceText source, Span span) {
    current.expectation(outcome, source, span);
  }

  @Override
  public void assertion(
      boolean held, SourceText source, Span span, String message, List<Read> reads) {
    current.assertion(held, source, span, message, reads);
  }

  @Override
  public void violation(Mismatch.Forbidden violation, Place during) {
    current.violation(violation, during);
  }

  @Override
  public void ruling() {
    current.ruling();
  }

  @Override
  public void simulated(SourceText source, Span span) {
    current.simulated(source, span);
  }

  @Override
  public void warning(Diagnostic warning) {
    current.warning(warning);
  }

  @Override
  public void checkBegins(String name, SourceText source, Span span) {
    current.checkBegins(name, source, span);
  }

  @Override
  public void checkEnds() {
    current.checkEnds();
  }
}
