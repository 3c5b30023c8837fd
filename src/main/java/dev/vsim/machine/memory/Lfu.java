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

  /** By the count when the page was last looked at, and by when it was loaded. */
  private final FrameHeap heap;

  /** By frame, the count. */
  private final FrameRows uses;

  private int loads;

  Lfu(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.uses = frames.links();
    this.heap = new FrameHeap(uses);
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void load(int frame) {
    heap.reach(frames);
    uses.note(frame, 1);
    heap.add(frame, key(1, loads++));
  }

  @Override
  public void hit(int frame) {
    int before = uses.note(frame);
    if (before != MOST) {
      uses.note(frame, before + 1);
    }
  }

  @Override
  public void free(int frame) {
    heap.remove(frame);
  }

  @Override
  public int victim() {
    int least = heap.least();
    while ((int) (heap.key(least) >>> COUNT_SHIFT) != uses.note(least)) {
      heap.change(least, key(uses.note(least), (int) heap.key(least)));
      least = heap.least();
    }
    heap.remove(least);
    return least;
  }

  @Override
  public List<Measure> measures(int frame, Uses told) {
    return List.of(
        Measure.of(Measure.What.USES, uses.note(frame)),
        Measure.of(Measure.What.LOADED, told.loadedAt(frame)));
  }

  @Override
  public int look(int frame) {
    return frames.next(frame);
  }

  private static long key(int count, int loading) {
    return (long) count << COUNT_SHIFT | loading & 0xFFFFFFFFL;
  }

  @Override
  public Checkpoint checkpoint() {
    int keptLoads = loads;
    return Checkpoint.all(heap.checkpoint(), Checkpoint.of(0, () -> loads = keptLoads));
  }
}
