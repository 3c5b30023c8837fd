package dev.vsim.machine.net;

/**
 * What a switch declares.
 *
 * @param mtu the longest payload that its ports let through, in octets
 * @param learns whether it learns addresses from the frames it sees; a vSphere standard switch does
 *     not, it knows those of its own ports
 * @param ageing how long an address is known after it was seen, in nanoseconds
 * @param security what its ports' guests may do unless a port group says otherwise
 */
public record SwitchSettings(int mtu, boolean learns, long ageing, Security security) {
  /** An Ethernet's longest payload. */
  public static final int USUAL_MTU = 1500;

  /** The longest payload that anything here carries. */
  public static final int JUMBO_MTU = 9000;

  /** IEEE 802.1D's default, table 7-5. */
  public static final long USUAL_AGEING = 300_000_000_000L;

  /** A virtual switch's. */
  public static final SwitchSettings DEFAULT =
      new SwitchSettings(USUAL_MTU, true, USUAL_AGEING, Security.DEFAULT);

  /** That of the physical network, which lets jumbo frames through. */
  public static final SwitchSettings PHYSICAL =
      new SwitchSettings(JUMBO_MTU, true, USUAL_AGEING, Security.DEFAULT);
}
