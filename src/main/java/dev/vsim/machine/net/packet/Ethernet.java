package dev.vsim.machine.net.packet;

import java.util.Arrays;

/**
 * Ethernet II frames as octets, without preamble and frame check sequence, with or without a tag
 * (IEEE 802.3, 802.1Q). Addresses are in the low 48 bits of a long.
 */
public final class Ethernet {
  /** Where the payload of an untagged frame begins. */
  public static final int HEADER = 14;

  /** The octets of an 802.1Q tag. */
  public static final int TAG = 4;

  /** The shortest frame without its check sequence. */
  public static final int LEAST = 60;

  /**
   * What a frame takes on the wire beside its octets: preamble, check sequence and the gap behind
   * it.
   */
  public static final int AROUND = 24;

  public static final long BROADCAST = 0xFFFF_FFFF_FFFFL;

  public static final int ARP = 0x0806;
  public static final int IPV4 = 0x0800;
  public static final int RARP = 0x8035;

  /** For experiments on one's own network (IEEE 802, "local experimental"). */
  public static final int EXPERIMENTAL = 0x88B5;

  /** The highest VLAN that a frame can be in. */
  public static final int LAST_VLAN = 4094;

  private static final int VLAN = 0x8100;
  private static final int SOURCE = 6;
  private static final int TYPE = 12;
  private static final long GROUP = 1L << 40;
  private static final long MULTICAST = 0x0100_5E00_0000L;
  private static final int MULTICAST_BITS = 0x7F_FFFF;
  private static final int VLAN_BITS = 0xFFF;

  private Ethernet() {}

  /** The address of an IPv4 group: its low 23 bits behind a fixed part (RFC 1112, section 6.4). */
  public static long multicast(int ip) {
    return MULTICAST | ip & MULTICAST_BITS;
  }

  /** Room for an untagged frame with so many octets of payload, padded with zeros. */
  public static byte[] room(int payload) {
    return new byte[Math.max(LEAST, HEADER + payload)];
  }

  /** Writes the header of an untagged frame. */
  public static void address(byte[] frame, long destination, long source, int type) {
    Octets.put48(frame, 0, destination);
    Octets.put48(frame, SOURCE, source);
    Octets.put16(frame, TYPE, type);
  }

  /** An untagged frame with so many octets of payload, 0, 1, 2 …. */
  public static byte[] patterned(long destination, long source, int type, int size) {
    byte[] frame = room(size);
    address(frame, destination, source, type);
    Pattern.fill(frame, HEADER, size);
    return frame;
  }

  public static long destination(byte[] frame) {
    return Octets.get48(frame, 0);
  }

  public static long source(byte[] frame) {
    return Octets.get48(frame, SOURCE);
  }

  /** Whether an address is that of a group, the broadcast address included. */
  public static boolean isGroup(long address) {
    return (address & GROUP) != 0;
  }

  public static boolean isTagged(byte[] frame) {
    return Octets.get16(frame, TYPE) == VLAN;
  }

  /** The VLAN that the tag says; 0 where there is no tag, or one that has only a priority. */
  public static int vlan(byte[] frame) {
    return isTagged(frame) ? Octets.get16(frame, HEADER) & VLAN_BITS : 0;
  }

  /** The EtherType of the payload. */
  public static int type(byte[] frame) {
    return Octets.get16(frame, isTagged(frame) ? TYPE + TAG : TYPE);
  }

  /** How many octets of payload there are, padding included. */
  public static int payload(byte[] frame) {
    return frame.length - HEADER - (isTagged(frame) ? TAG : 0);
  }

  /** The same frame with a tag. */
  public static byte[] tagged(byte[] frame, int vlan) {
    byte[] tagged = new byte[frame.length + TAG];
    System.arraycopy(frame, 0, tagged, 0, TYPE);
    Octets.put16(tagged, TYPE, VLAN);
    Octets.put16(tagged, HEADER, vlan);
    System.arraycopy(frame, TYPE, tagged, TYPE + TAG, frame.length - TYPE);
    return tagged;
  }

  /** The same frame without its tag. */
  public static byte[] untagged(byte[] frame) {
    byte[] plain = Arrays.copyOf(frame, Math.max(LEAST, frame.length - TAG));
    System.arraycopy(frame, TYPE + TAG, plain, TYPE, frame.length - TYPE - TAG);
    return plain;
  }
}
