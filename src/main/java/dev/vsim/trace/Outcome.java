package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import java.util.Optional;

/** What came of one assertion about events. */
public sealed interface Outcome {
  <R> R accept(Visitor<R> visitor);

  /**
   * It holds.
   *
   * @param event the event that a single {@code expect P} took: what {@code let e = expect P} binds
   * @param warning where it says nothing, because nothing happened that could have broken it
   */
  record Held(Optional<Event> event, Optional<EmptyWindow> warning) implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.held(this);
    }

    static Held plainly() {
      return new Held(Optional.empty(), Optional.empty());
    }

    static Held by(Event event) {
      return new Held(Optional.of(event), Optional.empty());
    }
  }

  /** It does not hold. */
  record Failed(Mismatch mismatch) implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failed(this);
    }
  }

  /** It asks a question that nobody has answered ({@code va ?}). */
  record NotRun(Place at, EventPattern pattern, EventField question) implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notRun(this);
    }

    /** One sentence for a report. */
    public String message() {
      return "`" + question.name() + " ?` of `" + pattern.print() + "` is not answered yet";
    }
  }

  /** Handles every outcome. */
  interface Visitor<R> {
    R held(Held held);

    R failed(Failed failed);

    R notRun(NotRun notRun);
  }
}
