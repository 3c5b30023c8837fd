package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import dev.vsim.value.Subject;
import java.util.List;
import java.util.Optional;

/**
 * A clock that spares the working set: the hand clears set referenced bits and notes the time, and
 * takes the first page that was not used for {@code tau} references of its process and is clean.
 *
 * <p>Carr and Hennessy, "WSClock: A Simple and Effective Algorithm for Virtual Memory Management",
 * SOSP 1981. Departs from it where it would start to write an old dirty page and go on: if no old
 * clean page comes in a round, the first old dirty one goes, the one whose write would end first;
 * if none is old, the first clean one, else the one at the hand.
 */
final class WsClock implements ReplacementPolicy {
  private static final int USUAL_FACTOR = 4;

  private final FrameSet frames;
  private final long tau;
  private final FrameList circle;
  private int hand = FrameList.NONE;

  /** What was used since the hand last looked, and so may have its bit set. */
  private final NumberSet used;

  /** In references of the page's process. */
  private final LastSeen seen;

  /** The one whose pages all are, as far as they have been; none once there were others. */
  private Optional<Subject> alone = Optional.empty();

  private boolean mixed;

  /**
   * Whether the circle goes round in the order of the frames' numbers, as it does until pages go by
   * themselves.
   */
  private boolean ordered = true;

  /** The first old page in the present round that is dirty. */
  private int oldDirty = FrameList.NONE;

  WsClock(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.tau = options.count(PolicyOption.TAU, (long) USUAL_FACTOR * frames.capacity());
    this.circle = new FrameList(frames.links());
    this.used = new NumberSet(frames.budget());
    this.seen = new LastSeen(frames);
  }

  /** Not for the rule, which goes by bits, but to know which bits the hand will find set. */
  @Override
  public boolean seesEveryReference() {
    return true;
  }

  /** Nothing ticks, but a process's references must be counted one by one. */
  @Override
  public boolean countsReferences() {
    return true;
  }

  @Override
  public void load(int frame) {
    seen.see(frame, frames.processTime(frame));
    mixed |= alone.isPresent() && alone.get() != frames.subject(frame);
    alone = alone.isPresent() ? alone : Optional.of(frames.subject(frame));
    if (circle.isEmpty()) {
      circle.addLast(frame);
      hand = frame;
    } else {
      ordered &= isBetween(frame, circle.roundBack(hand), hand);
      circle.addBefore(frame, hand);
    }
  }

  /** Whether a frame comes behind one and before another that is next to it in the circle. */
  private static boolean isBetween(int frame, int before, int behind) {
    return before < behind ? before < frame && frame < behind : before < frame || frame < behind;
  }

  @Override
  public void arrived(int frame) {
    used.add(frame);
  }

  @Override
  public void hit(int frame) {
    used.add(frame);
  }

  @Override
  public void free(int frame) {
    used.remove(frame);
    seen.forget(frame);
    if (frame == hand) {
      hand = circle.round(hand);
    }
    circle.remove(frame);
  }

  @Override
  public int victim() {
    int victim = choose();
    hand = victim;
    free(victim);
    return victim;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    Measure referenced = Measure.of(Measure.What.REFERENCED, frames.referenced(frame));
    Measure dirty = Measure.of(Measure.What.DIRTY, frames.dirty(frame));
    return frames.referenced(frame)
        ? List.of(referenced, dirty)
        : List.of(referenced, new Measure(Measure.What.AGE, age(frame), tau), dirty);
  }

  @Override
  public int look(int frame) {
    return circle.lookRound(frame, hand);
  }

  private int choose() {
    boolean simple = !mixed && !frames.knowsSharing() && !frames.tellsFlushes();
    long old = frames.processTime(hand) - tau;
    if (simple && ordered) {
      return chooseInOrder(old);
    }
    return simple && !seen.anyBefore(old) ? chooseYoung() : chooseInRound();
  }

  /**
   * One round from the hand on, 64 frames at a time: where none of them has an old page, only those
   * that were used are looked at.
   */
  private int chooseInOrder(long old) {
    oldDirty = FrameList.NONE;
    int start = hand >>> LastSeen.STRETCH_BITS;
    long behindHand = -1L << hand;
    int clean = pass(start, behindHand, old);
    for (int i = start + 1; clean == FrameList.NONE && i < seen.stretches(); i++) {
      clean = isQuiet(i, old) ? FrameList.NONE : pass(i, -1L, old);
    }
    for (int i = 0; clean == FrameList.NONE && i < start; i++) {
      clean = isQuiet(i, old) ? FrameList.NONE : pass(i, -1L, old);
    }
    clean = clean == FrameList.NONE ? pass(start, ~behindHand, old) : clean;
    if (clean != FrameList.NONE) {
      return clean;
    }
    return oldDirty == FrameList.NONE ? firstClean() : oldDirty;
  }

  /** Whether there is nothing to do in a stretch. */
  private boolean isQuiet(int stretch, long old) {
    return used.word(stretch) == 0 && !seen.mayBeBefore(old, stretch);
  }

  /**
   * Passes by some frames of a stretch; gives the first with an old clean page, and stops at it.
   */
  private int pass(int stretch, long some, long old) {
    if (seen.mayBeBefore(old, stretch)) {
      for (long left = some; left != 0; left &= left - 1) {
        int frame = (stretch << LastSeen.STRETCH_BITS) + Long.numberOfTrailingZeros(left);
        if (seen.isBefore(old, frame) && !frames.referenced(frame)) {
          if (!frames.dirty(frame)) {
            passUsed(stretch, some & ~(-1L << frame));
            return frame;
          }
          oldDirty = oldDirty == FrameList.NONE ? frame : oldDirty;
        }
      }
      seen.measure(stretch);
    }
    passUsed(stretch, some);
    return FrameList.NONE;
  }

  private void passUsed(int stretch, long some) {
    for (long left = used.word(stretch) & some; left != 0; left &= left - 1) {
      int frame = (stretch << LastSeen.STRETCH_BITS) + Long.numberOfTrailingZeros(left);
      used.remove(frame);
      isOld(frame);
    }
  }

  /** One round from the hand on. */
  private int chooseInRound() {
    int firstOldDirty = FrameList.NONE;
    int frame = hand;
    do {
      if (isOld(frame)) {
        if (!frames.dirty(frame)) {
          return frame;
        }
        firstOldDirty = firstOldDirty == FrameList.NONE ? frame : firstOldDirty;
      }
      frame = circle.round(frame);
    } while (frame != hand);
    return firstOldDirty == FrameList.NONE ? firstClean() : firstOldDirty;
  }

  /** The same where it is known that the round would find no old page, only what was used. */
  private int chooseYoung() {
    while (!used.isEmpty()) {
      int frame = used.first();
      used.remove(frame);
      isOld(frame);
    }
    return firstClean();
  }

  private int firstClean() {
    int frame = hand;
    while (frames.dirty(frame)) {
      frame = circle.round(frame);
      if (frame == hand) {
        return hand;
      }
    }
    return frame;
  }

  /** Whether the hand finds it unused for longer than tau; what was used is young from now. */
  private boolean isOld(int frame) {
    if (frames.referenced(frame)) {
      frames.clearReferenced(frame);
      seen.see(frame, frames.processTime(frame));
      return false;
    }
    return age(frame) > tau;
  }

  private long age(int frame) {
    return frames.processTime(frame) - seen.time(frame);
  }

  @Override
  public Checkpoint checkpoint() {
    int keptHand = hand;
    boolean keptOrdered = ordered;
    return Checkpoint.all(
        circle.checkpoint(),
        seen.checkpoint(),
        Checkpoint.of(
            0,
            () -> {
              hand = keptHand;
              ordered = keptOrdered;
              lookForUsed();
            }));
  }

  private void lookForUsed() {
    for (int frame = look(FrameList.NONE); frame != FrameList.NONE; frame = look(frame)) {
      if (frames.referenced(frame)) {
        used.add(frame);
      }
    }
  }
}
