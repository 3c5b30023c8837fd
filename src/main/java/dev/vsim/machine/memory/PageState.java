package dev.vsim.machine.memory;

import java.util.OptionalInt;

/**
 * What a page is at this moment, as the textbook's table shows it.
 *
 * @param valid whether the process may use it at all
 * @param present whether it has a frame
 * @param dirty whether it was written since it was loaded or swapped out
 * @param referenced the kernel's copy of R, by which policies decide
 * @param accessed the A bit of the entry
 * @param entry the entry's word
 * @param slot where a copy lies in swap, whether it is present or not
 */
public record PageState(
    long page,
    boolean valid,
    boolean present,
    boolean dirty,
    boolean referenced,
    boolean accessed,
    long entry,
    OptionalInt frame,
    OptionalInt slot) {}
