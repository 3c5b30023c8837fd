package dev.vsim.machine.world;

import java.util.Optional;

/** The last decision of a world about which page goes, if somebody wants to know it. */
public final class Decisions {
  private boolean wanted;
  private Optional<Decision> last = Optional.empty();
  private Optional<Reclamation> reclamation = Optional.empty();

  /** Somebody will ask: sets of frames made from now on keep what their rules compare. */
  public void listen() {
    wanted = true;
  }

  public boolean areWanted() {
    return wanted;
  }

  /** A page is about to go. */
  public void take(Decision decision) {
    last = Optional.of(decision);
    reclamation = Optional.empty();
  }

  /** A full host has come to a free frame; the decisions on the way have been taken. */
  public void take(Reclamation how) {
    reclamation = Optional.of(how);
  }

  /** How a full host came to a free frame, if nothing was decided since. */
  public Optional<Reclamation> reclamation() {
    return reclamation;
  }

  /** What becomes of its contents. */
  public void settle(boolean dirty, int slot) {
    last = last.map(decision -> decision.with(new Decision.Copy(dirty, slot)));
  }

  /** The last decision. */
  public Optional<Decision> last() {
    return last;
  }
}
