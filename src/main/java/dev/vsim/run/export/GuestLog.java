package dev.vsim.run.export;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.machine.time.Clock;
import dev.vsim.trace.EventPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What becomes of virtual machines, each line with the virtual time: what their logs say. Memory
 * accesses and the like, of which there are too many, are left to the trace.
 */
public final class GuestLog {
  private static final List<String> AREAS = List.of("storage", "operation", "action");
  private static final int MOST_LINES = 100_000;
  private static final long NANOSECONDS = 1_000_000_000L;

  private final List<Line> lines = new ArrayList<>();
  private long more;

  /** One event, and whom it is about. */
  private record Line(String path, String text) {}

  /** Lets everything through to a sink, and keeps what belongs into the logs. */
  public EventSink before(EventSink sink, Supplier<Clock> clock) {
    return new EventSink() {
      @Override
      public boolean wants(EventKind kind) {
        return AREAS.contains(kind.area()) || sink.wants(kind);
      }

      @Override
      public void accept(Event event) {
        EventKind kind = EventKind.of(event);
        if (AREAS.contains(kind.area())) {
          keep(event, clock.get().now());
        }
        if (sink.wants(kind)) {
          sink.accept(event);
        }
      }
    };
  }

  private void keep(Event event, long now) {
    if (lines.size() == MOST_LINES) {
      more++;
      return;
    }
    String time = String.format(Locale.ROOT, "%d.%09d", now / NANOSECONDS, now % NANOSECONDS);
    lines.add(new Line(event.subject().path(), time + " " + EventPrinter.print(event)));
  }

  /** The log of one VM. */
  String of(String vm) {
    StringBuilder text = new StringBuilder("# seconds of virtual time, and what happened to " + vm);
    text.append('\n');
    for (Line line : lines) {
      if (line.path.equals(vm) || line.path.startsWith(vm + ".")) {
        text.append(line.text).append('\n');
      }
    }
    if (more > 0) {
      text.append("# ").append(more).append(" later lines of all machines are left out\n");
    }
    return text.toString();
  }
}
