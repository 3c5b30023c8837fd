package dev.vsim.machine.paging;

/**
 * The shape of a TLB.
 *
 * @param entries a multiple of {@code ways}
 * @param tagged whether entries carry their address space (ASID); else loading another's tables
 *     empties the TLB
 * @param exact whether a kernel that clears an A bit drops the page's translations, so that the
 *     next use sets it again (rules.md R6)
 */
public record TlbSettings(int entries, int ways, boolean tagged, boolean exact) {
  /** 64 entries in 16 sets of four ways, tagged. */
  public static final TlbSettings DEFAULT = new TlbSettings(64, 4, true, true);

  /** Entries with their address space, and exact A bits. */
  public TlbSettings(int entries, int ways) {
    this(entries, ways, true, true);
  }

  /** How many sets; a page's is its number modulo this. */
  public int sets() {
    return entries / ways;
  }
}
