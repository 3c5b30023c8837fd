package dev.vsim.machine.memory;

/** A swap area: {@code swap 4G ssd}. */
public record SwapSettings(long size, Medium medium) {}
