package dev.vsim.run;

import dev.vsim.check.AssignedCheck;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Witness;
import dev.vsim.grade.Score;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Where;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hears what the assertions of one check come to, and which of those that have points of their own
 * held each time.
 */
final class GradeWitness implements Witness {
  private final AssignedCheck check;
  private final AssertionWitness all = new AssertionWitness(true);
  private final Map<Span, Boolean> parts = new HashMap<>();
  private boolean marking;
  private long heldBefore;
  private int rules;

  GradeWitness(AssignedCheck check) {
    this.check = check;
  }

  private boolean isOfAssignment(SourceText source) {
    return source == check.scenario().source();
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void expectation(Outcome outcome, SourceText source, Span span) {
    all.expectation(outcome, source, span);
  }

  @Override
  public void assertion(
      boolean held, SourceText source, Span span, String message, List<Read> reads) {
    if (isOfAssignment(source) && check.parts().containsKey(span)) {
      parts.merge(span, held, Boolean::logicalAnd);
    }
    all.assertion(held, source, span, message, reads);
  }

  @Override
  public void violation(Mismatch.Forbidden violation, Place during) {
    all.violation(violation, during);
  }

  @Override
  public void ruling() {
    rules++;
    all.ruling();
  }

  @Override
  public void simulated(SourceText source, Span span) {
    all.simulated(source, span);
  }

  @Override
  public void warning(Diagnostic warning) {
    all.warning(warning);
  }

  /** The empty check before the first statement of this one says that it begins. */
  @Override
  public void checkBegins(String name, SourceText source, Span span) {
    if (isOfAssignment(source) && span.equals(check.span())) {
      marking = true;
      heldBefore = report().held();
      rules = 0;
    } else {
      all.checkBegins(name, source, span);
    }
  }

  @Override
  public void checkEnds() {
    if (marking) {
      marking = false;
    } else {
      all.checkEnds();
    }
  }

  void runEnds(Ending ending) {
    all.runEnds(ending);
  }

  Report report() {
    return all.report("");
  }

  /** Whether anything was asserted in the check itself that held, or is in force. */
  boolean asserts() {
    return report().held() > heldBefore || rules > 0;
  }

  /**
   * What is earned.
   *
   * @param complete whether the run came to its end
   */
  Score score(boolean complete) {
    BigDecimal worth = BigDecimal.ZERO;
    BigDecimal earned = BigDecimal.ZERO;
    Set<Where> places = new HashSet<>();
    for (Map.Entry<Span, BigDecimal> part : check.parts().entrySet()) {
      worth = worth.add(part.getValue());
      places.add(Where.of(new Place(check.scenario().source(), part.getKey())));
      if (parts.getOrDefault(part.getKey(), false)) {
        earned = earned.add(part.getValue());
      }
    }
    Report report = report();
    boolean rest =
        complete
            && report.unlisted() == 0
            && report.results().stream().allMatch(result -> isPart(result, places));
    return new Score(check.points(), worth, earned, rest);
  }

  private static boolean isPart(Result result, Set<Where> places) {
    return result.origin() == Result.Origin.ASSERTION && places.contains(result.where());
  }
}
