package dev.vsim.machine.virt;

import dev.vsim.machine.paging.PagingForm;

/**
 * What a host's processors offer of extended page tables, and how its hypervisor uses them.
 *
 * @param on whether there are any; else guests' tables are shadowed (rules.md R21)
 * @param executeOnly whether an entry may permit to execute and not to read
 * @param accessedDirty whether walks set A and D in the entries; then a guest's tables are read as
 *     if they were written (SDM 3C 28.3.5)
 * @param form how many levels they have
 * @param largest the level at which the largest pages have their entries: 1 for 4K, 2 for 2M, 3 for
 *     1G
 */
public record EptSettings(
    boolean on, boolean executeOnly, boolean accessedDirty, PagingForm form, int largest) {
  /** On, four levels, pages of 4K. */
  public static final EptSettings DEFAULT = new EptSettings(true, true, true, PagingForm.EPT, 1);

  public EptSettings withOn(boolean state) {
    return new EptSettings(state, executeOnly, accessedDirty, form, largest);
  }

  public EptSettings withExecuteOnly(boolean offered) {
    return new EptSettings(on, offered, accessedDirty, form, largest);
  }

  public EptSettings withAccessedDirty(boolean set) {
    return new EptSettings(on, executeOnly, set, form, largest);
  }

  public EptSettings withForm(PagingForm other) {
    return new EptSettings(on, executeOnly, accessedDirty, other, largest);
  }

  public EptSettings withLargest(int level) {
    return new EptSettings(on, executeOnly, accessedDirty, form, level);
  }
}
