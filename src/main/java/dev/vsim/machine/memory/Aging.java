package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.BitSet;
import java.util.List;

/**
 * Each page has a history of a few bits: at each tick it moves to the right, and the referenced bit
 * enters from the left and is cleared. The page with the lowest history goes: least recently used,
 * as far as bits can tell.
 *
 * <p>Tanenbaum and Bos, "Modern Operating Systems", 3.4.7. Departs from it in that a loaded page
 * begins with its leftmost bit set, lest it goes before its first tick, and that the lowest frame
 * goes among equals; it ticks by references, not by a clock.
 */
final class Aging implements ReplacementPolicy {
  private static final int USUAL_BITS = 8;

  private final FrameSet frames;
  private final long interval;
  private final int bits;
  private final FrameHeap byHistory;

  /** The same frames in the order in which a tick goes through them, upwards. */
  private final BitSet members = new BitSet();

  private long untilTick;

  Aging(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.byHistory = new FrameHeap(frames.links());
    this.interval = options.count(PolicyOption.INTERVAL, frames.capacity());
    this.bits = (int) options.count(PolicyOption.BITS, USUAL_BITS);
    this.untilTick = interval;
  }

  @Override
  public boolean seesEveryReference() {
    return false;
  }

  @Override
  public boolean countsReferences() {
    return true;
  }

  @Override
  public void reference() {
    if (untilTick == 0) {
      tick();
      untilTick = interval;
    }
    untilTick--;
  }

  @Override
  public void load(int frame) {
    members.set(frame);
    byHistory.reach(frames);
    byHistory.add(frame, leftmost());
  }

  @Override
  public void hit(int frame) {
    // The bits tell.
  }

  @Override
  public void free(int frame) {
    members.clear(frame);
    byHistory.remove(frame);
  }

  @Override
  public int victim() {
    int victim = byHistory.least();
    free(victim);
    return victim;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return List.of(new Measure(Measure.What.HISTORY, byHistory.key(frame), bits));
  }

  @Override
  public int look(int frame) {
    return frames.next(frame);
  }

  private void tick() {
    for (int frame = members.nextSetBit(0); frame >= 0; frame = members.nextSetBit(frame + 1)) {
      long history = byHistory.key(frame) >>> 1;
      if (frames.referenced(frame)) {
        frames.clearReferenced(frame);
        history |= leftmost();
      }
      byHistory.set(frame, history);
    }
    byHistory.order();
  }

  private long leftmost() {
    return 1L << (bits - 1);
  }

  @Override
  public Checkpoint checkpoint() {
    long keptTick = untilTick;
    BitSet kept = (BitSet) members.clone();
    return Checkpoint.all(
        byHistory.checkpoint(),
        Checkpoint.of(
            Long.BYTES + kept.size() / Byte.SIZE,
            () -> {
              untilTick = keptTick;
              members.clear();
              members.or(kept);
            }));
  }
}
