package dev.vsim.machine.virt;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.World;

/**
 * A VM's extended page tables: from guest-physical to host-physical, with real entries (SDM 3C
 * 28.3.2). Its own pages lie in the host's kernel region.
 */
public final class Ept {
  private static final EntryFormat ENTRIES = EntryFormat.EPT;

  private static final int WRITE = Op.WRITE.ordinal();

  private final Budget budget;
  private final WriteLog written;
  private PageTable table;

  Ept(Kernel host, WriteLog written, World world) {
    this.budget = world.budget();
    this.written = written;
    this.table = tablesOf(host);
  }

  private PageTable tablesOf(Kernel host) {
    return new PageTable(PagingForm.EPT, host.region(), budget);
  }

  /** Its tables lie in another host's kernel region from now on, with nothing in them. */
  void moveTo(Kernel host) {
    table.release();
    table = tablesOf(host);
  }

  /** The tables themselves. */
  public PageTable table() {
    return table;
  }

  public int levels() {
    return PagingForm.EPT.levels();
  }

  /** The entry of a guest's frame, 0 if it is not backed. */
  public long entry(int guestFrame) {
    return table.entry(guestFrame);
  }

  public boolean backs(int guestFrame) {
    return ENTRIES.present(entry(guestFrame));
  }

  /** The host's frame behind a guest's that is backed. */
  public int hostFrame(int guestFrame) {
    return ENTRIES.frame(entry(guestFrame));
  }

  void map(int guestFrame, int hostFrame, Rights rights) {
    table.set(guestFrame, ENTRIES.leaf(hostFrame, rights, false));
  }

  /** Gives a guest's frame other rights; A and D stay. */
  void protect(int guestFrame, Rights rights) {
    long entry = entry(guestFrame);
    long other = ENTRIES.leaf(ENTRIES.frame(entry), rights, false);
    table.update(guestFrame, ENTRIES.keepUse(other, entry));
  }

  /** Clears D, so that the next write to this frame is noted. */
  void clean(int guestFrame) {
    table.update(guestFrame, ENTRIES.withoutDirty(entry(guestFrame)));
  }

  /** A walk to this frame has succeeded: sets A on the way, and D if it writes. */
  void use(int guestFrame, int op) {
    long entry = entry(guestFrame);
    long used = ENTRIES.used(entry, op);
    if (used != entry) {
      table.update(guestFrame, used);
      if (op == WRITE) {
        written.note(guestFrame);
      }
    }
    if (!table.tablesUsed(guestFrame)) {
      table.useTables(guestFrame);
    }
  }
}
