package dev.vsim.machine.world;

import java.util.Optional;

/** The last decision of a world about which page goes, if somebody wants to know it. */
public final class Decisions {
  private boolean wanted;
  private Optional<Decision> last = Optional.empty();

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
