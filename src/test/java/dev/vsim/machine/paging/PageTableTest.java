package dev.vsim.machine.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PageTableTest {
  private static final EntryFormat X86 = EntryFormat.X86_64;
  private static final long PAGES = PagingForm.X86_64.userPages();

  private final Budget budget = new Budget(1L << 30);
  private final Frames frames = new Frames();
  private final PageTable table = new PageTable(PagingForm.X86_64, frames, budget);

  /** Hands out frames one after the other. */
  private static final class Frames implements TableFrames {
    private final Set<Integer> used = new HashSet<>();
    private int next = 100;

    @Override
    public int take(int count) {
      assertEquals(1, count);
      used.add(next);
      return next++;
    }

    @Override
    public void free(int frame, int count) {
      assertEquals(1, count);
      assertTrue(used.remove(frame), "freed but not taken: " + frame);
    }
  }

  /** A page near others, or anywhere. */
  private static long page(SplitMix64 random) {
    return switch ((int) random.below(3)) {
      case 0 -> random.below(3000);
      case 1 -> PAGES - 1 - random.below(3000);
      default -> random.below(PAGES);
    };
  }

  @Test
  void equalsAMapAndListsItsPagesInOrder() {
    SplitMix64 random = new SplitMix64(1);
    TreeMap<Long, Long> naive = new TreeMap<>();
    for (int i = 0; i < 30_000; i++) {
      long page = page(random);
      long entry = random.below(4) == 0 ? 0 : random.next() | 1;
      table.set(page, entry);
      naive.put(page, entry);
      long other = page(random);
      assertEquals(naive.getOrDefault(other, 0L), table.entry(other));
    }
    naive.values().removeIf(entry -> entry == 0);
    long at = table.next(0);
    for (Map.Entry<Long, Long> row : naive.entrySet()) {
      assertEquals(row.getKey(), at);
      assertEquals(row.getValue(), table.entry(at));
      at = table.next(at + 1);
    }
    assertEquals(-1, at);
  }

  /** The shown tables are real: following frame numbers from the root leads to the page's entry. */
  @Test
  void entriesOfAllLevelsLeadToThePage() {
    SplitMix64 random = new SplitMix64(2);
    Map<Integer, Integer> levelOf = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      long page = page(random);
      table.set(page, X86.leaf(i, Rights.RWX, false));
      int frame = table.root();
      for (int level = 4; level >= 1; level--) {
        Integer known = levelOf.put(frame, level);
        assertTrue(known == null || known == level, "one table is of one level");
        frame = X86.frame(table.entry(level, page));
      }
      assertEquals(i, frame);
    }
    assertEquals(levelOf.keySet(), frames.used, "no table that leads nowhere");
  }

  @Test
  void aWalkStopsAtTheFirstTableThatIsMissing() {
    assertEquals(1, table.walkLength(0));
    table.set(0, 1);
    assertEquals(4, table.walkLength(0));
    assertEquals(4, table.walkLength(511), "the same leaf table");
    assertEquals(3, table.walkLength(512), "the same level-2 table");
    assertEquals(2, table.walkLength(1L << 18), "the same level-3 table");
    assertEquals(1, table.walkLength(1L << 27));
    assertEquals(511, PagingForm.X86_64.index(1, 511));
    assertEquals(1, PagingForm.X86_64.index(2, 512));
    assertEquals(3, PagingForm.X86_64.index(4, 3L << 27));
  }

  @Test
  void useSetsAOnTheWay() {
    table.set(5, X86.leaf(1, Rights.RW, false));
    for (int level = 2; level <= 4; level++) {
      assertTrue(!X86.accessed(table.entry(level, 5)));
    }
    table.useTables(5);
    assertTrue(table.tablesUsed(5));
    for (int level = 2; level <= 4; level++) {
      assertTrue(X86.accessed(table.entry(level, 5)));
    }
  }

  @Test
  void releaseGivesBackFramesAndMemory() {
    SplitMix64 random = new SplitMix64(3);
    for (int i = 0; i < 1_000; i++) {
      table.set(page(random), 1);
    }
    assertTrue(budget.used() > 0);
    table.release();
    assertEquals(Set.of(), frames.used);
    assertEquals(0, budget.used());
    assertEquals(-1, table.next(0));
  }

  @Test
  void pagesStrewnOverATerabyteStayCheap() {
    SplitMix64 random = new SplitMix64(4);
    int pages = 1_000_000;
    for (int i = 0; i < pages; i++) {
      table.set(random.below(1L << 28), 1);
    }
    assertTrue(budget.used() < 100_000_000, () -> budget.used() + " bytes");
  }

  @Test
  void entriesAreTheArchitectures() {
    assertEquals(0x7, X86.leaf(0, Rights.RWX, false));
    assertEquals(0x1234_5000L | 0x5 | 1L << 63, X86.leaf(0x12345, Rights.R, false));
    assertEquals(0x8000_0000_0000_0267L, X86.used(X86.leaf(0, Rights.RW, true), 1));
    assertEquals(0x15037, EntryFormat.EPT.leaf(0x15, Rights.RWX, false));
    assertEquals(0x15034, EntryFormat.EPT.leaf(0x15, Rights.X, false));
    assertEquals(0x15337, EntryFormat.EPT.used(0x15037, 1));
    for (Rights rights : Rights.values()) {
      assertEquals(rights, EntryFormat.EPT.rights(EntryFormat.EPT.leaf(9, rights, false)));
      if (rights.allows(Op.READ)) {
        assertEquals(rights, X86.rights(X86.leaf(9, rights, true)));
      }
    }
  }

  @Test
  void canonicalAddresses() {
    PagingForm form = PagingForm.X86_64;
    assertTrue(form.canonical(0x7fff_ffff_ffffL) && form.user(0x7fff_ffff_ffffL));
    assertTrue(!form.canonical(0x8000_0000_0000L));
    assertTrue(!form.canonical(1L << 63));
    assertTrue(form.canonical(0xffff_8000_0000_0000L) && !form.user(0xffff_8000_0000_0000L));
    assertEquals(0x12345, form.page(0x12345678));
    assertEquals(0x678, form.offset(0x12345678));
  }
}
