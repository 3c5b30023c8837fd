package dev.vsim.event;

/** Why a page fault happened (rules.md R11). */
public enum Cause {
  /** No frame and no copy in swap. */
  FIRST_TOUCH,
  /** The page lies in the swap area. */
  SWAPPED,
  /** The page is read from the file behind its region. */
  FILE,
  /** No valid page. */
  INVALID,
  /** The region or the entry forbids it. */
  PROTECTION,
  /** The first write to a page that is shared since a fork. */
  COPY_ON_WRITE
}
