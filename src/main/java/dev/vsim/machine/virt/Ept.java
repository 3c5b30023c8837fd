package dev.vsim.machine.virt;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A VM's extended page tables: from guest-physical to host-physical, with real entries (SDM 3C
 * 28.3.2), of 4K, 2M or 1G each. Its own pages lie in the host's kernel region.
 */
public final class Ept {
  private static final EntryFormat ENTRIES = EntryFormat.EPT;

  /** Rights, as bits by operation, that say write and not read. */
  private static final int WRITE_WITHOUT_READ =
      1 << bits(Op.WRITE) | 1 << bits(Op.WRITE, Op.EXECUTE);

  private static final int EXECUTE_ONLY = 1 << bits(Op.EXECUTE);
  private static final int WRITE = Op.WRITE.ordinal();

  /** Where the bits of the rights are. */
  private static final int RIGHTS = bits(Op.READ, Op.WRITE, Op.EXECUTE);

  private final EptSettings settings;
  private final PagingForm form;
  private final WriteLog written;
  private final Budget budget;

  /** A bit for each set of rights that the processor does not take. */
  private final int misconfigured;

  private PageTable table;
  private boolean guardsTables;
  private boolean hasLarge;
  private final List<Runnable> followers = new ArrayList<>();

  Ept(EptSettings settings, Kernel host, WriteLog written, World world) {
    this.settings = settings;
    this.form = settings.form();
    this.written = written;
    this.budget = world.budget();
    this.table = tablesOf(host);
    this.misconfigured = WRITE_WITHOUT_READ | (settings.executeOnly() ? 0 : EXECUTE_ONLY);
  }

  private PageTable tablesOf(Kernel host) {
    return new PageTable(form, host.region(), budget);
  }

  /** Its tables lie in another host's kernel region from now on, with nothing in them. */
  void moveTo(Kernel host) {
    clear();
    table.release();
    table = tablesOf(host);
  }

  private static int bits(Op... ops) {
    int bits = 0;
    for (Op op : ops) {
      bits |= 1 << op.ordinal();
    }
    return bits;
  }

  public EptSettings settings() {
    return settings;
  }

  /** The tables themselves. */
  public PageTable table() {
    return table;
  }

  public int levels() {
    return form.levels();
  }

  /** The entry of a guest's frame as if it had one of its own, 0 if it is not backed. */
  public long entry(int guestFrame) {
    long entry = table.entry(guestFrame);
    return entry == 0 && hasLarge ? partOfLarge(guestFrame) : entry;
  }

  private long partOfLarge(int guestFrame) {
    long place = place(guestFrame);
    return PageNumber.isLarge(place)
        ? ENTRIES.part(table.entry(place), (int) (guestFrame - form.first(place)))
        : 0;
  }

  /** The page whose entry a guest's frame has; an ordinary one where it has none. */
  public long place(int guestFrame) {
    for (int level = form.largest(); level > 1 && hasLarge; level--) {
      long place = form.page(level, guestFrame);
      long entry = table.entry(place);
      if (ENTRIES.present(entry) && !table.leadsOn(place, entry)) {
        return place;
      }
    }
    return guestFrame;
  }

  /**
   * Tells when something that was mapped has changed, so that what was made of it may no longer
   * hold.
   */
  void whenChanged(Runnable follower) {
    followers.add(follower);
  }

  /** Something that was mapped is so no longer, or has other rights. */
  private void changed() {
    followers.forEach(Runnable::run);
  }

  /** Whether some entry maps more than an ordinary page. */
  boolean hasLarge() {
    return hasLarge;
  }

  /** How many entries a walk for a guest's frame reads, whose entry is known. */
  int walkLength(int guestFrame, long entry) {
    return table.walkLength(hasLarge ? place(guestFrame) : guestFrame, ENTRIES.present(entry));
  }

  /**
   * Whether a walk has to look whether it may use the frames of the guest's tables; else they are
   * backed when they are taken, and readable and writable.
   */
  boolean guardsTables() {
    return guardsTables;
  }

  /** From now on a walk looks whether it may use the frames of the guest's tables. */
  void guardTables() {
    guardsTables = true;
  }

  public boolean backs(int guestFrame) {
    return ENTRIES.present(entry(guestFrame));
  }

  /** The host's frame behind a guest's that is backed. */
  public int hostFrame(int guestFrame) {
    return ENTRIES.frame(entry(guestFrame));
  }

  /** Whether the processor does not take an entry (SDM 3C 28.3.3.1). */
  boolean isMisconfigured(long entry) {
    return ((misconfigured >>> (entry & RIGHTS)) & 1) != 0;
  }

  /** The next frame of the guest from this one on that is backed, or −1. */
  public int next(int from) {
    long next = table.next(1, from);
    while (next >= 0 && !ENTRIES.present(table.entry(next))) {
      next = table.next(1, next + 1);
    }
    for (int level = 2; level <= form.largest() && hasLarge; level++) {
      long large = nextLarge(level, from);
      next = large >= 0 && (next < 0 || large < next) ? large : next;
    }
    return (int) next;
  }

  private long nextLarge(int level, int from) {
    if (PageNumber.level(place(from)) == level) {
      return from;
    }
    long number = table.next(level, PageNumber.number(form.page(level, from)) + 1);
    return number < 0 ? number : form.first(PageNumber.of(level, number));
  }

  /**
   * A page that the guest has behind it.
   *
   * @param first its first frame, as the guest numbers it
   * @param frames how many there are
   * @param hostFirst its first frame, as the host numbers it
   */
  public record Page(
      int first, int frames, int hostFirst, Rights rights, boolean accessed, boolean dirty) {}

  /** Its pages, ascending. */
  public List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    for (int frame = next(0); frame >= 0; ) {
      Page page = page(frame);
      pages.add(page);
      frame = next(page.first + page.frames);
    }
    return pages;
  }

  private Page page(int guestFrame) {
    long place = place(guestFrame);
    int first = (int) form.first(place);
    long entry = entry(first);
    return new Page(
        first,
        form.frames(place),
        ENTRIES.frame(entry),
        ENTRIES.rights(entry),
        ENTRIES.accessed(entry),
        ENTRIES.dirty(entry));
  }

  void map(int guestFrame, int hostFrame, Rights rights) {
    split(guestFrame);
    boolean before = backs(guestFrame);
    put(guestFrame, hostFrame, rights);
    if (before) {
      changed();
    }
  }

  /** The same, of which nobody is told. */
  void put(int guestFrame, int hostFrame, Rights rights) {
    table.set(guestFrame, ENTRIES.leaf(hostFrame, rights, false));
  }

  /** Whether a large page has neither an entry of its own nor a table below. */
  boolean isFree(int level, int guestFrame) {
    return table.entry(form.page(level, guestFrame)) == 0 && !PageNumber.isLarge(place(guestFrame));
  }

  /** Maps a large page, which is {@linkplain #isFree free}. */
  void mapLarge(int level, int guestFrame, int hostFrame, Rights rights) {
    hasLarge = true;
    table.set(form.page(level, guestFrame), ENTRIES.large(ENTRIES.leaf(hostFrame, rights, false)));
  }

  /** Gives a guest's frame an entry of its own, if it is part of a large page. */
  void split(int guestFrame) {
    long place = hasLarge ? place(guestFrame) : guestFrame;
    while (PageNumber.isLarge(place)) {
      splitOnce(place);
      place = place(guestFrame);
    }
  }

  private void splitOnce(long place) {
    long entry = table.entry(place);
    int level = PageNumber.level(place) - 1;
    int count = 1 << form.indexBits(level);
    int frames = form.frames(PageNumber.of(level, 0));
    table.update(place, 0);
    for (int i = 0; i < count; i++) {
      long part = ENTRIES.part(entry, i * frames);
      long page = form.page(level, form.first(place) + (long) i * frames);
      table.set(page, level > 1 ? ENTRIES.large(part) : part);
    }
  }

  /** Gives the one entry of a guest's frame other rights; A and D stay. */
  void protect(int guestFrame, Rights rights) {
    split(guestFrame);
    grant(guestFrame, rights);
  }

  /** Gives the page that a guest's frame is in other rights, whatever its size; A and D stay. */
  void grant(int guestFrame, Rights rights) {
    long place = place(guestFrame);
    long entry = table.entry(place);
    long leaf = ENTRIES.leaf(ENTRIES.frame(entry), rights, false);
    long other = PageNumber.isLarge(place) ? ENTRIES.large(leaf) : leaf;
    table.update(place, ENTRIES.keepUse(other, entry));
    changed();
  }

  /** Clears D in the one entry of a backed frame: what is written from now on sets it again. */
  void clean(int guestFrame) {
    split(guestFrame);
    table.update(guestFrame, ENTRIES.withoutDirty(table.entry(guestFrame)));
  }

  /** What may have been cached of the writes that it permits holds no longer. */
  void forgetWrites() {
    changed();
  }

  /** Whether each frame's writes are noted. */
  boolean notesWrites() {
    return written.isOn();
  }

  /** Which of these operations on a frame need not be noted. */
  int unnoted(int guestFrame, int grants) {
    return written.asksFor(guestFrame) ? grants & ~(1 << WRITE) : grants;
  }

  /**
   * A walk to this frame has succeeded: sets A on the way, and D if it writes.
   *
   * @return whether its own entry had not both set already that the use sets
   */
  boolean use(int guestFrame, int op) {
    if (op == WRITE) {
      written.note(guestFrame);
    }
    if (!settings.accessedDirty()) {
      return false;
    }
    long place = hasLarge ? place(guestFrame) : guestFrame;
    long entry = table.entry(place);
    long used = ENTRIES.used(entry, op);
    if (used != entry) {
      table.update(place, used);
    }
    if (!table.tablesUsed(place)) {
      table.useTables(place);
    }
    return used != entry;
  }

  /** Clears A in the entry of a backed frame. */
  void clearAccessed(int guestFrame) {
    long place = place(guestFrame);
    table.update(place, ENTRIES.withoutAccessed(table.entry(place)));
    changed();
  }

  /** Clears D in the entry of a backed frame. */
  void clearDirty(int guestFrame) {
    long place = place(guestFrame);
    table.update(place, ENTRIES.withoutDirty(table.entry(place)));
    changed();
  }

  /** Forgets the entry of a backed frame. */
  void drop(int guestFrame) {
    split(guestFrame);
    table.update(guestFrame, 0);
    changed();
  }

  /** Which of these operations need no walk: a write must still set D, if that is to be set. */
  int withoutWalk(long entry, int grants) {
    return settings.accessedDirty() ? ENTRIES.withoutWalk(entry, grants) : grants;
  }

  /** Forgets all entries. */
  void clear() {
    table.clear();
    hasLarge = false;
    changed();
  }
}
