package dev.vsim.trace;

/**
 * {@code forbid P} or {@code allow P}.
 *
 * @param forbids whether an event that matches is a violation
 */
public record Rule(boolean forbids, EventPattern pattern, Place place) {}
