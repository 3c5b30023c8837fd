package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Event → line → entry gives the event back, for every kind of event and hostile texts. */
class RoundTripTest {
  private static final int ROUNDS = 400;

  private final RandomEvents events = new RandomEvents(20261);

  @Test
  void everyEventIsOneLineThatReadsBackAsTheEvent() {
    for (EventKind kind : EventKind.all()) {
      for (int i = 0; i < ROUNDS; i++) {
        Event event = events.of(kind);
        String text = written(event);
        TraceLine line = onlyLine(text);
        assertEquals(kind, line.kind(), text);
        assertEquals(Optional.of(event.subject().path()), line.subject(), text);
        kind.fields().forEach(field -> assertSameField(field, event, line, text));
        assertTrue(line.pattern().matches(kind, event), text);
      }
    }
  }

  @Test
  void aLineMatchesExactlyTheEventsThatPrintTheFieldsItNames() {
    for (int i = 0; i < 20_000; i++) {
      Event one = events.any();
      Event other = i % 2 == 0 ? events.of(EventKind.of(one)) : events.any();
      TraceLine a = TraceLine.of(one);
      TraceLine b = TraceLine.of(other);
      boolean same = a.kind() == b.kind() && namesTheSame(a, b);
      assertEquals(
          same,
          a.pattern().matches(EventKind.of(other), other),
          () -> a.text() + " against " + b.text());
    }
  }

  private static boolean namesTheSame(TraceLine a, TraceLine b) {
    boolean same = true;
    for (int slot = TraceLine.SUBJECT; slot < a.slots(); slot++) {
      same &= !a.has(slot) || a.raw(slot).equals(b.raw(slot));
    }
    return same;
  }

  private static void assertSameField(EventField field, Event event, TraceLine line, String text) {
    assertEquals(field.value(event).isPresent(), line.raw(field).isPresent(), text);
    field
        .value(event)
        .ifPresent(
            value -> {
              boolean same =
                  SameValue.inField(line.value(field).orElseThrow(), field, event)
                      || SameValue.of(line.value(field).orElseThrow(), value);
              assertTrue(same, field.name() + " in " + text);
            });
  }

  private static String written(Event event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter writer =
        new TraceWriter(bytes, TraceWriter.Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    writer.header();
    writer.event(EventKind.of(event), event);
    writer.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static TraceLine onlyLine(String text) {
    assertEquals(3, text.split("\\R", -1).length - 1, text);
    Diagnostics diagnostics = new Diagnostics();
    List<TraceLine> lines = new TraceReader(new SourceText("t.trace", text), diagnostics).rest();
    assertEquals(List.of(), diagnostics.sorted(), text);
    assertEquals(1, lines.size(), text);
    return lines.get(0);
  }
}
