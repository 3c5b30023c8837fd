package dev.vsim.machine.paging;

/**
 * The shape of a TLB.
 *
 * @param entries a multiple of {@code ways}
 * @param tagged whether entries carry their address space (ASID); else loading another's tables
 *     empties the TLB
 */
public record TlbSettings(int entries, int ways, boolean tagged) {
  /** 64 entries in 16 sets of four ways, tagged. */
  public static final TlbSettings DEFAULT = new TlbSettings(64, 4, true);

  /** How many sets; a page's is its number modulo this. */
  public int sets() {
    return entries / ways;
  }
}
