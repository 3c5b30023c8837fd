package dev.vsim.machine.virt;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tables that a hypervisor without EPT lets the processor walk in place of a guest's: one for
 * each of the guest's address spaces, from guest-virtual to host-physical, in pages of 4K (Adams
 * and Agesen, ASPLOS 2006; rules.md R21). They lie in the host's kernel region.
 */
public final class ShadowTables {
  private Kernel host;
  private final World world;
  private final Map<Process, PageTable> tables = new LinkedHashMap<>();

  /**
   * @param memory what the hypervisor knows of guest-physical memory, which no processor walks;
   *     when it changes, no shadow holds any more
   */
  ShadowTables(Kernel host, Ept memory, World world) {
    this.host = host;
    this.world = world;
    memory.whenChanged(() -> tables.values().forEach(PageTable::clear));
  }

  /** The shadow of a process's table, if there is one as yet. */
  public Optional<PageTable> find(Process process) {
    return Optional.ofNullable(tables.get(process));
  }

  /** The shadow of a process's table. */
  PageTable of(Process process) {
    return tables.computeIfAbsent(process, p -> make(p.table().form()));
  }

  private PageTable make(PagingForm form) {
    return new PageTable(form, host.region(), world.budget());
  }

  /** An entry of the guest's has changed: nothing of it is in its shadow. */
  void drop(Process process, long page) {
    PageTable shadow = tables.get(process);
    PagingForm form = process.table().form();
    long end = form.first(page) + form.frames(page);
    long at = shadow.next(1, form.first(page));
    while (at >= 0 && at < end) {
      shadow.update(at, 0);
      at = shadow.next(1, at + 1);
    }
  }

  /** Whether a process's table is shadowed, and so protected against its kernel. */
  boolean has(Process process) {
    return tables.containsKey(process);
  }

  /** The process's table is no more. */
  void release(Process process) {
    PageTable shadow = tables.remove(process);
    if (shadow != null) {
      shadow.release();
    }
  }

  /** They lie in another host's kernel region from now on; there are none as yet. */
  void moveTo(Kernel other) {
    host = other;
  }

  /** There are none any more. */
  void clear() {
    tables.values().forEach(PageTable::release);
    tables.clear();
  }

  /** How many frames of the host they take. */
  public int frames() {
    return tables.values().stream().mapToInt(PageTable::framesOfTables).sum();
  }

  /** How many pages a shadow maps. */
  public static int pages(PageTable shadow) {
    EntryFormat entries = shadow.form().entries();
    int count = 0;
    for (long page = shadow.next(0); page >= 0; page = shadow.next(page + 1)) {
      count += entries.present(shadow.entry(page)) ? 1 : 0;
    }
    return count;
  }
}
