package dev.vsim.machine.net;

/**
 * A frame that a scenario puts together itself.
 *
 * @param destination the MAC address that it is for
 * @param source the one that it says it is from
 * @param vlan the VLAN of its tag; 0: no tag
 * @param type its EtherType
 * @param size octets of payload, 0, 1, 2 …
 */
public record RawFrame(long destination, long source, int vlan, int type, int size) {}
