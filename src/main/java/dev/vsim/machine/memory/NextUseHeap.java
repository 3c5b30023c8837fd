package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;

/**
 * Frames by when their page is used next, the farthest on top, among equals the lowest frame: a
 * binary heap of numbers that hold both, so that one comparison decides. Where in it a frame is, is
 * noted in the frame's row.
 *
 * <p>What is taken from the top leaves a gap there, into which the next frame goes: as a rule one
 * whose page is used late, too, and so stays near.
 */
final class NextUseHeap {
  /** Stands in the gap: nothing comes before it. */
  private static final long GAP = Long.MIN_VALUE;

  private final FrameRows rows;
  private long[] heap = {};
  private int size;

  NextUseHeap(FrameRows rows) {
    this.rows = rows;
  }

  /** Makes room for every frame of a set. */
  void reach(FrameSet frames) {
    heap = frames.reach(heap);
  }

  /**
   * Adds a frame.
   *
   * @param next the index of the next reference, 0 or more
   */
  void add(int frame, int next) {
    if (hasGap()) {
      sink(0, item(frame, next));
    } else {
      rise(size++, item(frame, next));
    }
  }

  /** A frame's page is used at another time from now on. */
  void change(int frame, int next) {
    settle(rows.place(frame), item(frame, next));
  }

  /** Takes the frame whose next use is farthest; there must be one. */
  int takeFarthest() {
    close();
    int frame = frame(heap[0]);
    heap[0] = GAP;
    return frame;
  }

  void remove(int frame) {
    int place = rows.place(frame);
    long last = heap[--size];
    if (place < size) {
      settle(place, last);
    }
  }

  int size() {
    return size;
  }

  /** The frame at a place, from 0; there may be a gap at the top until it is closed. */
  int at(int place) {
    return frame(heap[place]);
  }

  /**
   * Gives the frame at a place another time, without moving it: {@link #order} is to be called
   * before anything else.
   */
  void set(int place, int next) {
    heap[place] = item(at(place), next);
  }

  /** Puts every frame into its place. */
  void order() {
    for (int place = size / 2 - 1; place >= 0; place--) {
      sink(place, heap[place]);
    }
  }

  private static long item(int frame, int next) {
    return (long) -next << Integer.SIZE | frame;
  }

  private static int frame(long item) {
    return (int) item;
  }

  private boolean hasGap() {
    return size > 0 && heap[0] == GAP;
  }

  /** Moves a frame into the gap, if there is one. */
  void close() {
    if (hasGap()) {
      long last = heap[--size];
      if (size > 0) {
        sink(0, last);
      }
    }
  }

  private void settle(int place, long item) {
    if (place > 0 && item < heap[(place - 1) >>> 1]) {
      rise(place, item);
    } else {
      sink(place, item);
    }
  }

  private void rise(int from, long item) {
    int place = from;
    while (place > 0 && item < heap[(place - 1) >>> 1]) {
      int parent = (place - 1) >>> 1;
      put(place, heap[parent]);
      place = parent;
    }
    put(place, item);
  }

  private void sink(int from, long item) {
    int place = from;
    int child = lesser(place);
    while (child < size && heap[child] < item) {
      put(place, heap[child]);
      place = child;
      child = lesser(place);
    }
    put(place, item);
  }

  private int lesser(int place) {
    int left = 2 * place + 1;
    return left + 1 < size && heap[left + 1] < heap[left] ? left + 1 : left;
  }

  private void put(int place, long item) {
    heap[place] = item;
    rows.place(frame(item), place);
  }

  /** The frames, each in its place. */
  Checkpoint checkpoint() {
    close();
    Kept.Longs kept = new Kept.Longs(heap);
    int keptSize = size;
    return Checkpoint.of(
        kept.bytes(),
        () -> {
          kept.into(heap, 0);
          size = keptSize;
          for (int place = 0; place < size; place++) {
            rows.place(at(place), place);
          }
        });
  }
}
