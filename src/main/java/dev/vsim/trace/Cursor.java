package dev.vsim.trace;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import java.util.List;
import java.util.Optional;

/**
 * Where the assertions of one world have got to in its log, at first before the first event; with
 * all forms of {@code expect}. It never changes the log.
 */
public final class Cursor {
  /** No upper end of a count. */
  public static final long OPEN = Long.MAX_VALUE;

  private final EventLog log;
  private final Tallies tallies = new Tallies();
  private Spot spot = Spot.START;
  private Spot mark = Spot.START;

  /**
   * A place in the log, how much had happened before it, and the statement that set the cursor
   * there.
   */
  private record Spot(int place, long happened, Optional<Place> since) {
    static final Spot START = new Spot(0, 0, Optional.empty());
  }

  /** A cursor as it was, to be restored behind a {@code check}. */
  public static final class Saved {
    private final Spot spot;
    private final Spot mark;

    private Saved(Spot spot, Spot mark) {
      this.spot = spot;
      this.mark = mark;
    }
  }

  public Cursor(EventLog log) {
    this.log = log;
  }

  /** {@code expect P}: the first match behind the cursor is taken; the cursor moves behind it. */
  public Outcome some(Place at, EventPattern pattern) {
    return asked(at, List.of(pattern)).orElseGet(() -> takeSome(at, pattern));
  }

  /**
   * {@code expect next P}: the next visible event must match; the cursor moves behind it, also
   * where it does not or a question is not answered, so that one wrong event is one failure.
   */
  public Outcome next(Place at, EventPattern pattern) {
    Optional<Outcome> asked = asked(at, List.of(pattern));
    if (asked.isEmpty()) {
      return takeNext(at, pattern);
    }
    int next = window().nextVisible();
    if (next >= 0) {
      moveBehind(next, at);
    }
    return asked.get();
  }

  /** How many events lie behind the cursor, of those that are kept. */
  public int left() {
    return log.kept().size() - spot.place();
  }

  /** How many visible events lie behind the cursor. */
  public int visibleLeft() {
    return window().visible().length;
  }

  /**
   * {@code expect any { P; P }}: the cursor moves behind the last event of the shortest stretch
   * that holds them all.
   */
  public Outcome any(Place at, List<EventPattern> patterns) {
    return asked(at, patterns).orElseGet(() -> takeAny(at, patterns));
  }

  /** {@code expect no P}. */
  public Outcome no(Place at, EventPattern pattern) {
    return count(at, 0, 0, pattern);
  }

  /**
   * {@code expect 3 P}, {@code expect 2..4 P}; {@code most} is {@link #OPEN} in {@code expect 2..
   * P}.
   */
  public Outcome count(Place at, long least, long most, EventPattern pattern) {
    return asked(at, List.of(pattern)).orElseGet(() -> counted(at, least, most, pattern));
  }

  /** {@code expect exactly { P; P }}: the visible events from the cursor to now. */
  public Outcome exactly(Place at, List<EventPattern> patterns) {
    return asked(at, patterns)
        .orElseGet(() -> compared(at, Optional.empty(), patterns, window().visible()));
  }

  /**
   * {@code expect only evict { page 1; page 3 }}: the events of one kind from the cursor to now,
   * shown or not.
   */
  public Outcome only(Place at, EventKind kind, List<EventPattern> patterns) {
    return asked(at, patterns)
        .orElseGet(() -> compared(at, Optional.of(kind), patterns, window().of(kind)));
  }

  /** {@code mark}: to now. {@code after C { … }} marks before C and again behind its block. */
  public void mark(Place at) {
    spot = new Spot(log.kept().size(), log.happened(), Optional.of(at));
    mark = spot;
  }

  /** {@code rewind}: to the start. */
  public void rewind(Place at) {
    spot = new Spot(0, 0, Optional.of(at));
    mark = spot;
  }

  /** The cursor as it is, before a {@code check}, which then begins with {@link #mark}. */
  public Saved save() {
    return new Saved(spot, mark);
  }

  public void restore(Saved saved) {
    spot = saved.spot;
    mark = saved.mark;
  }

  private Optional<Outcome> asked(Place at, List<EventPattern> patterns) {
    for (EventPattern pattern : patterns) {
      Optional<EventField> question = pattern.question();
      if (question.isPresent()) {
        return Optional.of(new Outcome.NotRun(at, pattern, question.get()));
      }
    }
    return Optional.empty();
  }

  private Outcome takeSome(Place at, EventPattern pattern) {
    Window window = window();
    int found = tallies.first(pattern, window);
    if (found < 0) {
      return new Outcome.Failed(new Mismatch.Missing(at, pattern, window));
    }
    moveBehind(found, at);
    return Outcome.Held.by(window.event(found));
  }

  private Outcome takeNext(Place at, EventPattern pattern) {
    Window window = window();
    int next = window.nextVisible();
    if (next < 0) {
      return new Outcome.Failed(new Mismatch.NotNext(at, pattern, window, Optional.empty()));
    }
    moveBehind(next, at);
    return window.matches(pattern, next)
        ? Outcome.Held.by(window.event(next))
        : new Outcome.Failed(
            new Mismatch.NotNext(at, pattern, window, Optional.of(window.event(next))));
  }

  private Outcome takeAny(Place at, List<EventPattern> patterns) {
    Window window = window();
    Assignment assignment = AnyOrder.assign(patterns, window);
    if (!assignment.isComplete()) {
      return new Outcome.Failed(new Mismatch.NoneLeft(at, patterns, window, assignment));
    }
    if (!patterns.isEmpty()) {
      moveBehind(assignment.end() - 1, at);
    }
    return Outcome.Held.plainly();
  }

  private Outcome counted(Place at, long least, long most, EventPattern pattern) {
    Window window = window();
    int found = tallies.count(pattern, window);
    if (found < least || found > most) {
      return new Outcome.Failed(new Mismatch.WrongCount(at, pattern, window, least, most, found));
    }
    return window.empty()
        ? new Outcome.Held(Optional.empty(), Optional.of(new EmptyWindow(at, pattern, window)))
        : Outcome.Held.plainly();
  }

  private Outcome compared(
      Place at, Optional<EventKind> only, List<EventPattern> patterns, int[] places) {
    Window window = window();
    boolean same = places.length == patterns.size();
    for (int i = 0; same && i < places.length; i++) {
      same = window.matches(patterns.get(i), places[i]);
    }
    return same
        ? Outcome.Held.plainly()
        : new Outcome.Failed(new Mismatch.NotExactly(at, only, patterns, window));
  }

  private void moveBehind(int place, Place at) {
    spot = new Spot(place + 1, log.happenedAtLast(), Optional.of(at));
  }

  private Window window() {
    int now = log.kept().size();
    boolean empty = spot.place() == now && spot.happened() == log.happened();
    return new Window(log.kept(), mark.place(), spot.place(), now, empty, spot.since());
  }
}
