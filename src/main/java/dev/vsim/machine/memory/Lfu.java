package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * The page used least often since it was loaded goes, of several the one loaded first. A count
 * begins with 1 at the load and is forgotten when the page goes.
 *
 * <p>Aho, Denning and Ullman, "Principles of Optimal Page Replacement", JACM 1971, where it is the
 * best rule for independent references. Departs from it in that counts do not outlive a page's
 * stay.
 *
 * <p>A heap whose keys lag behind: counts only grow, so a page on top whose key is out of date
 * sinks when its turn comes, and a reference costs one addition.
 */
final class Lfu implements ReplacementPolicy {
  private static final int COUNT_SHIFT = 32;
  private static final int MOST = Integer.MAX_VALUE;

  private final FrameSet frames;
  private final FrameHeap heap = new FrameHeap();
  private int[] uses = {};
  private int[] loadings = {};
  private int loads;

  Lfu(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void load(int frame) {
    uses = frames.reach(uses);
    loadings = frames.reach(loadings);
    heap.reach(frames);
    uses[frame] = 1;
    loadings[frame] = loads++;
    heap.add(frame, key(frame));
  }

  @Override
  public void hit(int frame) {
    if (uses[frame] != MOST) {
      uses[frame]++;
    }
  }

  @Override
  public void free(int frame) {
    heap.remove(frame);
  }

  @Override
  public int victim() {
    int least = heap.least();
    while (heap.key(least) != key(least)) {
      heap.change(least, key(least));
      least = heap.least();
    }
    heap.remove(least);
    return least;
  }

  @Override
  public List<Measure> measures(int frame, Uses told) {
    return List.of(
        Measure.of(Measure.What.USES, uses[frame]),
        Measure.of(Measure.What.LOADED, told.loadedAt(frame)));
  }

  @Override
  public int look(int frame) {
    return frames.next(frame);
  }

  private long key(int frame) {
    return (long) uses[frame] << COUNT_SHIFT | loadings[frame] & 0xFFFFFFFFL;
  }

  @Override
  public Checkpoint checkpoint() {
    Kept.Ints keptUses = new Kept.Ints(uses);
    Kept.Ints keptLoadings = new Kept.Ints(loadings);
    int keptLoads = loads;
    return Checkpoint.all(
        heap.checkpoint(),
        Checkpoint.of(
            keptUses.bytes() + keptLoadings.bytes(),
            () -> {
              keptUses.into(uses, 0);
              keptLoadings.into(loadings, 0);
              loads = keptLoads;
            }));
  }
}
