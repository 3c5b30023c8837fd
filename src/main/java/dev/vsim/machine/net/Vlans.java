package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Ethernet;
import java.util.BitSet;
import java.util.List;

/**
 * Which VLANs a port carries, and which of them without a tag (IEEE 802.1Q; rules.md R28). Inside a
 * switch each frame is in one VLAN, 0 being that of frames without a tag on a trunk of all.
 */
public final class Vlans {
  /** What {@link #of} gives for a frame that the port does not take. */
  static final int NONE = -1;

  /** Every VLAN, each with its tag, and 0 without one: uplinks, port groups of VLAN 4095. */
  public static final Vlans ALL = new Vlans(null, 0);

  private final BitSet carried;
  private final int untagged;

  private Vlans(BitSet carried, int untagged) {
    this.carried = carried;
    this.untagged = untagged;
  }

  /** Frames without a tag only, all in one VLAN. */
  public static Vlans access(int vlan) {
    BitSet one = new BitSet();
    one.set(vlan);
    return new Vlans(one, vlan);
  }

  /** These VLANs by their tags, and none without. */
  public static Vlans trunk(List<Integer> vlans) {
    return trunk(vlans, NONE);
  }

  /** These VLANs by their tags, but the native one without. */
  public static Vlans trunk(List<Integer> vlans, int nativeVlan) {
    BitSet several = new BitSet();
    vlans.forEach(several::set);
    if (nativeVlan != NONE) {
      several.set(nativeVlan);
    }
    return new Vlans(several, nativeVlan);
  }

  /** The VLAN that a frame coming in at the port is in, or {@link #NONE}. */
  int of(byte[] frame) {
    int tag = Ethernet.vlan(frame);
    if (tag == 0) {
      return untagged;
    }
    boolean taken = carried == null ? tag <= Ethernet.LAST_VLAN : carried.get(tag) && isTrunk();
    return taken ? tag : NONE;
  }

  /** Whether frames of a VLAN leave by the port. */
  boolean carries(int vlan) {
    return carried == null || carried.get(vlan);
  }

  /** The tag with which a frame of a VLAN leaves by the port; 0: none. */
  int tag(int vlan) {
    return vlan == untagged ? 0 : vlan;
  }

  /** Whether the port takes tags at all. */
  private boolean isTrunk() {
    return carried == null || untagged == NONE || carried.cardinality() > 1;
  }

  /**
   * As a drawing says it: {@code access 100}, {@code trunk 100, 200}, or nothing for VLAN 0 only.
   */
  public String shown() {
    if (carried == null) {
      return "every VLAN";
    } else if (untagged == 0 && carried.cardinality() == 1) {
      return "";
    }
    String all = carried.toString().replaceAll("[{}]", "");
    return isTrunk() ? "trunk " + all : "access " + all;
  }
}
