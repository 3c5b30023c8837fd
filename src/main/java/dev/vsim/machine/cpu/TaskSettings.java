package dev.vsim.machine.cpu;

/**
 * What a task does: so many times a burst on a processor and then one of I/O, which may be nothing.
 *
 * @param cpu nanoseconds on a processor, at least 1
 * @param io nanoseconds of I/O
 * @param repeat how often, at least 1
 */
public record TaskSettings(long cpu, long io, long repeat) {}
