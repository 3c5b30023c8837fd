package dev.vsim.verdict;

import dev.vsim.trace.GoldenComparison;
import dev.vsim.trace.GoldenDrawing;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.MismatchDrawing;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import dev.vsim.trace.TextGolden;
import dev.vsim.verdict.Result.Origin;
import java.util.Optional;

/** Turns what was found out into results. */
public final class Verdicts {
  private Verdicts() {}

  /** The result of an assertion about events. */
  public static Result of(Place at, Outcome outcome) {
    return outcome.accept(new OfOutcome(at));
  }

  /** The result of an event that a {@code forbid} does not allow, and that a statement made. */
  public static Result of(Mismatch.Forbidden violation, Place during) {
    return failed(violation, MismatchDrawing.draw(violation, during));
  }

  /**
   * The result of comparing a trace with its golden one; {@code bless} is the command that accepts
   * the trace.
   */
  public static Result of(String goldenName, GoldenComparison comparison, String bless) {
    return comparison.accept(new OfGolden(goldenName, bless));
  }

  /** The result of comparing diagnostics with their golden text. */
  public static Result of(
      String goldenName, Optional<TextGolden.Difference> difference, String bless) {
    return difference
        .map(d -> golden(goldenName, Status.FAIL, d.headline(goldenName), d.draw(bless), d.line()))
        .orElseGet(() -> golden(goldenName, Status.PASS, "", "", 0));
  }

  private record OfOutcome(Place at) implements Outcome.Visitor<Result> {
    @Override
    public Result held(Outcome.Held held) {
      return assertion(at, Status.PASS, "", "");
    }

    @Override
    public Result failed(Outcome.Failed failed) {
      return Verdicts.failed(failed.mismatch(), MismatchDrawing.draw(failed.mismatch()));
    }

    @Override
    public Result notRun(Outcome.NotRun notRun) {
      return assertion(at, Status.NOT_RUN, notRun.message(), "");
    }
  }

  private record OfGolden(String name, String bless) implements GoldenComparison.Visitor<Result> {
    @Override
    public Result same(GoldenComparison.Same same) {
      return golden(name, Status.PASS, "", "", 0);
    }

    @Override
    public Result differs(GoldenComparison.Differs differs) {
      int line = differs.line();
      String drawing = GoldenDrawing.draw(differs, bless);
      return golden(name, Status.FAIL, differs.headline(name), drawing, line);
    }

    @Override
    public Result unreadable(GoldenComparison.Unreadable unreadable) {
      String message = name + " cannot be read: " + unreadable.message();
      return golden(name, Status.ERROR, message, "", unreadable.line());
    }

    @Override
    public Result unanswered(GoldenComparison.Unanswered unanswered) {
      int line = unanswered.line().number();
      return golden(
          name, Status.NOT_RUN, "line " + line + " of " + name + " is not answered", "", line);
    }
  }

  private static Result failed(Mismatch mismatch, String drawing) {
    String message = MismatchDrawing.explain(mismatch).get(0);
    return assertion(mismatch.at(), Status.FAIL, message, drawing);
  }

  private static Result assertion(Place at, Status status, String message, String drawing) {
    return new Result(Origin.ASSERTION, at.text(), status, message, drawing, at.file(), at.line());
  }

  private static Result golden(
      String name, Status status, String message, String drawing, int line) {
    return new Result(Origin.GOLDEN, name, status, message, drawing, name, line);
  }
}
