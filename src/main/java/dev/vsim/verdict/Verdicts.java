package dev.vsim.verdict;

import dev.vsim.trace.FailureFrame;
import dev.vsim.trace.GoldenComparison;
import dev.vsim.trace.GoldenDrawing;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.MismatchDrawing;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import dev.vsim.trace.TextGolden;
import dev.vsim.verdict.Result.Origin;
import java.util.List;
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
   * The result of an {@code assert E} that does not hold.
   *
   * @param why the scenario's own words, and what it read: a line at least
   */
  public static Result of(Place at, List<FailureFrame.Line> why) {
    return assertion(at, Status.FAIL, why.get(0).text(), FailureFrame.draw(at, why));
  }

  /** The result of a question that was not answered: {@code why} says in which way. */
  public static Result open(Place at, String why) {
    return assertion(at, Status.NOT_RUN, why, "");
  }

  /**
   * The result of comparing a trace with its golden one, which is in this file; {@code bless} is
   * the command that accepts the trace.
   */
  public static Result of(String goldenFile, GoldenComparison comparison, String bless) {
    return comparison.accept(new OfGolden(goldenFile, bless));
  }

  /** The result of comparing diagnostics with their golden text. */
  public static Result of(
      String goldenFile, Optional<TextGolden.Difference> difference, String bless) {
    String name = name(goldenFile);
    return difference
        .map(d -> golden(goldenFile, Status.FAIL, d.headline(name), d.draw(bless), d.line()))
        .orElseGet(() -> golden(goldenFile, Status.PASS, "", "", 0));
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

  private record OfGolden(String file, String bless) implements GoldenComparison.Visitor<Result> {
    @Override
    public Result same(GoldenComparison.Same same) {
      return golden(file, Status.PASS, "", "", 0);
    }

    @Override
    public Result differs(GoldenComparison.Differs differs) {
      int line = differs.line();
      String drawing = GoldenDrawing.draw(differs, bless);
      return golden(file, Status.FAIL, differs.headline(name(file)), drawing, line);
    }

    @Override
    public Result unreadable(GoldenComparison.Unreadable unreadable) {
      String message = name(file) + " cannot be read: " + unreadable.message();
      return golden(file, Status.ERROR, message, "", unreadable.line());
    }

    @Override
    public Result unanswered(GoldenComparison.Unanswered unanswered) {
      int line = unanswered.line().number();
      String message = "line " + line + " of " + name(file) + " is not answered";
      return golden(file, Status.NOT_RUN, message, "", line);
    }
  }

  private static Result failed(Mismatch mismatch, String drawing) {
    String message = MismatchDrawing.explain(mismatch).get(0);
    return assertion(mismatch.at(), Status.FAIL, message, drawing);
  }

  private static Result assertion(Place at, Status status, String message, String drawing) {
    return new Result(Origin.ASSERTION, at.text(), status, message, drawing, Where.of(at));
  }

  private static Result golden(
      String file, Status status, String message, String drawing, int line) {
    return new Result(Origin.GOLDEN, name(file), status, message, drawing, Where.line(file, line));
  }

  /** A golden is called by its name in the scenario's folder. */
  private static String name(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
