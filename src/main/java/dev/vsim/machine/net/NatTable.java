package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Ports;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What a NAT device maps: one outside port for each inside address and port of a protocol, whomever
 * it talks to; in comes only what is from an endpoint that the inside has sent to (RFC 4787,
 * endpoint-independent mapping, address- and port-dependent filtering).
 */
public final class NatTable implements Happening {
  private static final int FIRST_PORT = 12_345;
  private static final int LOWEST_PORT = 1024;

  private static final int BYTES_A_MAPPING = 320;
  private static final int BYTES_A_PEER = 48;

  private final NetWorld world;
  private final NatDevice owner;
  private final Map<Key, NatMapping> byInside = new LinkedHashMap<>();
  private final Map<Key, NatMapping> byOutside = new HashMap<>();
  private final Map<Long, NatMapping> byNumber = new HashMap<>();
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

  NatTable(NetWorld world, NatDevice owner) {
    this.world = world;
    this.owner = owner;
  }

  /** What is mapped at present, in the order in which it was. */
  public List<NatMapping> mappings() {
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
  Optional<NatMapping> inbound(int proto, int port) {
    return Optional.ofNullable(byOutside.get(new Key(proto, 0, port)));
  }

  /** A packet has come in by a mapping. */
  void inbound(NatMapping mapping, byte[] packet) {
    close(mapping, packet);
  }

  private void close(NatMapping mapping, byte[] packet) {
    if (NatMapping.closes(packet) && mapping.close()) {
      watch(mapping);
    }
  }

  private void watch(NatMapping mapping) {
    mapping.watch(Math.max(mapping.expiresAt(), world.now()));
    world.queue().at(mapping.watchedAt(), Phase.ARRIVAL, 0, this, mapping.number());
  }

  /**
   * The mapping by which a packet leaves, made if it has to be; empty where no port is free.
   *
   * @param own whether the host itself has a port
   */
  Optional<NatMapping> outbound(byte[] packet, IntPredicate own) {
    Key inside = new Key(Ipv4.protocol(packet), Ipv4.source(packet), Ports.source(packet));
    NatMapping mapping = byInside.get(inside);
    boolean isNew = mapping == null;
    if (isNew) {
      int port = freePort(inside.proto, own);
      if (port == 0) {
        return Optional.empty();
      }
      mapping = open(inside, port);
    }
    sent(mapping, packet);
    if (isNew) {
      watch(mapping);
    }
    return Optional.of(mapping);
  }

  private NatMapping open(Key inside, int port) {
    world.charge(BYTES_A_MAPPING);
    NatMapping mapping = new NatMapping(inside.proto, inside.ip, inside.port, port, numbers++);
    byInside.put(inside, mapping);
    byOutside.put(new Key(inside.proto, 0, port), mapping);
    byNumber.put(mapping.number(), mapping);
    owner.opened(mapping);
    return mapping;
  }

  private void sent(NatMapping mapping, byte[] packet) {
    mapping.sent(packet, world.now());
    close(mapping, packet);
    int port = mapping.proto() == Ipv4.ICMP ? 0 : Ports.destination(packet);
    if (mapping.meets(Ipv4.destination(packet), port)) {
      world.charge(BYTES_A_PEER);
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
    NatMapping mapping = byNumber.get(about);
    if (mapping == null || mapping.watchedAt() != world.now()) {
      return;
    } else if (mapping.expiresAt() > world.now()) {
      watch(mapping);
      return;
    }
    byNumber.remove(mapping.number());
    byInside.remove(new Key(mapping.proto(), mapping.insideIp(), mapping.insidePort()));
    byOutside.remove(new Key(mapping.proto(), 0, mapping.outsidePort()));
    world.release(BYTES_A_MAPPING + (long) mapping.peers() * BYTES_A_PEER);
    owner.expired(mapping);
  }
}
