package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * The page loaded first goes first, however much it is used: a queue, and nothing to note at a
 * reference.
 *
 * <p>Belady, Nelson and Shedler, "An Anomaly in Space-Time Characteristics of Certain Programs
 * Running in a Paging Machine", CACM 1969. Departs from it nowhere.
 */
final class Fifo implements ReplacementPolicy {
  private final FrameList queue;

  Fifo(FrameSet frames, PolicyOptions options) {
    this.queue = new FrameList(frames.links());
  }

  @Override
  public boolean seesEveryReference() {
    return false;
  }

  @Override
  public void load(int frame) {
    queue.addLast(frame);
  }

  @Override
  public void hit(int frame) {
    // What was loaded first goes first.
  }

  @Override
  public void free(int frame) {
    queue.remove(frame);
  }

  @Override
  public int victim() {
    return queue.removeFirst();
  }

  @Override
  public boolean looksInOrder() {
    return true;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return List.of(Measure.of(Measure.What.LOADED, uses.loadedAt(frame)));
  }

  @Override
  public int look(int frame) {
    return queue.look(frame);
  }

  @Override
  public Checkpoint checkpoint() {
    return queue.checkpoint();
  }
}
