package dev.vsim.machine.paging;

import dev.vsim.machine.world.Budget;

/**
 * The tables of one address space, with real entries at every level. The entries of each level are
 * kept in one map by the index bits that lead to them, so that a look-up needs the lowest map only,
 * while a walk can read them all.
 *
 * <p>An entry that is not present belongs to the kernel; see {@link Absent}.
 */
public final class PageTable {
  private final PagingForm form;
  private final EntryFormat entries;
  private final TableFrames frames;
  private final PageMap[] levels;
  private final int root;

  public PageTable(PagingForm form, TableFrames frames, Budget budget) {
    this.form = form;
    this.entries = form.entries();
    this.frames = frames;
    this.levels = new PageMap[form.levels()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = new PageMap(budget);
    }
    this.root = frames.take();
  }

  public PagingForm form() {
    return form;
  }

  /** The frame of the highest table: what CR3 or the EPT pointer says. */
  public int root() {
    return root;
  }

  /** The entry of level 1 for a page, 0 if there is none. */
  public long entry(long page) {
    return levels[0].get(page);
  }

  /** The entry that a walk for this page reads at a level, 0 if there is no such table. */
  public long entry(int level, long page) {
    return levels[level - 1].get(form.prefix(level, page));
  }

  /** Writes a page's entry, and first the tables that lead to it. */
  public void set(long page, long entry) {
    if (entry != 0 && !tablesUsed(page)) {
      makeTables(page);
    }
    levels[0].set(page, entry);
  }

  /** Writes the entry of a page whose tables are there. */
  public void update(long page, long entry) {
    levels[0].set(page, entry);
  }

  /**
   * How many entries a walk for this page reads before it is done or finds one that is not present.
   */
  public int walkLength(long page) {
    int level = tablesUsed(page) ? 1 : form.levels();
    while (level > 1 && entries.present(entry(level, page))) {
      level--;
    }
    return form.levels() - level + 1;
  }

  /** Whether the tables on the way to this page are known to be {@link #useTables used}. */
  public boolean tablesUsed(long page) {
    return levels[0].marked(page);
  }

  /** Sets A in the entries above level 1: the page is there, and a walk to it has succeeded. */
  public void useTables(long page) {
    for (int level = 2; level <= levels.length; level++) {
      long prefix = form.prefix(level, page);
      PageMap map = levels[level - 1];
      map.set(prefix, entries.used(map.get(prefix), 0));
    }
    if (form.leafBits() >= PageMap.BLOCK_BITS) {
      levels[0].mark(page);
    }
  }

  /** The least page from this one on that is or was in use, or −1. */
  public long next(long from) {
    return levels[0].next(from);
  }

  /** Frees all tables; the address space is no more. */
  public void release() {
    for (int level = 2; level <= levels.length; level++) {
      PageMap map = levels[level - 1];
      for (long at = map.next(0); at >= 0; at = map.next(at + 1)) {
        frames.free(entries.frame(map.get(at)));
      }
    }
    for (PageMap map : levels) {
      map.clear();
    }
    frames.free(root);
  }

  private void makeTables(long page) {
    for (int level = levels.length; level > 1; level--) {
      long prefix = form.prefix(level, page);
      PageMap map = levels[level - 1];
      if (map.get(prefix) == 0) {
        map.set(prefix, entries.table(frames.take()));
      }
    }
  }
}
