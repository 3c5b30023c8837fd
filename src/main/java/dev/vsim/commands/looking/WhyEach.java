package dev.vsim.commands.looking;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.world.Decisions;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Says under each eviction that is printed why that page goes: {@code vsim run --why}. */
public final class WhyEach implements EventSink {
  private static final EventKind EVICT = EventKind.of(MemoryEvent.Evict.class);
  private static final EventKind HOST_SWAP_OUT = EventKind.of(VirtEvent.HostSwapOut.class);

  private final EventSink log;
  private final Predicate<Event> prints;
  private final Consumer<String> comments;
  private final Supplier<Decisions> decisions;

  /**
   * @param log gets the events
   * @param prints whether it prints an event
   * @param comments prints a line under it
   * @param decisions who knows the reasons, once there are events
   */
  public WhyEach(
      EventSink log,
      Predicate<Event> prints,
      Consumer<String> comments,
      Supplier<Decisions> decisions) {
    this.log = log;
    this.prints = prints;
    this.comments = comments;
    this.decisions = decisions;
  }

  @Override
  public boolean wants(EventKind kind) {
    return log.wants(kind);
  }

  @Override
  public void accept(Event event) {
    log.accept(event);
    EventKind kind = EventKind.of(event);
    if ((kind == EVICT || kind == HOST_SWAP_OUT) && prints.test(event)) {
      Why.lines(decisions.get()).forEach(comments);
    }
  }
}
