package dev.vsim.machine.net;

import java.util.Optional;

/**
 * A datagram that a scenario sends.
 *
 * @param port the port that it is for
 * @param size octets of data
 * @param fromPort the port that it is from, or empty for the sender's next one
 * @param from the address that it says it is from, or empty for the sender's own
 * @param ttl how many routers it may pass
 * @param whole whether it is to be lost rather than cut
 */
public record Datagram(
    int port,
    int size,
    Optional<Integer> fromPort,
    Optional<Integer> from,
    int ttl,
    boolean whole) {}
