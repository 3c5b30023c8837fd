package dev.vsim.trace;

import dev.vsim.event.Cause;
import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.value.Subject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a process that walks through its pages with too few frames: about six an access, 50
 * bytes a line.
 */
final class SampleEvents {
  private static final int PAGE_BITS = 12;
  private static final int FRAMES = 64;

  private record Process(String path) implements Subject {}

  private SampleEvents() {}

  static List<Event> list(int count) {
    Subject process = new Process("linux.init");
    List<Event> events = new ArrayList<>();
    for (long page = 1; events.size() < count; page++) {
      long va = page << PAGE_BITS | 8;
      long frame = page % FRAMES;
      events.add(new MemoryEvent.Access(process, Op.READ, va));
      events.add(new MemoryEvent.TlbMiss(process, page));
      events.add(new MemoryEvent.PageFault(process, va, Cause.FIRST_TOUCH, 4, false));
      events.add(new MemoryEvent.Evict(process, page - FRAMES, frame, page % 3 == 0));
      events.add(new MemoryEvent.FrameAlloc(process, page, frame, Event.ABSENT));
      events.add(MemoryEvent.Translate.onHost(process, va, frame << PAGE_BITS | 8));
    }
    return events.subList(0, count);
  }

  static String trace(int lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter writer =
        new TraceWriter(bytes, TraceWriter.Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    writer.header();
    for (Event event : list(lines)) {
      writer.event(EventKind.of(event), event);
    }
    writer.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
