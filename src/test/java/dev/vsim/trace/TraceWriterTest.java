package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.trace.TraceWriter.Content;
import dev.vsim.trace.TraceWriter.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TraceWriterTest {
  private static final Event MISS = new MemoryEvent.TlbMiss(new Actor("host.init"), 1);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void aCommandStandsBeforeItsEventsWithABlankCommentBetween() {
    TraceWriter writer = writer(Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    writer.header();
    writer.command("access 0x1000");
    event(writer);
    event(writer);
    writer.command("access 0x1008");
    event(writer);
    assertWritten(
        writer,
        """
        # vsim trace 1
        rewind
        # access 0x1000
        expect tlb-miss host.init page 0x1
        expect tlb-miss host.init page 0x1
        #
        # access 0x1008
        expect tlb-miss host.init page 0x1
        """);
  }

  @Test
  void aCommandWithoutAVisibleEventIsNotEchoed() {
    TraceWriter writer = writer(Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    writer.header();
    writer.command("map 0x1000 -> 0x5000 rw");
    writer.command("ping a -> b <\n  count 3\n>");
    event(writer);
    assertWritten(
        writer,
        """
        # vsim trace 1
        rewind
        # ping a -> b <
        #   count 3
        # >
        expect tlb-miss host.init page 0x1
        """);
  }

  @Test
  void noCommentCanForgeALineOrSteerATerminal() {
    TraceWriter writer = writer(Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    writer.comment("a\nexpect evict x\r\nrewind\rexpect evict y\n\nend");
    writer.comment("\u001b[2J \u202Eevil\u202C \u2028expect evict z \u0085 \u0000 \t.");
    writer.command("write 0 = \"\u001b[31m\u2066\"");
    event(writer);
    assertWritten(
        writer,
        """
        # a
        # expect evict x
        # rewind
        # expect evict y
        #
        # end
        # \\u{1b}[2J \\u{202e}evil\\u{202c} \\u{2028}expect evict z \\u{85} \\u{0} \t.
        #
        # write 0 = "\\u{1b}[31m\\u{2066}"
        expect tlb-miss host.init page 0x1
        """);
  }

  @Test
  void atTheLimitWholeLinesAreDroppedAndItIsSaid() {
    TraceWriter writer = writer(Content.EVERYTHING, 30);
    writer.header();
    assertEquals(State.WHOLE, writer.state());
    writer.comment("too long for it");
    assertEquals(State.LIMITED, writer.state());
    assertFalse(writer.printsEvents());
    writer.comment("x");
    event(writer);
    assertWritten(writer, "# vsim trace 1\nrewind\n");
  }

  @Test
  void contentDecidesWhatIsWritten() {
    TraceWriter comments = writer(Content.COMMENTS, TraceWriter.DEFAULT_LIMIT);
    comments.header();
    comments.command("access 0");
    event(comments);
    comments.comment("said");
    assertWritten(comments, "# said\n");
    TraceWriter nothing = TraceWriter.silent();
    nothing.header();
    nothing.comment("unsaid");
    event(nothing);
    nothing.flush();
    assertEquals(State.WHOLE, nothing.state());
    assertFalse(nothing.printsEvents());
  }

  @Test
  void aBrokenStreamIsAResult() {
    IOException cause = new IOException("broken pipe");
    TraceWriter writer =
        new TraceWriter(new Broken(cause), Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    writer.comment("lost");
    writer.flush();
    assertEquals(State.BROKEN, writer.state());
    assertEquals(cause, writer.failure().orElseThrow());
    event(writer);
    writer.flush();
    assertEquals(State.BROKEN, writer.state());
  }

  @Test
  void longTracesReachTheStreamInPiecesAndWhole() {
    TraceWriter writer = writer(Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    int lines = 10_000;
    for (int i = 0; i < lines; i++) {
      event(writer);
    }
    assertTrue(bytes.size() > 0, "nothing has been handed on before the flush");
    assertWritten(writer, "expect tlb-miss host.init page 0x1\n".repeat(lines));
  }

  private TraceWriter writer(Content content, long limit) {
    return new TraceWriter(bytes, content, limit);
  }

  private static void event(TraceWriter writer) {
    writer.event(EventKind.of(MISS), MISS);
  }

  private void assertWritten(TraceWriter writer, String text) {
    writer.flush();
    assertEquals(text, bytes.toString(StandardCharsets.UTF_8));
  }

  private static final class Broken extends OutputStream {
    private final IOException cause;

    Broken(IOException cause) {
      this.cause = cause;
    }

    @Override
    public void write(int b) throws IOException {
      throw cause;
    }
  }
}
