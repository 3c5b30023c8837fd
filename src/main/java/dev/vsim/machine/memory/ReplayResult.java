package dev.vsim.machine.memory;

/**
 * What a replayed trace came to.
 *
 * @param references how many were made, the one that ended it included
 * @param time virtual nanoseconds that it took
 * @param last how the last reference ended: the replay stops where one is not {@link
 *     AccessResult#done}
 */
public record ReplayResult(
    long references,
    long faults,
    long hits,
    long evictions,
    long swapOuts,
    long swapIns,
    long time,
    AccessResult last) {}
