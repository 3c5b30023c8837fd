package dev.vsim.machine.paging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A processor's cache of translations: set-associative, least recently used out first (rules.md
 * R7). In a VM it maps a guest's virtual page to a frame of the host.
 *
 * <p>Rights are a byte: bit {@code op} whether that operation needs no walk, bit {@code op + 4}
 * whether the process's own table permits it.
 */
public final class Tlb {
  private static final int SPACE_SHIFT = 40;
  private static final long PAGE_MASK = (1L << SPACE_SHIFT) - 1;
  private static final int TABLE_RIGHTS_SHIFT = 4;
  private static final long EMPTY = -1;

  private final TlbSettings settings;
  private final int ways;
  private final int sets;
  private final boolean powerOfTwo;
  private final long[] keys;
  private final long[] frames;
  private final long[] used;
  private final byte[] rights;
  private long time;
  private int last;
  private long hits;
  private long misses;

  public Tlb(TlbSettings settings) {
    this.settings = settings;
    this.ways = settings.ways();
    this.sets = settings.sets();
    this.powerOfTwo = Integer.bitCount(sets) == 1;
    this.keys = new long[settings.entries()];
    this.frames = new long[settings.entries()];
    this.used = new long[settings.entries()];
    this.rights = new byte[settings.entries()];
    Arrays.fill(keys, EMPTY);
  }

  public TlbSettings settings() {
    return settings;
  }

  /** What a translation is found by: the address space and the page, of at most 40 bits. */
  public static long key(int space, long page) {
    return (long) space << SPACE_SHIFT | page;
  }

  /** Where the translation is, or −1; it is the last used of its set from now on. Not counted. */
  public int find(long key) {
    return keys[last] == key ? last : search(key);
  }

  /** Whether the operation may go ahead without a walk. */
  public boolean permits(int entry, int op) {
    return ((rights[entry] >>> op) & 1) != 0;
  }

  /** Whether the process's own table permits the operation. */
  public boolean tablePermits(int entry, int op) {
    return ((rights[entry] >>> (op + TABLE_RIGHTS_SHIFT)) & 1) != 0;
  }

  /** The page, as {@link PageNumber} names it. */
  public long page(int entry) {
    return keys[entry] & PAGE_MASK;
  }

  /** The first frame, as the kernel of the process numbers it. */
  public int frame(int entry) {
    return (int) frames[entry];
  }

  /** The first frame, as the host numbers it. */
  public int hostFrame(int entry) {
    return (int) (frames[entry] >>> Integer.SIZE);
  }

  /**
   * The byte of rights: what needs no walk, and what the process's own table permits, each bit by
   * operation.
   */
  public static int rights(int withoutWalk, int table) {
    return withoutWalk | table << TABLE_RIGHTS_SHIFT;
  }

  /**
   * Caches a translation in place of its older self, an empty entry, or the set's least recently
   * used.
   */
  public void fill(long key, int frame, int hostFrame, int newRights) {
    int entry = place(key);
    keys[entry] = key;
    frames[entry] = ((long) hostFrame << Integer.SIZE) | frame;
    rights[entry] = (byte) newRights;
    touch(entry);
  }

  /** Drops one translation; says whether it was there. */
  public boolean drop(long key) {
    int from = set(key) * ways;
    for (int i = from; i < from + ways; i++) {
      if (keys[i] == key) {
        empty(i);
        return true;
      }
    }
    return false;
  }

  /** Drops the translations of so many pages of an address space. */
  public void dropPages(int space, long first, int count) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY && space(keys[i]) == space) {
        long page = keys[i] & PAGE_MASK;
        if (page >= first && page < first + count) {
          empty(i);
        }
      }
    }
  }

  /** Drops all translations of an address space. */
  public void dropSpace(int space) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY && space(keys[i]) == space) {
        empty(i);
      }
    }
  }

  /** Drops everything. */
  public void clear() {
    for (int i = 0; i < keys.length; i++) {
      empty(i);
    }
  }

  public void countHits(long n) {
    hits += n;
  }

  public void countMiss() {
    misses++;
  }

  public void countMisses(long n) {
    misses += n;
  }

  public long hits() {
    return hits;
  }

  public long misses() {
    return misses;
  }

  /**
   * One cached translation, as {@code show tlb} lists it; its page as {@link PageNumber} names it.
   */
  public record Row(int set, int space, long page, int frame, int hostFrame, boolean dirty) {}

  /** What is cached, set by set, in each the last used first. */
  public List<Row> rows() {
    List<Integer> entries = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY) {
        entries.add(i);
      }
    }
    Comparator<Integer> bySet = Comparator.comparing(i -> i / ways);
    entries.sort(bySet.thenComparing(i -> -used[i]));
    return entries.stream().map(this::row).toList();
  }

  private Row row(int i) {
    return new Row(
        i / ways, space(keys[i]), keys[i] & PAGE_MASK, frame(i), hostFrame(i), permits(i, 1));
  }

  private static int space(long key) {
    return (int) (key >>> SPACE_SHIFT);
  }

  private int search(long key) {
    int from = set(key) * ways;
    for (int i = from; i < from + ways; i++) {
      if (keys[i] == key) {
        touch(i);
        return i;
      }
    }
    return -1;
  }

  /** Where the key is or goes; an emptied entry was used at time 0, so it goes first. */
  private int place(long key) {
    int from = set(key) * ways;
    int oldest = from;
    for (int i = from; i < from + ways; i++) {
      if (keys[i] == key) {
        return i;
      }
      oldest = used[i] < used[oldest] ? i : oldest;
    }
    return oldest;
  }

  private int set(long key) {
    return powerOfTwo ? (int) key & sets - 1 : (int) (PageNumber.number(key) % sets);
  }

  private void touch(int entry) {
    used[entry] = ++time;
    last = entry;
  }

  private void empty(int entry) {
    keys[entry] = EMPTY;
    used[entry] = 0;
  }
}
