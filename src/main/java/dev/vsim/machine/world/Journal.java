package dev.vsim.machine.world;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;

/** Where everything that happens in a world is told; a replay is silent (rules.md R40). */
public final class Journal {
  private final EventSink sink;
  private boolean silent;

  public Journal(EventSink sink) {
    this.sink = sink;
  }

  /** Whether an event of this kind is worth making. */
  public boolean wants(EventKind kind) {
    return !silent && sink.wants(kind);
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
