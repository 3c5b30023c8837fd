package dev.vsim.machine.memory;

import dev.vsim.machine.paging.Absent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which pages of a process are valid, and for what (rules.md R1b). */
final class AddressSpace {
  static final long NONE = -1;

  /** Made once, since each fault asks. */
  private static final List<Optional<Rights>> SOME =
      Arrays.stream(Rights.values()).map(Optional::of).toList();

  private final PagingForm form;
  private final List<Region> regions;
  private final boolean demand;
  private final boolean large;

  /**
   * @param demand whether pages are valid that nobody has mapped
   */
  AddressSpace(PagingForm form, List<Region> regions, boolean demand) {
    this.form = form;
    this.regions = regions;
    this.demand = demand;
    this.large = regions.stream().anyMatch(r -> r.level() > 1);
  }

  /** Whether it has large pages. */
  boolean hasLarge() {
    return large;
  }

  /** The page, of whatever size, that an address lies in. */
  long page(long va) {
    long ordinary = form.page(va);
    return large ? sized(ordinary) : ordinary;
  }

  private long sized(long ordinary) {
    int at = region(ordinary);
    int level = at < 0 ? 1 : regions.get(at).level();
    return level == 1 ? ordinary : form.page(level, ordinary);
  }

  /**
   * The page that a number means: a large one of that number, unless an ordinary one has it; else
   * the one that the ordinary page of that number lies in.
   */
  long named(long number) {
    long same = large ? largeOf(number) : NONE;
    boolean ordinary = large && region(number) >= 0 && sized(number) == number;
    return same == NONE || ordinary ? large ? sized(number) : number : same;
  }

  /** Whether both an ordinary page and a large one have this number. */
  boolean ambiguous(long number) {
    return large && largeOf(number) != NONE && region(number) >= 0 && sized(number) == number;
  }

  private long largeOf(long number) {
    for (int level = 2; level <= form.largest(); level++) {
      long page = PageNumber.of(level, number);
      int at = region(form.first(page));
      if (at >= 0 && regions.get(at).level() == level) {
        return page;
      }
    }
    return NONE;
  }

  List<Region> regions() {
    return regions;
  }

  /** What may be done to a page with this entry, or nothing if it is not valid. */
  Optional<Rights> rights(long page, long entry) {
    EntryFormat entries = form.entries();
    if (entries.present(entry)) {
      return some(entries.rights(entry));
    } else if (Absent.hasRights(entry)) {
      return some(Absent.rights(entry));
    } else if (Absent.isUnmapped(entry)) {
      return Optional.empty();
    } else if (!demand) {
      return Optional.empty();
    } else if (regions.isEmpty()) {
      return page < form.userPages() ? some(Rights.RWX) : Optional.empty();
    }
    int at = region(form.first(page));
    return at < 0 ? Optional.empty() : some(regions.get(at).rights());
  }

  /** Where in a file a page is, if its region has one. */
  Optional<FilePage> file(long page) {
    int at = regions.isEmpty() ? -1 : region(page);
    long va = page << form.offsetBits();
    return at < 0
        ? Optional.empty()
        : regions.get(at).file().map(f -> new FilePage(f, va - regions.get(at).start()));
  }

  /** The first page without regions, else that of the first region. */
  long first() {
    return regions.isEmpty() ? 0 : firstOf(0);
  }

  /**
   * The page behind this one, region by region as they are declared; {@link #NONE} behind the last.
   */
  long after(long page) {
    if (regions.isEmpty()) {
      return page + 1 < form.userPages() ? page + 1 : NONE;
    }
    int at = region(form.first(page));
    if (region(form.first(page + 1)) == at) {
      return page + 1;
    }
    return at + 1 < regions.size() ? firstOf(at + 1) : NONE;
  }

  private static Optional<Rights> some(Rights rights) {
    return SOME.get(rights.ordinal());
  }

  private long firstOf(int region) {
    return page(regions.get(region).start());
  }

  /** Which region an ordinary page lies in; −1 in none. There are few. */
  private int region(long page) {
    long va = page << form.offsetBits();
    for (int i = 0; i < regions.size(); i++) {
      Region region = regions.get(i);
      if (va >= region.start() && va - region.start() < region.length()) {
        return i;
      }
    }
    return -1;
  }
}
