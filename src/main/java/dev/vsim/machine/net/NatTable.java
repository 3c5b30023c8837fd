package dev.vsim.machine.net;

import dev.vsim.event.NetEvent.NatState;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Ports;
import dev.vsim.machine.net.packet.Tcp;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What a NAT device maps: one outside port for each inside address and port of a protocol, whomever
 * it talks to; in comes only what is from an endpoint that the inside has sent to (RFC 4787,
 * endpoint-independent mapping, address- and port-dependent filtering).
 */
public final class NatTable implements Happening {
  private static final int FIRST_PORT = 12_345;
  private static final int LOWEST_PORT = 1024;
  private static final long SECOND = 1_000_000_000L;

  /** RFC 4787 REQ-5, RFC 5382 REQ-5, RFC 5508 REQ-2. */
  private static final long UDP_IDLE = 300 * SECOND;

  private static final long TCP_ESTABLISHED_IDLE = 7440 * SECOND;
  private static final long TCP_OTHERWISE_IDLE = 240 * SECOND;
  private static final long ICMP_IDLE = 60 * SECOND;
  private static final int BYTES_A_MAPPING = 320;
  private static final int BYTES_A_PEER = 48;

  private final NetWorld world;
  private final NatDevice owner;
  private final Map<Key, Mapping> byInside = new LinkedHashMap<>();
  private final Map<Key, Mapping> byOutside = new HashMap<>();
  private final Map<Long, Mapping> byNumber = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private int lastPort = FIRST_PORT - 1;
  private long numbers;

  /** A protocol, an address and a port; the outside address is always the host's. */
  private record Key(int proto, int ip, int port) {}

  /** {@code forward nat 8080 -> linux 80}: TCP and UDP, unless it says which. */
  public record Rule(
      boolean tcp, boolean udp, int outsidePort, String target, int insideIp, int insidePort) {
    boolean isOf(int proto) {
      return proto == Ipv4.TCP && tcp || proto == Ipv4.UDP && udp;
    }
  }

  /** An inside address and port, and the port that stands for it outside. */
  public static final class Mapping {
    private final int proto;
    private final int insideIp;
    private final int insidePort;
    private final int outsidePort;
    private final long number;
    private final Set<Long> peers = new HashSet<>();
    private boolean established;
    private boolean closing;
    private long sentAt;

    Mapping(Key inside, int outsidePort, long number) {
      this.proto = inside.proto;
      this.insideIp = inside.ip;
      this.insidePort = inside.port;
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

    /** Whether the inside has sent to this endpoint. */
    boolean lets(int ip, int port) {
      return peers.contains(peer(ip, port));
    }

    private static long peer(int ip, int port) {
      return (long) ip << Short.SIZE | port;
    }
  }

  NatTable(NetWorld world, NatDevice owner) {
    this.world = world;
    this.owner = owner;
  }

  /** What is mapped at present, in the order in which it was. */
  public List<Mapping> mappings() {
    return List.copyOf(byInside.values());
  }

  /** The ports that are forwarded. */
  public List<Rule> rules() {
    return List.copyOf(rules);
  }

  /** Whether the device has ever had anything to do. */
  boolean isInUse() {
    return numbers > 0 || !rules.isEmpty();
  }

  /** Forwards a port; false where it is already. */
  boolean forward(Rule rule) {
    boolean taken =
        rules.stream()
            .anyMatch(
                r -> r.outsidePort == rule.outsidePort && (r.tcp && rule.tcp || r.udp && rule.udp));
    return !taken && rules.add(rule);
  }

  Optional<Rule> ruleTo(int proto, int port) {
    return rules.stream().filter(r -> r.isOf(proto) && r.outsidePort == port).findFirst();
  }

  Optional<Rule> ruleFrom(int proto, int ip, int port) {
    return rules.stream()
        .filter(r -> r.isOf(proto) && r.insideIp == ip && r.insidePort == port)
        .findFirst();
  }

  /** The mapping of an outside port. */
  Optional<Mapping> inbound(int proto, int port) {
    return Optional.ofNullable(byOutside.get(new Key(proto, 0, port)));
  }

  /** A packet has come in by a mapping. */
  void inbound(Mapping mapping, byte[] packet) {
    if (NatDevice.closes(packet)) {
      close(mapping);
    }
  }

  /** Its connection ends: it expires sooner. */
  private void close(Mapping mapping) {
    if (!mapping.closing) {
      mapping.closing = true;
      watch(mapping);
    }
  }

  private void watch(Mapping mapping) {
    world.queue().at(mapping.expiresAt(), Phase.ARRIVAL, 0, this, mapping.number);
  }

  /**
   * The mapping by which a packet leaves, made if it has to be; empty where no port is free.
   *
   * @param own whether the host itself has a port
   */
  Optional<Mapping> outbound(byte[] packet, IntPredicate own) {
    Key inside = new Key(Ipv4.protocol(packet), Ipv4.source(packet), Ports.source(packet));
    Mapping mapping = byInside.get(inside);
    if (mapping == null) {
      int port = freePort(inside.proto, own);
      if (port == 0) {
        return Optional.empty();
      }
      mapping = open(inside, port);
    }
    sent(mapping, packet);
    return Optional.of(mapping);
  }

  private Mapping open(Key inside, int port) {
    world.charge(BYTES_A_MAPPING);
    Mapping mapping = new Mapping(inside, port, numbers++);
    byInside.put(inside, mapping);
    byOutside.put(new Key(inside.proto, 0, port), mapping);
    byNumber.put(mapping.number, mapping);
    mapping.sentAt = world.now();
    owner.opened(mapping);
    watch(mapping);
    return mapping;
  }

  private void sent(Mapping mapping, byte[] packet) {
    mapping.sentAt = world.now();
    if (mapping.proto == Ipv4.TCP) {
      follow(mapping, packet);
    }
    int port = mapping.proto == Ipv4.ICMP ? 0 : Ports.destination(packet);
    if (mapping.peers.add(Mapping.peer(Ipv4.destination(packet), port))) {
      world.charge(BYTES_A_PEER);
    }
  }

  private void follow(Mapping mapping, byte[] packet) {
    if (Tcp.has(packet, Tcp.SYN)) {
      mapping.closing = false;
      mapping.established = false;
    } else if (NatDevice.closes(packet)) {
      close(mapping);
    } else {
      mapping.established |= Tcp.has(packet, Tcp.ACK);
    }
  }

  /** The next free port, one after the other, from the lowest after the last; 0: none. */
  private int freePort(int proto, IntPredicate own) {
    for (int tried = 0; tried <= Ports.LAST - LOWEST_PORT; tried++) {
      lastPort = lastPort == Ports.LAST ? LOWEST_PORT : lastPort + 1;
      boolean taken =
          byOutside.containsKey(new Key(proto, 0, lastPort))
              || ruleTo(proto, lastPort).isPresent()
              || own.test(lastPort);
      if (!taken) {
        return lastPort;
      }
    }
    return 0;
  }

  /** A mapping may have been idle for long enough. */
  @Override
  public void happen(long about) {
    Mapping mapping = byNumber.get(about);
    if (mapping == null) {
      return;
    } else if (mapping.expiresAt() > world.now()) {
      watch(mapping);
      return;
    }
    byNumber.remove(mapping.number);
    byInside.remove(new Key(mapping.proto, mapping.insideIp, mapping.insidePort));
    byOutside.remove(new Key(mapping.proto, 0, mapping.outsidePort));
    world.release(BYTES_A_MAPPING + (long) mapping.peers.size() * BYTES_A_PEER);
    owner.expired(mapping);
  }
}
