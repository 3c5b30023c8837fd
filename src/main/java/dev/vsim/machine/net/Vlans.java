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
  public static final Vlans ALL = new Vlans(Mode.ALL, new BitSet(), 0);

  /** Frames without a tag only, in VLAN 0. */
  public static final Vlans UNTAGGED = new Vlans(Mode.ACCESS, new BitSet(), 0);

  private final Mode mode;
  private final BitSet tagged;
  private final int untagged;

  private enum Mode {
    ALL,
    ACCESS,
    TRUNK
  }

  private Vlans(Mode mode, BitSet tagged, int untagged) {
    this.mode = mode;
    this.tagged = tagged;
    this.untagged = untagged;
  }

  /** Frames without a tag only, all in one VLAN. */
  public static Vlans access(int vlan) {
    return vlan == 0 ? UNTAGGED : new Vlans(Mode.ACCESS, new BitSet(), vlan);
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
    return new Vlans(Mode.TRUNK, several, nativeVlan);
  }

  /** The VLAN that a frame coming in at the port is in, or {@link #NONE}. */
  int of(byte[] frame) {
    int tag = Ethernet.vlan(frame);
    if (tag == 0) {
      return untagged;
    }
    return takes(tag) ? tag : NONE;
  }

  private boolean takes(int tag) {
    return switch (mode) {
      case ALL -> tag <= Ethernet.LAST_VLAN;
      case ACCESS -> false;
      case TRUNK -> tagged.get(tag);
    };
  }

  /** Whether frames of a VLAN leave by the port. */
  boolean carries(int vlan) {
    return vlan == untagged || mode == Mode.ALL || mode == Mode.TRUNK && tagged.get(vlan);
  }

  /** The tag with which a frame of a VLAN leaves by the port; 0: none. */
  int tag(int vlan) {
    return vlan == untagged ? 0 : vlan;
  }

  /** Whether it carries every VLAN. */
  public boolean isEvery() {
    return mode == Mode.ALL;
  }

  /** Whether it carries some by their tags. */
  public boolean isTrunk() {
    return mode == Mode.TRUNK;
  }

  /** Those that it carries by name; empty where it carries every one, or just {@link #untagged}. */
  public List<Integer> several() {
    return tagged.stream().boxed().toList();
  }

  /** The one that goes without a tag: an access port's, a trunk's native one; 0, or -1: none. */
  public int untagged() {
    return untagged;
  }
}
