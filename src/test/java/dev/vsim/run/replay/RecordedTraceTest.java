package dev.vsim.run.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The reading thread and the figures that tell how far it is. */
class RecordedTraceTest {
  private static final byte[] LONG = Recorded.reads(new Dice(21), 200_000).lackey();

  @Test
  void closingEndsTheThreadAndTheReferences() {
    for (int batches = 0; batches < 3; batches++) {
      RecordedTrace trace = open(LONG, TraceOptions.DEFAULT);
      long[] batch = new long[1000];
      for (int i = 0; i < batches; i++) {
        assertEquals(1000, trace.next(batch));
      }
      trace.close();
      trace.close();
      Reading.assertThreadEnds(trace);
      assertEquals(0, trace.next(batch));
      assertTrue(trace.error().isEmpty());
    }
  }

  @Test
  void closingForgetsTheRestOfAnAccess() {
    RecordedTrace trace =
        open(" L 00001fff,8\n".getBytes(StandardCharsets.US_ASCII), TraceOptions.DEFAULT);
    assertEquals(1, trace.next(new long[1]));
    trace.close();
    assertEquals(0, trace.next(new long[1]));
  }

  @Test
  void theLimitEndsTheThread() {
    RecordedTrace trace = open(LONG, TraceOptions.DEFAULT.withLimit(10));
    assertEquals(10, trace.next(new long[1000]));
    Reading.assertThreadEnds(trace);
    assertEquals(0, trace.next(new long[1000]));
  }

  @Test
  void theFileIsClosed() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream file =
        new java.io.ByteArrayInputStream(LONG) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    OpenedTrace opened = new Opening("t", TraceOptions.DEFAULT).open(file, LONG.length);
    RecordedTrace trace = assertInstanceOf(OpenedTrace.Ready.class, opened).trace();
    trace.close();
    Reading.assertThreadEnds(trace);
    assertTrue(closed.get());
  }

  @Test
  void anInterruptionOfTheReaderIsLeftForItsOwner() {
    RecordedTrace trace = open(LONG, TraceOptions.DEFAULT);
    Thread.currentThread().interrupt();
    long references = 0;
    long[] batch = new long[1000];
    for (int count = trace.next(batch); count > 0; count = trace.next(batch)) {
      references += count;
    }
    assertTrue(Thread.interrupted());
    assertEquals(200_000, references);
  }

  @Test
  void aDefectOfOursReachesTheReader() throws IOException {
    byte[] lines = "\n".repeat(Chunk.SIZE).getBytes(StandardCharsets.US_ASCII);
    InputStream defective =
        new Scripted(
            lines,
            () -> {
              throw new ArithmeticException("a defect");
            });
    OpenedTrace opened = new Opening("t.din", TraceOptions.DEFAULT).open(defective, 1);
    RecordedTrace trace = assertInstanceOf(OpenedTrace.Ready.class, opened).trace();
    IllegalStateException thrown =
        org.junit.jupiter.api.Assertions.assertThrows(
            IllegalStateException.class, () -> trace.next(new long[10]));
    assertEquals("a defect", thrown.getCause().getMessage());
    Reading.assertThreadEnds(trace);
  }

  @Test
  void theFractionRisesFromTheStartToOne() {
    for (byte[] file : new byte[][] {LONG, Packed.gzip(LONG), Packed.zstd(LONG)}) {
      RecordedTrace trace = open(file, TraceOptions.DEFAULT);
      long[] batch = new long[10_000];
      double before = trace.fraction();
      long references = 0;
      for (int count = trace.next(batch); count > 0; count = trace.next(batch)) {
        references += count;
        assertTrue(trace.fraction() >= before && trace.fraction() <= 1);
        assertEquals(references, trace.references());
        before = trace.fraction();
      }
      assertEquals(1.0, before);
      assertEquals(LONG.length, trace.unpackedBytes());
      assertEquals(TraceFormat.LACKEY, trace.format());
    }
  }

  @Test
  void orFollowsTheLimitWhereThatIsNearer() {
    RecordedTrace trace = open(LONG, TraceOptions.DEFAULT.withLimit(1000));
    assertEquals(500, trace.next(new long[500]));
    assertEquals(0.5, trace.fraction());
    trace.close();
  }

  private static RecordedTrace open(byte[] bytes, TraceOptions options) {
    return assertInstanceOf(OpenedTrace.Ready.class, Reading.open("t", bytes, options)).trace();
  }
}
