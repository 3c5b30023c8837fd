package dev.vsim.machine.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Behind which port each address was seen last, for each VLAN: an open hash table in arrays, so
 * that a look-up costs the same however many addresses there are.
 */
public final class MacTable {
  /** What is known of a source address. */
  enum Learned {
    /** It was behind that port. */
    KNOWN,
    /** It was not in the table, or had not been seen for too long. */
    NEW,
    /** It was behind another port. */
    MOVED
  }

  /** An address of the table. */
  public record Row(int vlan, long mac, int port, long seen) {}

  /** No port. */
  static final int NONE = -1;

  private static final int FIRST_ROOM = 16;
  private static final int BYTES_AN_ENTRY = Long.BYTES + Integer.BYTES + Long.BYTES;
  private static final long EMPTY = -1;
  private static final int VLAN_SHIFT = 48;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final NetWorld world;
  private final long ageing;
  private long[] keys = new long[FIRST_ROOM];
  private int[] ports = new int[FIRST_ROOM];
  private long[] seen = new long[FIRST_ROOM];
  private int size;

  /**
   * @param ageing how long an address is known after it was seen, in nanoseconds
   */
  MacTable(NetWorld world, long ageing) {
    this.world = world;
    this.ageing = ageing;
    Arrays.fill(keys, EMPTY);
  }

  /** A source address was seen behind a port. */
  Learned learn(int vlan, long mac, int port) {
    long key = key(vlan, mac);
    long now = world.now();
    int at = find(key);
    if (keys[at] == EMPTY) {
      add(at, key, port, now);
      return Learned.NEW;
    }
    boolean known = isKnown(at, now);
    boolean same = ports[at] == port;
    ports[at] = port;
    seen[at] = now;
    if (!known) {
      return Learned.NEW;
    }
    return same ? Learned.KNOWN : Learned.MOVED;
  }

  /** Behind which port an address is, or {@link #NONE}. */
  int port(int vlan, long mac) {
    int at = find(key(vlan, mac));
    return keys[at] != EMPTY && isKnown(at, world.now()) ? ports[at] : NONE;
  }

  /** Whatever is behind a port is no longer known: its link is down. */
  void forget(int port) {
    for (int i = 0; i < ports.length; i++) {
      if (keys[i] != EMPTY && ports[i] == port) {
        ports[i] = NONE;
      }
    }
  }

  /** The addresses that are known at present, in no order. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    long now = world.now();
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY && isKnown(i, now)) {
        int vlan = (int) (keys[i] >>> VLAN_SHIFT);
        rows.add(new Row(vlan, keys[i] & (1L << VLAN_SHIFT) - 1, ports[i], seen[i]));
      }
    }
    return rows;
  }

  private boolean isKnown(int at, long now) {
    return ports[at] != NONE && now - seen[at] < ageing;
  }

  private void add(int at, long key, int port, long now) {
    int place = at;
    if (size * 2 >= keys.length) {
      grow();
      place = find(key);
    }
    size++;
    keys[place] = key;
    ports[place] = port;
    seen[place] = now;
  }

  /** Where a key stands, or would stand. */
  private int find(long key) {
    int mask = keys.length - 1;
    int at = (int) (key * MIX >>> Integer.SIZE) & mask;
    while (keys[at] != EMPTY && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    world.charge((long) keys.length * BYTES_AN_ENTRY);
    long[] oldKeys = keys;
    int[] oldPorts = ports;
    long[] oldSeen = seen;
    keys = new long[oldKeys.length * 2];
    ports = new int[keys.length];
    seen = new long[keys.length];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        ports[at] = oldPorts[i];
        seen[at] = oldSeen[i];
      }
    }
  }

  private static long key(int vlan, long mac) {
    return (long) vlan << VLAN_SHIFT | mac;
  }
}
