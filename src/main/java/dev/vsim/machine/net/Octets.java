package dev.vsim.machine.net;

import java.util.Optional;

/**
 * What a scenario sends by TCP.
 *
 * @param port the port that it is for
 * @param fromPort the port that it is from, or empty for the sender's next one
 * @param from the address that it says it is from, or empty for the sender's own
 * @param bytes how much
 * @param window the most bytes that may be under way
 * @param told whether its end is an event
 */
public record Octets(
    int port,
    Optional<Integer> fromPort,
    Optional<Integer> from,
    long bytes,
    long window,
    boolean told) {}
