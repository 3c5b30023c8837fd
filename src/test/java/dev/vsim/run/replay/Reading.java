package dev.vsim.run.replay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a trace to its end: the references as they would be written down, and what
 * went wrong.
 */
record Reading(List<String> references, Tally tally, Optional<ReplayError> error) {
  static Reading of(String name, String text, TraceOptions options) {
    return of(name, text.getBytes(StandardCharsets.UTF_8), options);
  }

  static Reading of(String name, byte[] bytes, TraceOptions options) {
    return of(name, bytes, options, 1000);
  }

  static Reading of(String name, byte[] bytes, TraceOptions options, int batchLength) {
    OpenedTrace opened = open(name, bytes, options);
    if (opened instanceof OpenedTrace.Refused refused) {
      return new Reading(List.of(), Tally.NONE, Optional.of(refused.error()));
    }
    return read(((OpenedTrace.Ready) opened).trace(), batchLength);
  }

  static OpenedTrace open(String name, byte[] bytes, TraceOptions options) {
    try {
      return new Opening(name, options).open(new ByteArrayInputStream(bytes), bytes.length);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Reads to the end, and holds that the reading thread is gone then. */
  static Reading read(RecordedTrace trace, int batchLength) {
    List<String> references = new ArrayList<>();
    long[] batch = new long[batchLength];
    for (int count = trace.next(batch); count > 0; count = trace.next(batch)) {
      for (int i = 0; i < count; i++) {
        references.add(written(batch[i]));
      }
    }
    assertThreadEnds(trace);
    return new Reading(references, trace.tally(), trace.error());
  }

  static void assertThreadEnds(RecordedTrace trace) {
    try {
      assertTrue(trace.threadEndsWithin(10_000), "the unpacking thread runs on");
    } catch (InterruptedException unasked) {
      throw new AssertionError(unasked);
    }
  }

  /** {@code read 0x1000}, {@code write page 7}. */
  static String written(long packed) {
    Op op = Op.values()[(int) packed & ReferenceSource.OP_MASK];
    long value = packed >> ReferenceSource.VALUE_SHIFT;
    boolean page = (packed & ReferenceSource.PAGE_BIT) != 0;
    return op.name().toLowerCase(java.util.Locale.ROOT)
        + (page ? " page " + value : " 0x" + Long.toHexString(value));
  }

  String code() {
    return error.map(found -> found.problem().code()).orElse("none");
  }

  /** The sentence of the error with its help, as it is drawn. */
  String message() {
    ReplayError found = error.orElseThrow();
    var drawn =
        found.diagnostic(new dev.vsim.source.SourceText("x", ""), new dev.vsim.source.Span(0, 0));
    return drawn.message() + (drawn.help().isEmpty() ? "" : " / " + drawn.help());
  }
}
