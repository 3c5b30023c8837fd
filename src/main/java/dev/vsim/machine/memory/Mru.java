package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * The page used last goes: what was just used in a long loop is what will not be wanted for
 * longest. A list in order of last use, whose end is taken.
 *
 * <p>Chou and DeWitt, "An Evaluation of Buffer Management Strategies for Relational Database
 * Systems", VLDB 1985. Departs from it nowhere.
 */
final class Mru implements ReplacementPolicy {
  private final FrameList byLastUse;

  Mru(FrameSet frames, PolicyOptions options) {
    this.byLastUse = new FrameList(frames.links());
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void load(int frame) {
    byLastUse.addLast(frame);
  }

  @Override
  public void hit(int frame) {
    byLastUse.moveToLast(frame);
  }

  @Override
  public void free(int frame) {
    byLastUse.remove(frame);
  }

  @Override
  public int victim() {
    return byLastUse.removeLast();
  }

  @Override
  public boolean looksInOrder() {
    return true;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return List.of(Measure.of(Measure.What.LAST_USE, uses.usedAt(frame)));
  }

  @Override
  public int look(int frame) {
    return byLastUse.lookBack(frame);
  }

  @Override
  public Checkpoint checkpoint() {
    return byLastUse.checkpoint();
  }
}
