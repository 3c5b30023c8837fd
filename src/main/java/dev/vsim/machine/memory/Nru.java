package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.BitSet;
import java.util.List;

/**
 * Pages fall into four classes by their bits, not referenced before referenced and clean before
 * dirty, and a page of the lowest class goes. A tick clears the referenced bits, so that they tell
 * of the time since then only.
 *
 * <p>Tanenbaum and Bos, "Modern Operating Systems", 3.4.2. Departs from it where it takes any page
 * of the class: here the lowest frame's; and it ticks by references, not by a clock.
 */
final class Nru implements ReplacementPolicy {
  private static final int CLASSES = 4;

  private final FrameSet frames;
  private final long interval;
  private final BitSet members = new BitSet();

  /** For each class, no frame below this one is of it. A page's class rises until the next tick. */
  private final int[] from = new int[CLASSES];

  private long untilTick;

  Nru(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.interval = options.count(PolicyOption.INTERVAL, frames.capacity());
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
    for (int i = 0; i < CLASSES; i++) {
      from[i] = Math.min(from[i], frame);
    }
  }

  @Override
  public void hit(int frame) {
    // The bits tell.
  }

  @Override
  public void free(int frame) {
    members.clear(frame);
  }

  @Override
  public int victim() {
    if (frames.takesSlotsBack()) {
      lookAnew(0);
    }
    int number = 0;
    int victim = lowest(0);
    while (victim < 0) {
      victim = lowest(++number);
    }
    lookAnew(Math.max(number + 1, 2));
    members.clear(victim);
    return victim;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return List.of(
        Measure.of(Measure.What.CLASS, number(frame)),
        Measure.of(Measure.What.REFERENCED, frames.referenced(frame)),
        Measure.of(Measure.What.DIRTY, frames.dirty(frame)));
  }

  @Override
  public int look(int frame) {
    return members.nextSetBit(frame + 1);
  }

  private void tick() {
    for (int frame = members.nextSetBit(0); frame >= 0; frame = members.nextSetBit(frame + 1)) {
      if (frames.referenced(frame)) {
        frames.clearReferenced(frame);
      }
    }
    lookAnew(0);
  }

  /** The lowest frame of a class, or −1. */
  private int lowest(int number) {
    int frame = members.nextSetBit(from[number]);
    while (frame >= 0 && number(frame) != number) {
      frame = members.nextSetBit(frame + 1);
    }
    from[number] = frame >= 0 ? frame : members.length();
    return frame;
  }

  private int number(int frame) {
    return (frames.referenced(frame) ? 2 : 0) + (frames.dirty(frame) ? 1 : 0);
  }

  /** Pages may have risen into these classes behind where the last look began. */
  private void lookAnew(int fromClass) {
    for (int i = fromClass; i < CLASSES; i++) {
      from[i] = 0;
    }
  }

  @Override
  public Checkpoint checkpoint() {
    BitSet keptMembers = (BitSet) members.clone();
    Kept.Ints keptFrom = new Kept.Ints(from);
    long keptTick = untilTick;
    return Checkpoint.of(
        keptMembers.size() / Byte.SIZE,
        () -> {
          members.clear();
          members.or(keptMembers);
          keptFrom.into(from, 0);
          untilTick = keptTick;
        });
  }
}
