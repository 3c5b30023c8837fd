package dev.vsim.source;

/**
 * A mistake for which a statement could not be read: what else is said of its place follows from
 * it.
 */
public interface Unread extends Problem {}
