package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.text.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes a trace: its two header lines, visible events as {@code expect} lines, all else as
 * comments. Every event is one line, and no text can look like one. Nothing is written behind the
 * limit or behind a failed write; both are results.
 */
public final class TraceWriter {
  /** What is written. */
  public enum Content {
    EVERYTHING,
    /** What {@code print} and {@code show} say, without events: {@code --trace none}. */
    COMMENTS,
    /** Events and the commands that they follow from, without what {@code print} and others say. */
    EVENTS,
    /** Nothing: the world of a {@code simulate}. */
    NOTHING
  }

  /** Whether the trace is whole so far. */
  public enum State {
    WHOLE,
    /** The limit was met: what followed was dropped. */
    LIMITED,
    /** The stream could not be written; see {@link #failure()}. */
    BROKEN
  }

  /** How many bytes a run writes unless told otherwise: 64 MiB. */
  public static final long DEFAULT_LIMIT = 64L << 20;

  private static final int ROOM = 1 << 16;
  private static final int FULL = ROOM - (1 << 12);
  private static final byte[] EXPECT = "expect ".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream stream;
  private final Content content;
  private final long limit;
  private final LineBuffer buffer;
  private final EventPrinter printer;
  private State state = State.WHOLE;
  private IOException failure;
  private long written;
  private String pendingEcho;
  private boolean afterHeader;

  /**
   * @param stream gets the bytes, in large pieces; it is flushed by {@link #flush()} and never
   *     closed
   * @param content what is written to it
   * @param limit how many bytes it gets at most, whole lines only
   */
  public TraceWriter(OutputStream stream, Content content, long limit) {
    this.stream = stream;
    this.content = content;
    this.limit = limit;
    this.buffer = new LineBuffer(content == Content.NOTHING ? 1 : ROOM);
    this.printer = new EventPrinter(buffer);
  }

  /** A writer that writes nothing. */
  public static TraceWriter silent() {
    return new TraceWriter(OutputStream.nullOutputStream(), Content.NOTHING, 0);
  }

  /** Whether events reach the stream, so that they are worth making. */
  public boolean printsEvents() {
    boolean events = content == Content.EVERYTHING || content == Content.EVENTS;
    return events && state == State.WHOLE;
  }

  /** {@code # vsim trace 1} and {@code rewind}: the first lines of every trace. */
  public void header() {
    if (content == Content.EVERYTHING) {
      line("# vsim trace 1");
      line("rewind");
      afterHeader = true;
    }
  }

  /**
   * What {@code print}, {@code show} and {@code why} say: a comment, each of its lines on its own.
   */
  public void comment(String text) {
    if (content == Content.EVERYTHING || content == Content.COMMENTS) {
      PlainText.lines(text).forEach(this::commentLine);
    }
  }

  /**
   * The text of the command whose events follow: a blank comment and the text itself, printed
   * before the first of them, and not at all where none is visible.
   */
  public void command(String text) {
    pendingEcho = text;
  }

  /** A visible event's line. */
  public void event(EventKind kind, Event event) {
    if (!printsEvents()) {
      return;
    }
    if (pendingEcho != null) {
      echo();
    }
    int start = buffer.size();
    buffer.add(EXPECT);
    printer.add(kind, event);
    end(start);
  }

  /** Hands everything to the stream and flushes it. */
  public void flush() {
    drain();
    try {
      stream.flush();
    } catch (IOException e) {
      fail(e);
    }
  }

  public State state() {
    return state;
  }

  /** Why the stream could not be written. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  private void echo() {
    String text = pendingEcho;
    pendingEcho = null;
    if (!afterHeader) {
      line("#");
    }
    PlainText.lines(text).forEach(this::commentLine);
  }

  private void commentLine(String text) {
    line(text.isEmpty() ? "#" : "# " + text);
  }

  private void line(String text) {
    int start = buffer.size();
    buffer.add(text);
    end(start);
  }

  /**
   * Ends the line that begins at {@code start}, or takes it back where the limit leaves no room for
   * it.
   */
  private void end(int start) {
    buffer.add('\n');
    afterHeader = false;
    int length = buffer.size() - start;
    if (state != State.WHOLE || written + length > limit) {
      buffer.cut(start);
      limited();
    } else {
      written += length;
      if (buffer.size() >= FULL) {
        drain();
      }
    }
  }

  private void limited() {
    if (state == State.WHOLE) {
      state = State.LIMITED;
    }
  }

  private void drain() {
    try {
      if (state != State.BROKEN) {
        stream.write(buffer.bytes(), 0, buffer.size());
      }
    } catch (IOException e) {
      fail(e);
    }
    buffer.cut(0);
  }

  private void fail(IOException e) {
    state = State.BROKEN;
    failure = e;
  }
}
