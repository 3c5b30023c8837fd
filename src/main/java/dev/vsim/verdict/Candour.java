package dev.vsim.verdict;

import dev.vsim.event.Event;
import dev.vsim.trace.FailureFrame;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import dev.vsim.trace.SheetLine;
import java.util.List;
import java.util.Optional;

/** How much is said of what did not hold. */
public enum Candour {
  /** All that helps: what was wanted, what was there, what was read. */
  FULL {
    @Override
    public Result of(Place at, Outcome outcome) {
      return Verdicts.of(at, outcome);
    }

    @Override
    public Result of(Place at, List<FailureFrame.Line> why) {
      return Verdicts.of(at, why);
    }

    @Override
    public Result of(Mismatch.Forbidden violation, Place during) {
      return Verdicts.of(violation, during);
    }
  },
  /**
   * That it does not hold, and which answer differs: who fills in a worksheet is to find out the
   * right one himself.
   */
  DISCREET {
    @Override
    public Result of(Place at, Outcome outcome) {
      return outcome.accept(new OfSheet(at));
    }

    @Override
    public Result of(Place at, List<FailureFrame.Line> why) {
      return Verdicts.of(at, DOES_NOT_HOLD);
    }

    @Override
    public Result of(Mismatch.Forbidden violation, Place during) {
      return Verdicts.of(violation.at(), DOES_NOT_HOLD);
    }
  };

  private static final List<FailureFrame.Line> DOES_NOT_HOLD =
      List.of(new FailureFrame.Line("it does not hold"));

  /** The result of an assertion about events. */
  public abstract Result of(Place at, Outcome outcome);

  /**
   * The result of an {@code assert E} that does not hold.
   *
   * @param why the scenario's own words, and what it read: a line at least
   */
  public abstract Result of(Place at, List<FailureFrame.Line> why);

  /** The result of an event that a {@code forbid} does not allow, and that a statement made. */
  public abstract Result of(Mismatch.Forbidden violation, Place during);

  private record OfSheet(Place at) implements Outcome.Visitor<Result> {
    @Override
    public Result held(Outcome.Held held) {
      Optional<String> unanswered = held.event().flatMap(this::unanswered);
      return SheetLine.isOne(at) && unanswered.isPresent()
          ? Verdicts.open(at, unanswered.get())
          : Verdicts.of(at, held);
    }

    private Optional<String> unanswered(Event event) {
      Optional<SheetLine> line = SheetLine.of(at);
      return line.isPresent()
          ? line.get().unanswered(event)
          : Optional.of("an answer is not a plain value");
    }

    @Override
    public Result failed(Outcome.Failed failed) {
      boolean sheet = failed.mismatch() instanceof Mismatch.NotNext && SheetLine.isOne(at);
      Optional<SheetLine> line = sheet ? SheetLine.of(at) : Optional.empty();
      return Verdicts.of(
          at,
          line.map(l -> l.differing((Mismatch.NotNext) failed.mismatch())).orElse(DOES_NOT_HOLD));
    }

    @Override
    public Result notRun(Outcome.NotRun notRun) {
      return Verdicts.of(at, notRun);
    }
  }
}
