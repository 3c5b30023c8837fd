package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import java.util.List;
import java.util.Optional;

/**
 * How an assertion about events failed, with all that is needed to draw it ({@link
 * MismatchDrawing}).
 */
public sealed interface Mismatch {
  /** The statement that failed. */
  Place at();

  <R> R accept(Visitor<R> visitor);

  /** {@code expect P}: no event since the cursor matches. */
  record Missing(Place at, EventPattern wanted, Window window) implements Mismatch {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.missing(this);
    }
  }

  /**
   * {@code expect next P}: the next visible event is another, or there is none ({@code found}
   * empty).
   */
  record NotNext(Place at, EventPattern wanted, Window window, Optional<Event> found)
      implements Mismatch {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notNext(this);
    }
  }

  /**
   * {@code expect no P}, {@code expect 2..4 P}: there are {@code found}, not {@code least} to
   * {@code most}.
   */
  record WrongCount(Place at, EventPattern wanted, Window window, long least, long most, int found)
      implements Mismatch {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.wrongCount(this);
    }
  }

  /** {@code expect any { P; P }}: some pattern finds no event of its own. */
  record NoneLeft(Place at, List<EventPattern> wanted, Window window, Assignment assignment)
      implements Mismatch {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.noneLeft(this);
    }
  }

  /**
   * {@code expect exactly { P; P }}, or {@code expect only K { P; P }} where {@code only} is the
   * kind.
   */
  record NotExactly(Place at, Optional<EventKind> only, List<EventPattern> wanted, Window window)
      implements Mismatch {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notExactly(this);
    }
  }

  /** An event that a {@code forbid} in force does not allow. */
  record Forbidden(Rule rule, Event event) implements Mismatch {
    @Override
    public Place at() {
      return rule.place();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forbidden(this);
    }
  }

  /** Handles every way of failing. */
  interface Visitor<R> {
    R missing(Missing missing);

    R notNext(NotNext notNext);

    R wrongCount(WrongCount wrongCount);

    R noneLeft(NoneLeft noneLeft);

    R notExactly(NotExactly notExactly);

    R forbidden(Forbidden forbidden);
  }
}
