package dev.vsim.machine.memory;

/** A doubly linked list of frames whose links lie in arrays by frame number. */
public final class FrameList {
  /** No frame. */
  public static final int NONE = -1;

  private final FrameLinks links;
  private int first = NONE;
  private int last = NONE;

  public FrameList(FrameLinks links) {
    this.links = links;
  }

  public boolean isEmpty() {
    return first == NONE;
  }

  public int first() {
    return first;
  }

  public int last() {
    return last;
  }

  /** The frame behind this one, or {@link #NONE}; the first one for {@link #NONE} itself. */
  public int look(int frame) {
    return frame == NONE ? first : links.next[frame];
  }

  /** The frame before this one, or {@link #NONE}; the last one for {@link #NONE} itself. */
  public int lookBack(int frame) {
    return frame == NONE ? last : links.previous[frame];
  }

  /** The frame behind this one, or {@link #NONE}. */
  public int after(int frame) {
    return links.next[frame];
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
    int next = links.next[frame];
    return next == NONE ? first : next;
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
    links.previous[frame] = last;
    links.next[frame] = NONE;
    if (last == NONE) {
      first = frame;
    } else {
      links.next[last] = frame;
    }
    last = frame;
  }

  /** Puts a frame before another that is in the list. */
  public void addBefore(int frame, int other) {
    int before = links.previous[other];
    links.previous[frame] = before;
    links.next[frame] = other;
    links.previous[other] = frame;
    if (before == NONE) {
      first = frame;
    } else {
      links.next[before] = frame;
    }
  }

  public void remove(int frame) {
    int before = links.previous[frame];
    int behind = links.next[frame];
    if (before == NONE) {
      first = behind;
    } else {
      links.next[before] = behind;
    }
    if (behind == NONE) {
      last = before;
    } else {
      links.previous[behind] = before;
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
}
