package dev.vsim.machine.memory;

import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.TlbSettings;
import dev.vsim.machine.time.Cost;
import java.util.Map;

/**
 * What a host or VM declares about its memory.
 *
 * @param memory bytes for user pages; tables lie above (rules.md R8)
 * @param sharing which equal pages of VMs may lie in one frame
 * @param tables where page tables lie, and whether pages are valid on demand
 * @param costs what differs from the catalogue on a host, from its host in a VM; in picoseconds
 */
public record KernelSettings(
    long memory,
    PagingForm paging,
    TlbSettings tlb,
    SwapSettings swap,
    PolicyChoice policy,
    Map<Cost, Long> costs,
    TableSettings tables,
    Sharing sharing) {
  public KernelSettings {
    costs = Map.copyOf(costs);
  }

  private static final long G = 1L << 30;

  /** What a host has unless it says otherwise (rules.md R0). */
  public static final KernelSettings HOST =
      new KernelSettings(
          16 * G,
          PagingForm.X86_64,
          TlbSettings.DEFAULT,
          new SwapSettings(4 * G, Medium.SSD),
          PolicyChoice.of(Policies.LRU),
          Map.of(),
          TableSettings.USUAL,
          Sharing.DEFAULT);

  /** What a VM has unless it says otherwise; its costs are its host's. */
  public static final KernelSettings GUEST =
      HOST.withMemory(G).withSwap(new SwapSettings(G, Medium.SSD));

  public KernelSettings withMemory(long bytes) {
    return new KernelSettings(bytes, paging, tlb, swap, policy, costs, tables, sharing);
  }

  public KernelSettings withTlb(TlbSettings other) {
    return new KernelSettings(memory, paging, other, swap, policy, costs, tables, sharing);
  }

  public KernelSettings withSwap(SwapSettings other) {
    return new KernelSettings(memory, paging, tlb, other, policy, costs, tables, sharing);
  }

  public KernelSettings withPolicy(PolicyChoice other) {
    return new KernelSettings(memory, paging, tlb, swap, other, costs, tables, sharing);
  }

  public KernelSettings withCosts(Map<Cost, Long> other) {
    return new KernelSettings(memory, paging, tlb, swap, policy, other, tables, sharing);
  }

  public KernelSettings withPaging(PagingForm other) {
    return new KernelSettings(memory, other, tlb, swap, policy, costs, tables, sharing);
  }

  public KernelSettings withTables(TableSettings other) {
    return new KernelSettings(memory, paging, tlb, swap, policy, costs, other, sharing);
  }

  public KernelSettings withSharing(Sharing other) {
    return new KernelSettings(memory, paging, tlb, swap, policy, costs, tables, other);
  }
}
