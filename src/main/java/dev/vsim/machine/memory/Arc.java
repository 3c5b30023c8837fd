package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * Two lists in order of use, T1 of pages used once and T2 of those used again, and for each the
 * names of who left it, B1 and B2. A page that comes back out of B1 says that T1 should have been
 * longer, one out of B2 that T2 should: the target p for T1's length follows.
 *
 * <p>Megiddo and Modha, "ARC: A Self-Tuning, Low Overhead Replacement Cache", FAST 2003. Departs
 * from it nowhere; p is a real number from 0.
 */
final class Arc implements ReplacementPolicy {
  private final FrameSet frames;
  private final int capacity;
  private final FrameList once;
  private final FrameList again;
  private final Ghosts onceGone;
  private final Ghosts againGone;

  /** By frame, whether its page is in T2. */
  private byte[] isAgain = {};

  private int onceSize;
  private int againSize;
  private double target;

  /** Who is about to be loaded, and whence it comes back. */
  private long coming = -1;

  private boolean known;
  private boolean fromAgain;

  Arc(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.capacity = frames.capacity();
    this.once = new FrameList(frames.links());
    this.again = new FrameList(frames.links());
    this.onceGone = new Ghosts(frames);
    this.againGone = new Ghosts(frames);
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void wanted(long identity) {
    coming = identity;
    int gone1 = onceGone.size();
    int gone2 = againGone.size();
    fromAgain = false;
    known = true;
    if (onceGone.remove(identity)) {
      target = Math.min(capacity, target + Math.max(1, (double) gone2 / gone1));
    } else if (againGone.remove(identity)) {
      target = Math.max(0, target - Math.max(1, (double) gone1 / gone2));
      fromAgain = true;
    } else {
      known = false;
    }
  }

  @Override
  public void load(int frame) {
    isAgain = frames.reach(isAgain);
    if (coming != frames.identity(frame)) {
      wanted(frames.identity(frame));
    }
    coming = -1;
    if (known) {
      putAgain(frame);
    } else {
      isAgain[frame] = 0;
      once.addLast(frame);
      onceSize++;
    }
  }

  @Override
  public void hit(int frame) {
    if (isAgain[frame] != 0) {
      again.moveToLast(frame);
    } else {
      once.remove(frame);
      onceSize--;
      putAgain(frame);
    }
  }

  @Override
  public void free(int frame) {
    if (isAgain[frame] != 0) {
      again.remove(frame);
      againSize--;
    } else {
      once.remove(frame);
      onceSize--;
    }
  }

  @Override
  public int victim() {
    if (coming >= 0 && known) {
      return replace();
    }
    if (onceSize + onceGone.size() >= capacity) {
      if (onceGone.size() == 0) {
        onceSize--;
        return once.removeFirst();
      }
      onceGone.removeFirst();
    } else if (onceSize + againSize + onceGone.size() + againGone.size() >= 2 * capacity
        && againGone.size() > 0) {
      againGone.removeFirst();
    }
    return replace();
  }

  @Override
  public boolean looksInOrder() {
    return true;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    Measure list =
        isAgain[frame] != 0
            ? new Measure(Measure.What.T2, againSize, target)
            : new Measure(Measure.What.T1, onceSize, target);
    return List.of(list, Measure.of(Measure.What.LAST_USE, uses.usedAt(frame)));
  }

  @Override
  public int look(int frame) {
    return once.thenLook(frame, again, frame != FrameList.NONE && isAgain[frame] != 0);
  }

  /** The paper's REPLACE. */
  private int replace() {
    boolean tooLong = onceSize > target || fromAgain && onceSize == target;
    if (onceSize > 0 && tooLong || againSize == 0) {
      onceSize--;
      int victim = once.removeFirst();
      onceGone.add(frames.identity(victim));
      return victim;
    }
    againSize--;
    int victim = again.removeFirst();
    againGone.add(frames.identity(victim));
    return victim;
  }

  private void putAgain(int frame) {
    isAgain[frame] = 1;
    again.addLast(frame);
    againSize++;
  }

  @Override
  public Checkpoint checkpoint() {
    Kept.Bytes keptAgain = new Kept.Bytes(isAgain);
    int keptOnce = onceSize;
    int keptAgainSize = againSize;
    double keptTarget = target;
    return Checkpoint.all(
        once.checkpoint(),
        again.checkpoint(),
        onceGone.checkpoint(),
        againGone.checkpoint(),
        Checkpoint.of(
            keptAgain.bytes(),
            () -> {
              keptAgain.into(isAgain);
              onceSize = keptOnce;
              againSize = keptAgainSize;
              target = keptTarget;
            }));
  }
}
