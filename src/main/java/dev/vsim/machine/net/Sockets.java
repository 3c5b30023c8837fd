package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Icmp;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Ports;
import dev.vsim.machine.net.packet.Tcp;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Who in a stack waits for packets: pings, datagram sockets, TCP connections. */
@SuppressWarnings(
    "ArgumentSelectionDefectChecker") // an answer goes to where the question came from
final class Sockets {
  /** Ports that are given out (RFC 6335, section 6). */
  private static final int FIRST_EPHEMERAL = 49_152;

  private static final int BYTES_A_CONNECTION = 400;

  private final Stack stack;
  private final Map<Integer, Ping> pings = new HashMap<>();
  private final Map<Integer, Datagrams> datagrams = new HashMap<>();
  private final Map<Tcp.Ends, Connection> connections = new HashMap<>();
  private final BitSet opened = new BitSet();
  private int identifier;
  private int ephemeral = FIRST_EPHEMERAL - 1;
  private int queries;
  private int connected;

  /** Who takes the datagrams to a port. */
  @FunctionalInterface
  interface Datagrams {
    void receive(Interface in, byte[] packet, Undertaking cause);
  }

  Sockets(Stack stack) {
    this.stack = stack;
  }

  /** The next port that is given out; after the last one the first again. */
  int nextPort() {
    ephemeral = ephemeral == Ports.LAST ? FIRST_EPHEMERAL : ephemeral + 1;
    opened.set(ephemeral);
    return ephemeral;
  }

  /** The number of the next DNS question. */
  int nextQuery() {
    queries = queries == Ports.LAST ? 1 : queries + 1;
    return queries;
  }

  /** The first sequence number of the next connection: far from those of the one before. */
  int nextSequence() {
    return ++connected * 0x0100_0000;
  }

  /** A ping begins; it gets the next identifier. */
  int open(Ping ping) {
    identifier = identifier == Ports.LAST ? 1 : identifier + 1;
    pings.put(identifier, ping);
    return identifier;
  }

  void close(int pingIdentifier) {
    pings.remove(pingIdentifier);
  }

  /** Somebody waits for the datagrams to a port. */
  void listen(int port, Datagrams who) {
    datagrams.put(port, who);
  }

  /** Whether a port was given out, or somebody expects connections to it. */
  boolean hasOpened(int port) {
    return opened.get(port);
  }

  /** Whether a packet belongs to something that the stack itself has begun. */
  boolean expects(byte[] packet) {
    return switch (Ipv4.protocol(packet)) {
      case Ipv4.ICMP -> Icmp.isRequest(packet) || pings.containsKey(Icmp.identifier(packet));
      case Ipv4.UDP ->
          opened.get(Ports.destination(packet)) || datagrams.containsKey(Ports.destination(packet));
      case Ipv4.TCP ->
          opened.get(Ports.destination(packet)) || connections.containsKey(ends(packet));
      default -> true;
    };
  }

  /** Somebody expects connections to a port, or no longer does. */
  void expect(int port, boolean really) {
    opened.set(port, really);
  }

  /** An echo reply has come. */
  void answered(byte[] packet, Undertaking cause) {
    Ping ping = pings.get(Icmp.identifier(packet));
    if (ping != null && Icmp.isReply(packet)) {
      ping.answered(Ipv4.source(packet), Icmp.sequence(packet));
    }
  }

  /** Whether somebody has taken a datagram. */
  boolean takes(Interface in, byte[] packet, Undertaking cause) {
    Datagrams who = datagrams.get(Ports.destination(packet));
    if (who != null) {
      who.receive(in, packet, cause);
    }
    return who != null;
  }

  /** A connection begins at this end. */
  void add(Connection connection) {
    stack.world().charge(BYTES_A_CONNECTION);
    connections.put(connection.ends(), connection);
  }

  void remove(Connection connection) {
    if (connections.remove(connection.ends()) != null) {
      stack.world().release(BYTES_A_CONNECTION);
    }
  }

  /** A segment has come; one that opens a connection finds a sink. */
  void segment(Interface in, byte[] packet, Undertaking cause) {
    Connection connection = connections.get(ends(packet));
    if (connection != null) {
      connection.receive(packet, cause);
    } else if (Tcp.has(packet, Tcp.SYN) && !Tcp.has(packet, Tcp.ACK)) {
      Sink sink = new Sink(stack, ends(packet), in.mtu(), packet, cause);
      add(sink);
      sink.open();
    } else if (!Tcp.has(packet, Tcp.RST)) {
      reset(packet, cause);
    }
  }

  /** A segment of a connection that is not known is refused (RFC 9293, 3.10.7.1). */
  private void reset(byte[] packet, Undertaking cause) {
    int acknowledged = Tcp.sequence(packet) + Tcp.length(packet);
    stack.send(
        Tcp.bare(ends(packet), Tcp.acknowledged(packet), acknowledged, Tcp.RST | Tcp.ACK, 0),
        cause);
  }

  /** The ends of the connection that a segment belongs to, as this stack sees them. */
  private static Tcp.Ends ends(byte[] packet) {
    return new Tcp.Ends(
        Ipv4.destination(packet),
        Ports.destination(packet),
        Ipv4.source(packet),
        Ports.source(packet));
  }
}
