package dev.vsim.machine.net;

/**
 * What a virtual switch lets the guests on its ports do (vSphere's names).
 *
 * @param promiscuous whether a card that listens to everything hears what is forwarded to others
 * @param macChanges whether frames reach a guest that has changed its address
 * @param forged whether frames may have another source than the port's address
 */
public record Security(boolean promiscuous, boolean macChanges, boolean forged) {
  /** A standard switch's. */
  public static final Security DEFAULT = new Security(false, true, true);
}
