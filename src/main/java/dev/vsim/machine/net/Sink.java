package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Tcp;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;

/**
 * The end of a TCP connection that takes data in and throws it away. It acknowledges every second
 * segment, at once what is pushed or out of order, and anything after 40 ms (RFC 9293, 3.8.6.3);
 * what does not come in order it drops, for the sender to send again.
 */
final class Sink implements Connection, Happening {
  private static final int WINDOW_SCALE = 3;
  private static final int WINDOW = 256 * 1024 >> WINDOW_SCALE;
  private static final long LATEST = 40_000_000_000L;

  private final Stack stack;
  private final Tcp.Ends ends;
  private final int mss;
  private final int first;
  private final Undertaking openedBy;
  private int next;
  private int sent;
  private boolean closing;
  private int unacknowledged;
  private boolean alarmed;
  private Undertaking waiting;

  /**
   * @param syn the segment that opens the connection
   * @param mtu of the interface that it came in by
   */
  Sink(Stack stack, Tcp.Ends ends, int mtu, byte[] syn, Undertaking openedBy) {
    this.stack = stack;
    this.ends = ends;
    this.mss = mtu - dev.vsim.machine.net.packet.Ipv4.HEADER - Tcp.HEADER;
    this.first = stack.sockets().nextSequence();
    this.next = Tcp.sequence(syn) + 1;
    this.openedBy = openedBy;
  }

  @Override
  public Tcp.Ends ends() {
    return ends;
  }

  /** Answers the SYN. */
  void open() {
    sent = first + 1;
    stack.send(
        Tcp.syn(ends, first, next, Tcp.SYN | Tcp.ACK, Tcp.PLAIN_WINDOW, mss, WINDOW_SCALE),
        openedBy);
  }

  @Override
  public void receive(byte[] packet, Undertaking cause) {
    if (Tcp.has(packet, Tcp.RST)) {
      stack.sockets().remove(this);
    } else if (Tcp.has(packet, Tcp.SYN)) {
      open();
    } else if (Tcp.length(packet) > 0) {
      data(packet, cause);
    } else if (Tcp.has(packet, Tcp.FIN)) {
      close(packet, cause);
    } else if (closing && Tcp.acknowledged(packet) == sent) {
      stack.sockets().remove(this);
    }
  }

  private void data(byte[] packet, Undertaking cause) {
    if (Tcp.sequence(packet) != next) {
      acknowledge(cause);
      return;
    }
    next += Tcp.length(packet);
    unacknowledged++;
    if (unacknowledged == 2 || Tcp.has(packet, Tcp.PSH)) {
      acknowledge(cause);
    } else if (!alarmed) {
      alarmed = true;
      waiting = cause;
      cause.hold();
      stack.world().queue().in(LATEST, Phase.ARRIVAL, 0, this, next);
    }
  }

  /** A segment may have waited long enough for a second one. */
  @Override
  public void happen(long about) {
    alarmed = false;
    if (unacknowledged > 0) {
      acknowledge(waiting);
    }
    waiting.release();
  }

  private void close(byte[] packet, Undertaking cause) {
    if (Tcp.sequence(packet) != next && !closing) {
      acknowledge(cause);
      return;
    }
    if (!closing) {
      closing = true;
      next++;
      sent++;
    }
    stack.send(Tcp.bare(ends, sent - 1, next, Tcp.FIN | Tcp.ACK, WINDOW), cause);
  }

  private void acknowledge(Undertaking cause) {
    unacknowledged = 0;
    stack.send(Tcp.bare(ends, sent, next, Tcp.ACK, WINDOW), cause);
  }
}
