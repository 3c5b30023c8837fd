package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * The page used longest ago goes: a list in order of last use, to whose end every reference moves
 * its page. TLB hits move it too, which no hardware would tell the kernel.
 *
 * <p>Mattson, Gecsei, Slutz and Traiger, "Evaluation techniques for storage hierarchies", IBM
 * Systems Journal 1970. Departs from it nowhere.
 */
final class Lru implements ReplacementPolicy {
  private final FrameList byLastUse;

  Lru(FrameSet frames, PolicyOptions options) {
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
    return byLastUse.removeFirst();
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
    return byLastUse.look(frame);
  }

  @Override
  public Checkpoint checkpoint() {
    return byLastUse.checkpoint();
  }
}
