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

  /** The frame behind this one, or {@link #NONE}. */
  public int after(int frame) {
    return links.next[frame];
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
