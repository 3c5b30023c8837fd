package dev.vsim.machine.net;

import dev.vsim.event.NetEvent.NatState;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Tcp;
import java.util.HashSet;
import java.util.Set;

/** An inside address and port, and the port that stands for it outside. */
public final class NatMapping {
  private static final long SECOND = 1_000_000_000L;

  /** RFC 4787 REQ-5, RFC 5382 REQ-5, RFC 5508 REQ-2. */
  private static final long UDP_IDLE = 300 * SECOND;

  private static final long TCP_ESTABLISHED_IDLE = 7440 * SECOND;
  private static final long TCP_OTHERWISE_IDLE = 240 * SECOND;
  private static final long ICMP_IDLE = 60 * SECOND;

  private final int proto;
  private final int insideIp;
  private final int insidePort;
  private final int outsidePort;
  private final long number;
  private final Set<Long> peers = new HashSet<>();
  private boolean established;
  private boolean closing;
  private long sentAt;
  private long watchedAt;

  NatMapping(int proto, int insideIp, int insidePort, int outsidePort, long number) {
    this.proto = proto;
    this.insideIp = insideIp;
    this.insidePort = insidePort;
    this.outsidePort = outsidePort;
    this.number = number;
  }

  /** The IP protocol's number. */
  public int proto() {
    return proto;
  }

  public int insideIp() {
    return insideIp;
  }

  /** The inside port; an echo's identifier. */
  public int insidePort() {
    return insidePort;
  }

  public int outsidePort() {
    return outsidePort;
  }

  public NatState state() {
    return closing ? NatState.CLOSING : NatState.ACTIVE;
  }

  /** When it will expire if nothing more is sent, in nanoseconds. */
  public long expiresAt() {
    return sentAt + idle();
  }

  private long idle() {
    if (proto == Ipv4.TCP) {
      return established && !closing ? TCP_ESTABLISHED_IDLE : TCP_OTHERWISE_IDLE;
    }
    return proto == Ipv4.UDP ? UDP_IDLE : ICMP_IDLE;
  }

  /** How the table knows it. */
  long number() {
    return number;
  }

  /** A packet of its inside goes out at this time, in nanoseconds. */
  void sent(byte[] packet, long now) {
    sentAt = now;
    if (proto != Ipv4.TCP) {
      return;
    } else if (Tcp.has(packet, Tcp.SYN)) {
      closing = false;
      established = false;
    } else if (!closes(packet)) {
      established |= Tcp.has(packet, Tcp.ACK);
    }
  }

  /** Whether a TCP segment begins the end of its connection. */
  static boolean closes(byte[] packet) {
    return Ipv4.protocol(packet) == Ipv4.TCP
        && (Tcp.has(packet, Tcp.FIN) || Tcp.has(packet, Tcp.RST));
  }

  /** Its connection ends, so that it expires sooner; false where it was ending before. */
  boolean close() {
    boolean was = closing;
    closing = true;
    return !was;
  }

  /** When its end is looked for, in nanoseconds; looking at another time has lost its sense. */
  long watchedAt() {
    return watchedAt;
  }

  /** Its end will be looked for at this time, in nanoseconds. */
  void watch(long at) {
    watchedAt = at;
  }

  /** The inside has sent to an endpoint; says whether for the first time. */
  boolean meets(int ip, int port) {
    return peers.add(peer(ip, port));
  }

  /** How many endpoints the inside has sent to. */
  int peers() {
    return peers.size();
  }

  /** Whether the inside has sent to this endpoint. */
  boolean lets(int ip, int port) {
    return peers.contains(peer(ip, port));
  }

  private static long peer(int ip, int port) {
    return (long) ip << Short.SIZE | port;
  }
}
