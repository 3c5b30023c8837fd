package dev.vsim.machine.paging;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of one address space, with real entries at every level. The entries of each level are
 * kept in one map by the index bits that lead to them, so that a look-up needs the lowest map only,
 * while a walk can read them all.
 *
 * <p>Pages are named as {@link PageNumber} says. An entry that is not present belongs to the
 * kernel; see {@link Absent}.
 */
public final class PageTable {
  private final PagingForm form;
  private final EntryFormat entries;
  private final TableFrames frames;
  private final PageMap[] levels;
  private final Optional<TableBytes> bytes;
  private final boolean inMemory;
  private final int root;

  public PageTable(PagingForm form, TableFrames frames, Budget budget) {
    this.form = form;
    this.entries = form.entries();
    this.frames = frames;
    this.bytes = frames.bytes();
    this.inMemory = bytes.isPresent();
    this.levels = new PageMap[form.levels()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = new PageMap(budget);
    }
    this.root = frames.take(form.tableFrames(levels.length));
  }

  public PagingForm form() {
    return form;
  }

  /** The frame of the highest table: what CR3 or the EPT pointer says. */
  public int root() {
    return root;
  }

  /** The entry of a page, 0 if there is none. */
  public long entry(long page) {
    return PageNumber.isLarge(page) ? map(page).get(PageNumber.number(page)) : levels[0].get(page);
  }

  /** The entry that a walk for this page reads at a level, 0 if there is no such table. */
  public long entry(int level, long page) {
    return levels[level - 1].get(form.prefix(level, page));
  }

  /** Writes a page's entry, whose tables are there or can be made. */
  public void set(long page, long entry) {
    if (entry != 0 && !tablesUsed(page) && !makeTables(page)) {
      throw new IllegalStateException("no frame for a table");
    }
    update(page, entry);
  }

  /** Writes the entry of a page whose tables are there. */
  public void update(long page, long entry) {
    if (PageNumber.isLarge(page)) {
      put(PageNumber.level(page), PageNumber.number(page), entry);
    } else {
      levels[0].set(page, entry);
      if (inMemory) {
        write(1, page, entry);
      }
    }
  }

  /**
   * How many entries a walk for this page reads before it is done or finds one that is not present.
   */
  public int walkLength(long page) {
    int last = PageNumber.level(page);
    int level = tablesUsed(page) ? last : form.levels();
    while (level > last && entries.present(entry(level, page))) {
      level--;
    }
    return form.levels() - level + 1;
  }

  /** The same where it is known already whether the page's own entry is present. */
  public int walkLength(long page, boolean present) {
    return present ? form.levels() - PageNumber.level(page) + 1 : walkLength(page);
  }

  /** Whether the tables on the way to this page are known to be {@link #useTables used}. */
  public boolean tablesUsed(long page) {
    return !PageNumber.isLarge(page) && levels[0].marked(page);
  }

  /** Whether A is clear, where there is one, in an entry that leads to a table. */
  public boolean isUnused(int level, long page) {
    long entry = entry(level, page);
    return entries.tableUsed(entry) != entry;
  }

  /** Sets A in the entries on the way: the page is there, and a walk to it has succeeded. */
  public void useTables(long page) {
    for (int level = PageNumber.level(page) + 1; level <= levels.length; level++) {
      long prefix = form.prefix(level, page);
      long entry = levels[level - 1].get(prefix);
      long used = entries.tableUsed(entry);
      if (used != entry) {
        put(level, prefix, used);
      }
    }
    if (!PageNumber.isLarge(page) && form.leafBits() >= PageMap.BLOCK_BITS) {
      levels[0].mark(page);
    }
  }

  /** The next page behind or at this one that is or was in use, or −1: small ones first. */
  public long next(long from) {
    int level = PageNumber.level(from);
    long found = next(level, PageNumber.number(from));
    while (found < 0 && level < form.largest()) {
      level++;
      found = next(level, 0);
    }
    return found < 0 ? found : PageNumber.of(level, found);
  }

  /** The next number of a page of one level behind or at this one that is or was in use, or −1. */
  public long next(int level, long from) {
    PageMap map = levels[level - 1];
    long number = map.next(from);
    while (level > 1 && number >= 0 && entries.leadsOn(map.get(number))) {
      number = map.next(number + 1);
    }
    return number;
  }

  /** Frees all tables; the address space is no more. */
  public void release() {
    clear();
    frames.free(root, form.tableFrames(levels.length));
  }

  private void freeLowerTables() {
    for (int level = 2; level <= levels.length; level++) {
      PageMap map = levels[level - 1];
      for (long at = map.next(0); at >= 0; at = map.next(at + 1)) {
        if (entries.leadsOn(map.get(at))) {
          frames.free(entries.frame(map.get(at)), form.tableFrames(level - 1));
        }
      }
    }
  }

  /** Makes the tables that lead to a page; false if there is no frame for one. */
  public boolean makeTables(long page) {
    for (int level = levels.length; level > PageNumber.level(page); level--) {
      long prefix = form.prefix(level, page);
      if (!entries.present(levels[level - 1].get(prefix))) {
        int table = frames.take(form.tableFrames(level - 1));
        if (table == TableFrames.NONE) {
          return false;
        }
        put(level, prefix, entries.table(table));
      }
    }
    return true;
  }

  /** Whether the tables can be read and written as bytes of memory. */
  public boolean isInMemory() {
    return inMemory;
  }

  /** The frame that holds the entry which a walk for this page reads at a level. */
  public int frameOf(int level, long page) {
    long offset = (long) form.index(level, page) * entries.bytes();
    return table(level, form.prefix(level, page)) + (int) (offset >>> form.offsetBits());
  }

  /** Where in memory the entry lies that a walk for this page reads at a level. */
  public long addressOf(int level, long page) {
    long offset = (long) form.index(level, page) * entries.bytes();
    return (long) table(level, form.prefix(level, page)) * form.pageSize() + offset;
  }

  /** The entry at a place: that of a page, or one above it, named as a page of its level. */
  public long at(long place) {
    return map(place).get(PageNumber.number(place));
  }

  /** Writes the entry at a place. */
  public void put(long place, long entry) {
    put(PageNumber.level(place), PageNumber.number(place), entry);
  }

  /** Whether an entry at a place leads to a table. */
  public boolean leadsOn(long place, long entry) {
    return PageNumber.isLarge(place) && entries.leadsOn(entry);
  }

  /** How many frames the table behind a place takes. */
  public int tableFrames(long place) {
    return form.tableFrames(PageNumber.level(place) - 1);
  }

  /** The next place behind or at this one that leads to a table, or −1. */
  public long nextTable(long from) {
    long number = PageNumber.number(from);
    for (int level = PageNumber.level(from); level <= levels.length; level++) {
      PageMap map = levels[level - 1];
      for (long at = map.next(number); at >= 0 && level > 1; at = map.next(at + 1)) {
        if (entries.leadsOn(map.get(at))) {
          return PageNumber.of(level, at);
        }
      }
      number = 0;
    }
    return -1;
  }

  /** How many frames all its tables take. */
  public int framesOfTables() {
    int sum = form.rootFrames();
    for (long place = nextTable(0); place >= 0; place = nextTable(place + 1)) {
      sum += tableFrames(place);
    }
    return sum;
  }

  /** Frees the table behind a place. */
  public void dropTable(long place) {
    frames.free(entries.frame(at(place)), tableFrames(place));
    put(place, 0);
  }

  /**
   * What stands in the tables in memory, from the top, by place; where there is 0 there is nothing.
   */
  public Map<Long, Long> inMemory() {
    Map<Long, Long> found = new LinkedHashMap<>();
    collect(PageNumber.of(levels.length, 0), root, found, new HashSet<>());
    return found;
  }

  /** A table that is met twice is not read twice: its frame cannot serve both. */
  private void collect(long first, int table, Map<Long, Long> found, Set<Integer> seen) {
    int level = PageNumber.level(first);
    if (!seen.add(table)) {
      return;
    }
    for (int index = 0; index < form.tableEntries(level); index++) {
      long word = bytes.orElseThrow().read(table, (long) index * entries.bytes(), entries.bytes());
      if (word != 0) {
        collect(first + index, entries.entryOf(word, level), found, seen);
      }
    }
  }

  private void collect(long place, long entry, Map<Long, Long> found, Set<Integer> seen) {
    found.put(place, entry);
    if (leadsOn(place, entry)) {
      int below = PageNumber.level(place) - 1;
      long first = PageNumber.number(place) * form.tableEntries(below);
      collect(PageNumber.of(below, first), entries.frame(entry), found, seen);
    }
  }

  private PageMap map(long page) {
    return levels[PageNumber.level(page) - 1];
  }

  private void put(int level, long prefix, long entry) {
    levels[level - 1].set(prefix, entry);
    if (inMemory) {
      write(level, prefix, entry);
    }
  }

  private void write(int level, long prefix, long entry) {
    int index = (int) prefix & (form.tableEntries(level) - 1);
    int table = table(level, prefix);
    if (table != TableFrames.NONE) {
      bytes
          .orElseThrow()
          .write(table, (long) index * entries.bytes(), entries.bytes(), entries.word(entry));
    }
  }

  /** The frame of the table of a level that has this entry. */
  private int table(int level, long prefix) {
    if (level == levels.length) {
      return root;
    }
    long above =
        levels[level].get(prefix >>> Integer.numberOfTrailingZeros(form.tableEntries(level)));
    return entries.leadsOn(above) ? entries.frame(above) : TableFrames.NONE;
  }

  /** All entries. Bytes of tables that lie in memory are kept with the memory. */
  public Checkpoint checkpoint() {
    return Checkpoint.all(Arrays.stream(levels).map(PageMap::checkpoint).toList());
  }

  /** Forgets all entries, and frees every table but the highest. */
  public void clear() {
    freeLowerTables();
    forget();
  }

  /** Forgets all entries, and leaves their frames to who knows of them. */
  public void forget() {
    for (PageMap map : levels) {
      map.clear();
    }
  }
}
