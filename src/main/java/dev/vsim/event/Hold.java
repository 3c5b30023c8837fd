package dev.vsim.event;

/** What keeps a ready vCPU from a core other than that the cores are busy (rules.md R17). */
public enum Hold {
  /** It has had what its limit allows in this window. */
  LIMIT,
  /** Its siblings are behind, or do not all find cores. */
  CO_STOP
}
