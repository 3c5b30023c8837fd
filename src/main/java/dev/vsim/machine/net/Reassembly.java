package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fragments that wait for the rest of their packets, for 30 s at most (RFC 1122, 3.3.2). */
@SuppressWarnings("ArrayRecordComponent") // bytes of a frame, never compared
final class Reassembly implements Happening {
  private static final long PATIENCE = 30_000_000_000_000L;

  private final NetWorld world;
  private final Map<Key, Parts> waiting = new HashMap<>();
  private final Map<Long, Key> byNumber = new HashMap<>();
  private long numbers;

  private record Key(int source, int destination, int protocol, int identification) {
    static Key of(byte[] packet) {
      return new Key(
          Ipv4.source(packet),
          Ipv4.destination(packet),
          Ipv4.protocol(packet),
          Ipv4.identification(packet));
    }
  }

  /** The fragments of one packet that are there. */
  private static final class Parts {
    private final Interface in;
    private final long number;
    private final List<byte[]> fragments = new ArrayList<>();
    private int end = -1;

    Parts(Interface in, long number) {
      this.in = in;
      this.number = number;
    }

    boolean has(byte[] fragment) {
      return fragments.stream().anyMatch(f -> Ipv4.offset(f) == Ipv4.offset(fragment));
    }

    void add(byte[] fragment) {
      fragments.add(fragment);
      if (!Ipv4.hasMore(fragment)) {
        end = Ipv4.offset(fragment) + Ipv4.length(fragment) - Ipv4.HEADER;
      }
    }

    boolean isWhole() {
      int there = fragments.stream().mapToInt(f -> Ipv4.length(f) - Ipv4.HEADER).sum();
      return end == there;
    }

    int longest() {
      return fragments.stream().mapToInt(Ipv4::length).max().orElse(0);
    }

    byte[] whole() {
      fragments.sort(Comparator.comparingInt(Ipv4::offset));
      byte[] whole = Ipv4.whole(fragments.get(0), end);
      fragments.forEach(f -> Ipv4.fill(whole, f));
      return whole;
    }
  }

  Reassembly(NetWorld world) {
    this.world = world;
  }

  /**
   * A packet that is whole again.
   *
   * @param longest the length of its longest fragment
   */
  record Whole(byte[] packet, int longest) {}

  /** Adds a fragment; gives the packet when it is whole. */
  Optional<Whole> add(Interface in, byte[] fragment) {
    Key key = Key.of(fragment);
    Parts parts = waiting.get(key);
    if (parts == null) {
      parts = new Parts(in, numbers++);
      waiting.put(key, parts);
      byNumber.put(parts.number, key);
      world.queue().in(PATIENCE, Phase.ARRIVAL, 0, this, parts.number);
    }
    if (!parts.has(fragment)) {
      world.charge(fragment.length);
      parts.add(fragment);
    }
    if (!parts.isWhole()) {
      return Optional.empty();
    }
    remove(key, parts);
    return Optional.of(new Whole(parts.whole(), parts.longest()));
  }

  /** The rest has not come in time. */
  @Override
  public void happen(long about) {
    Key key = byNumber.get(about);
    if (key != null) {
      Parts parts = waiting.get(key);
      byte[] first = parts.fragments.get(0);
      remove(key, parts);
      world.journal().droppedPacket(parts.in.speaker(), DropReason.REASSEMBLY, first);
    }
  }

  private void remove(Key key, Parts parts) {
    waiting.remove(key);
    byNumber.remove(parts.number);
    parts.fragments.forEach(f -> world.release(f.length));
  }
}
