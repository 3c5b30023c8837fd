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
  private static final long EMPTY = -1;
  private static final int VLAN_SHIFT = 48;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  /** An entry's words lie side by side, so that a look-up meets one line of the cache. */
  private static final int WORDS = 4;

  private static final int PORT = 1;
  private static final int SEEN = 2;

  private final NetWorld world;
  private final long ageing;
  private long[] words = empty(FIRST_ROOM);
  private int size;

  /**
   * @param ageing how long an address is known after it was seen, in nanoseconds
   */
  MacTable(NetWorld world, long ageing) {
    this.world = world;
    this.ageing = ageing;
  }

  /** A source address was seen behind a port. */
  Learned learn(int vlan, long mac, int port) {
    long key = key(vlan, mac);
    long now = world.now();
    int at = find(key);
    if (words[at] == EMPTY) {
      add(at, key, port, now);
      return Learned.NEW;
    }
    boolean known = isKnown(at, now);
    boolean same = words[at + PORT] == port;
    words[at + PORT] = port;
    words[at + SEEN] = now;
    if (!known) {
      return Learned.NEW;
    }
    return same ? Learned.KNOWN : Learned.MOVED;
  }

  /** Behind which port an address is, or {@link #NONE}. */
  int port(int vlan, long mac) {
    int at = find(key(vlan, mac));
    return words[at] != EMPTY && isKnown(at, world.now()) ? (int) words[at + PORT] : NONE;
  }

  /** Whatever is behind a port is no longer known: its link is down. */
  void forget(int port) {
    for (int at = 0; at < words.length; at += WORDS) {
      if (words[at] != EMPTY && words[at + PORT] == port) {
        words[at + PORT] = NONE;
      }
    }
  }

  /** The addresses that are known at present, in no order. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    long now = world.now();
    for (int at = 0; at < words.length; at += WORDS) {
      if (words[at] != EMPTY && isKnown(at, now)) {
        int vlan = (int) (words[at] >>> VLAN_SHIFT);
        long mac = words[at] & (1L << VLAN_SHIFT) - 1;
        rows.add(new Row(vlan, mac, (int) words[at + PORT], words[at + SEEN]));
      }
    }
    return rows;
  }

  private boolean isKnown(int at, long now) {
    return words[at + PORT] != NONE && now - words[at + SEEN] < ageing;
  }

  private void add(int at, long key, int port, long now) {
    int place = at;
    if (size * 2 * WORDS >= words.length) {
      grow();
      place = find(key);
    }
    size++;
    words[place] = key;
    words[place + PORT] = port;
    words[place + SEEN] = now;
  }

  /** Where a key stands, or would stand. */
  private int find(long key) {
    int mask = words.length - 1;
    int at = (int) (key * MIX >>> Integer.SIZE) * WORDS & mask;
    while (words[at] != EMPTY && words[at] != key) {
      at = at + WORDS & mask;
    }
    return at;
  }

  private void grow() {
    world.charge((long) words.length * Long.BYTES);
    long[] before = words;
    words = empty(before.length / WORDS * 2);
    for (int at = 0; at < before.length; at += WORDS) {
      if (before[at] != EMPTY) {
        System.arraycopy(before, at, words, find(before[at]), WORDS);
      }
    }
  }

  private static long[] empty(int entries) {
    long[] words = new long[entries * WORDS];
    Arrays.fill(words, EMPTY);
    return words;
  }

  private static long key(int vlan, long mac) {
    return (long) vlan << VLAN_SHIFT | mac;
  }
}
