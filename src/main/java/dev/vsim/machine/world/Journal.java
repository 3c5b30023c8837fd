package dev.vsim.machine.world;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;

/** Where everything that happens in a world is told; a replay is silent (rules.md R40). */
public final class Journal {
  private final EventSink sink;
  private boolean silent;
  private long events;

  public Journal(EventSink sink) {
    this.sink = sink;
  }

  /** Whether an event of this kind is worth making. */
  public boolean wants(EventKind kind) {
    if (silent) {
      return false;
    }
    events++;
    return sink.wants(kind);
  }

  /**
   * How many events there have been since this was asked last, told to somebody or not; those of a
   * silent replay are not counted.
   */
  public long countEvents() {
    long counted = events;
    events = 0;
    return counted;
  }

  /** Work of which nothing is told has been done, as long as so many events take. */
  public void count(long more) {
    events += more;
  }

  public void accept(Event event) {
    sink.accept(event);
  }

  /** Does some work of which nothing is told. */
  public void silently(Runnable work) {
    boolean before = silent;
    silent = true;
    try {
      work.run();
    } finally {
      silent = before;
    }
  }
}
