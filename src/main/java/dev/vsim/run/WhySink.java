package dev.vsim.run;

import dev.vsim.commands.looking.Why;
import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.world.Decisions;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.TraceWriter;

/** Prints under each eviction why that page goes: {@code vsim run --why}. */
final class WhySink implements EventSink {
  private final EventLog log;
  private final TraceWriter writer;
  private Decisions decisions = new Decisions();

  WhySink(EventLog log, TraceWriter writer) {
    this.log = log;
    this.writer = writer;
  }

  /** Who knows the reasons. */
  void ask(Decisions who) {
    decisions = who;
  }

  @Override
  public boolean wants(EventKind kind) {
    return log.wants(kind);
  }

  @Override
  public void accept(Event event) {
    log.accept(event);
    if (event instanceof MemoryEvent.Evict evict && log.prints(evict)) {
      decisions.last().map(Why::lines).ifPresent(lines -> lines.forEach(writer::comment));
    }
  }
}
