package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;

/** A doubly linked list of frames whose links lie in arrays by frame number. */
public final class FrameList {
  /** No frame. */
  public static final int NONE = -1;

  private final FrameRows rows;
  private int first = NONE;
  private int last = NONE;

  public FrameList(FrameRows rows) {
    this.rows = rows;
  }

  public boolean isEmpty() {
    return first == NONE;
  }

  public int first() {
    return first;
  }

  /** The frame behind this one, or {@link #NONE}; the first one for {@link #NONE} itself. */
  public int look(int frame) {
    return frame == NONE ? first : rows.next(frame);
  }

  /** The frame before this one, or {@link #NONE}; the last one for {@link #NONE} itself. */
  public int lookBack(int frame) {
    return frame == NONE ? last : rows.previous(frame);
  }

  /** The frame behind this one, or {@link #NONE}. */
  public int after(int frame) {
    return rows.next(frame);
  }

  /**
   * The same through this list and then another.
   *
   * @param inOther whether {@code frame} is in the other one
   */
  public int thenLook(int frame, FrameList other, boolean inOther) {
    int next = inOther ? other.look(frame) : look(frame);
    return next == NONE && !inOther ? other.first : next;
  }

  /** The frame behind this one where the list's end is joined to its beginning. */
  public int round(int frame) {
    int next = rows.next(frame);
    return next == NONE ? first : next;
  }

  /** The frame before this one where the list's end is joined to its beginning. */
  public int roundBack(int frame) {
    int before = rows.previous(frame);
    return before == NONE ? last : before;
  }

  /**
   * Once round from a start: the frame behind this one, {@link #NONE} when round; the start for
   * {@link #NONE}.
   */
  public int lookRound(int frame, int start) {
    if (frame == NONE) {
      return start == NONE ? first : start;
    }
    int next = round(frame);
    return next == (start == NONE ? first : start) ? NONE : next;
  }

  public void addLast(int frame) {
    rows.linkPrevious(frame, last);
    rows.linkNext(frame, NONE);
    if (last == NONE) {
      first = frame;
    } else {
      rows.linkNext(last, frame);
    }
    last = frame;
  }

  /** Puts a frame before another that is in the list. */
  public void addBefore(int frame, int other) {
    int before = rows.previous(other);
    rows.linkPrevious(frame, before);
    rows.linkNext(frame, other);
    rows.linkPrevious(other, frame);
    if (before == NONE) {
      first = frame;
    } else {
      rows.linkNext(before, frame);
    }
  }

  public void remove(int frame) {
    int before = rows.previous(frame);
    int behind = rows.next(frame);
    if (before == NONE) {
      first = behind;
    } else {
      rows.linkNext(before, behind);
    }
    if (behind == NONE) {
      last = before;
    } else {
      rows.linkPrevious(behind, before);
    }
  }

  public int removeLast() {
    int frame = last;
    remove(frame);
    return frame;
  }

  public int removeFirst() {
    int frame = first;
    remove(frame);
    return frame;
  }

  public void moveToLast(int frame) {
    if (frame != last) {
      remove(frame);
      addLast(frame);
    }
  }

  /** Where it begins and ends; its links are the {@linkplain FrameRows rows'}. */
  Checkpoint checkpoint() {
    int keptFirst = first;
    int keptLast = last;
    return Checkpoint.of(
        2 * Integer.BYTES,
        () -> {
          first = keptFirst;
          last = keptLast;
        });
  }
}
