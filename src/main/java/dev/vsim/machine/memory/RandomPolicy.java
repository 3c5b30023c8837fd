package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * Any page goes: the world's next random number, modulo the number of frames, counts through the
 * frames from the lowest. It knows nothing of the past, so no sequence of references is bad for it
 * every time.
 *
 * <p>Belady, "A Study of Replacement Algorithms for a Virtual-Storage Computer", IBM Systems
 * Journal 1966. Departs from it nowhere.
 */
final class RandomPolicy implements ReplacementPolicy {
  private final FrameSet frames;
  private final FrameRanks members = new FrameRanks();

  RandomPolicy(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
  }

  @Override
  public boolean seesEveryReference() {
    return false;
  }

  @Override
  public void load(int frame) {
    members.reach(frames);
    members.add(frame);
  }

  @Override
  public void hit(int frame) {
    // Use does not count.
  }

  @Override
  public void free(int frame) {
    members.remove(frame);
  }

  @Override
  public int victim() {
    int victim = members.at((int) frames.random().below(members.size()));
    members.remove(victim);
    return victim;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return List.of(Measure.of(Measure.What.FRAME, frame));
  }

  @Override
  public int look(int frame) {
    return frames.next(frame);
  }

  @Override
  public Checkpoint checkpoint() {
    return members.checkpoint();
  }
}
