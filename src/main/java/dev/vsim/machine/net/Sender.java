package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Tcp;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a TCP connection that opens it, sends so many octets and closes it: bursts as long as
 * the window and the card allow; whatever is not acknowledged in 200 ms, doubled each time, goes
 * out again from there on (go-back-N); given up after eight times (rules.md R29).
 */
final class Sender implements Connection, Happening {
  /** So many octets at most go down to the card as one burst. */
  private static final int LONGEST_BURST = 65_535;

  private static final long PATIENCE = 200_000_000L;
  private static final long PER_NANOSECOND = 1000;
  private static final int ATTEMPTS = 8;
  private static final int WINDOW_SCALE = 3;
  private static final int OWN_WINDOW = 256 * 1024 >> WINDOW_SCALE;

  private final Stack stack;
  private final Interface out;
  private final Tcp.Ends ends;
  private final long total;
  private final Listener listener;
  private final Undertaking cause;
  private final int first;
  private final long window;
  private int mss;
  private int acknowledges;
  private State state = State.OPENING;
  private long acknowledged;
  private long next;
  private int attempts;
  private long progressAt;
  private long doneAt;
  private long beganAt;
  private boolean alarmed;
  private boolean waiting;

  /** Who is told how it goes. */
  interface Listener {
    /** The connection is open, and the first octet goes out. */
    void began();

    /** The last octet is acknowledged, or it was given up. */
    void done();

    /** The connection has ended, one way or the other. */
    void ended();
  }

  private enum State {
    OPENING,
    OPEN,
    CLOSING,
    CLOSED,
    GIVEN_UP
  }

  /**
   * @param out the interface by which it sends
   * @param total octets to send
   * @param window the most that may be under way
   * @param listener is told how it goes
   */
  Sender(
      Interface out, Tcp.Ends ends, long total, long window, Undertaking cause, Listener listener) {
    this.stack = out.stack();
    this.out = out;
    this.ends = ends;
    this.total = total;
    this.window = window;
    this.cause = cause;
    this.listener = listener;
    this.mss = out.mtu() - Ipv4.HEADER - Tcp.HEADER;
    this.first = stack.sockets().nextSequence();
  }

  @Override
  public Tcp.Ends ends() {
    return ends;
  }

  /** How many octets are acknowledged. */
  long acknowledged() {
    return acknowledged;
  }

  /** Whether it was given up. */
  boolean isGivenUp() {
    return state == State.GIVEN_UP;
  }

  /** When it sent its first octet, or gave up before, in nanoseconds. */
  long beganAt() {
    return beganAt;
  }

  /** When the last octet was acknowledged, or it was given up. */
  long doneAt() {
    return doneAt;
  }

  /** Opens the connection. */
  void open() {
    stack.sockets().add(this);
    cause.hold();
    beganAt = stack.world().now();
    progressAt = beganAt;
    syn();
    watch();
  }

  private void syn() {
    stack.send(Tcp.syn(ends, first, 0, Tcp.SYN, Tcp.PLAIN_WINDOW, mss, WINDOW_SCALE), cause);
  }

  @Override
  public void receive(byte[] packet, Undertaking from) {
    if (Tcp.has(packet, Tcp.RST)) {
      end(State.GIVEN_UP);
    } else if (Tcp.has(packet, Tcp.SYN | Tcp.ACK)) {
      opened(packet);
    } else if (state == State.OPEN) {
      acknowledged(packet);
    } else if (state == State.CLOSING && Tcp.has(packet, Tcp.FIN)) {
      acknowledges++;
      stack.send(Tcp.bare(ends, sequence(total) + 1, acknowledges, Tcp.ACK, OWN_WINDOW), cause);
      end(State.CLOSED);
    }
  }

  private void opened(byte[] syn) {
    acknowledges = Tcp.sequence(syn) + 1;
    if (state == State.OPENING) {
      state = State.OPEN;
      mss = Math.min(mss, Tcp.mss(syn));
      progress();
      beganAt = progressAt;
      listener.began();
    }
    stack.send(Tcp.bare(ends, first + 1, acknowledges, Tcp.ACK, OWN_WINDOW), cause);
    if (total == 0) {
      close();
    } else {
      pump();
    }
  }

  private void acknowledged(byte[] packet) {
    long upTo = acknowledged + (Tcp.acknowledged(packet) - sequence(acknowledged));
    if (upTo <= acknowledged || upTo > total) {
      return;
    }
    acknowledged = upTo;
    next = Math.max(next, acknowledged);
    progress();
    if (acknowledged == total) {
      close();
    } else {
      pump();
    }
  }

  private void progress() {
    attempts = 0;
    progressAt = stack.world().now();
  }

  /** Sends as much as may go now. */
  private void pump() {
    waiting = false;
    while (state == State.OPEN && next < total) {
      if (out.medium().isBusy()) {
        whenFree();
        return;
      }
      long length = burst();
      if (length == 0) {
        return;
      }
      send(length);
    }
  }

  private void whenFree() {
    if (!waiting) {
      waiting = true;
      out.medium().whenFree(this::pump);
    }
  }

  /**
   * How many octets go out next: a whole burst, the end of the data, or what the window leaves when
   * nothing is under way.
   */
  private long burst() {
    int most = out.medium().takesBursts() ? Math.max(1, LONGEST_BURST / mss) * mss : mss;
    long wanted = Math.min(total - next, most);
    long allowed = acknowledged + window - next;
    if (allowed >= wanted) {
      return wanted;
    }
    return next > acknowledged ? 0 : Math.max(Math.min(wanted, mss), allowed / mss * mss);
  }

  private void send(long length) {
    List<byte[]> burst = new ArrayList<>();
    long end = next + length;
    while (next < end) {
      int size = (int) Math.min(mss, end - next);
      boolean push = next + size == total || next + size == end && length > mss;
      int flags = push ? Tcp.ACK | Tcp.PSH : Tcp.ACK;
      burst.add(Tcp.data(ends, sequence(next), acknowledges, flags, OWN_WINDOW, next, size));
      next += size;
    }
    stack.send(burst, cause);
  }

  private int sequence(long offset) {
    return first + 1 + (int) offset;
  }

  private void close() {
    state = State.CLOSING;
    done();
    progress();
    finish();
  }

  private void done() {
    doneAt = stack.world().now();
    listener.done();
  }

  private void finish() {
    stack.send(Tcp.bare(ends, sequence(total), acknowledges, Tcp.FIN | Tcp.ACK, OWN_WINDOW), cause);
  }

  private void watch() {
    if (!alarmed) {
      alarmed = true;
      long due = progressAt + (PATIENCE << attempts) - stack.world().now();
      stack.world().queue().in(due * PER_NANOSECOND, Phase.ARRIVAL, 0, this, 0);
    }
  }

  /** The time after which it would send again may be over. */
  @Override
  public void happen(long about) {
    alarmed = false;
    if (state == State.CLOSED || state == State.GIVEN_UP) {
      return;
    }
    long due = progressAt + (PATIENCE << attempts);
    if (stack.world().now() >= due) {
      again();
    }
    if (state != State.GIVEN_UP) {
      watch();
    }
  }

  private void again() {
    if (++attempts > ATTEMPTS) {
      end(State.GIVEN_UP);
      return;
    }
    progressAt = stack.world().now();
    switch (state) {
      case OPENING -> syn();
      case OPEN -> {
        next = acknowledged;
        pump();
      }
      case CLOSING -> finish();
      case CLOSED, GIVEN_UP -> {}
    }
  }

  private void end(State how) {
    if (state == State.CLOSED || state == State.GIVEN_UP) {
      return;
    }
    if (state != State.CLOSING) {
      done();
    }
    boolean done = state == State.CLOSING;
    state = done ? State.CLOSED : how;
    stack.sockets().remove(this);
    listener.ended();
    cause.release();
  }
}
