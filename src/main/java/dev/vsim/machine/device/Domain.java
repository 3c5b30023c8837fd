package dev.vsim.machine.device;

import dev.vsim.event.Op;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.paging.TableFrames;
import dev.vsim.machine.world.Budget;

/**
 * The memory that a device can reach: a second-stage table from the addresses that its guest gives
 * it to those of the host, in the format that it shares with extended page tables (Intel VT-d 3.7).
 * Its pages lie in the host's kernel region.
 */
public final class Domain {
  private static final EntryFormat ENTRIES = EntryFormat.EPT;

  /** How many pages an address can name. */
  private static final long PAGES =
      1L << (PagingForm.EPT.addressBits() - PagingForm.EPT.offsetBits());

  private final PageTable table;

  Domain(TableFrames frames, Budget budget) {
    this.table = new PageTable(PagingForm.EPT, frames, budget);
  }

  /** Lets the device reach a page. */
  void map(int page, int frame, Rights rights) {
    table.set(page, ENTRIES.leaf(frame, rights, false));
  }

  /** How many tables a look-up reads. */
  int levels() {
    return PagingForm.EPT.levels();
  }

  /** Whether the device reaches anything at this page. */
  public boolean has(long page) {
    return page < PAGES && ENTRIES.present(table.entry(page));
  }

  public boolean allows(long page, Op op) {
    return ENTRIES.rights(table.entry(page)).allows(op);
  }

  /** The host's frame at a page that the device reaches. */
  public int frame(long page) {
    return ENTRIES.frame(table.entry(page));
  }

  /** The next page from this one on that the device reaches, or −1. */
  public long next(long from) {
    return table.next(from);
  }

  /** The device is nobody's any more. */
  void release() {
    table.release();
  }
}
