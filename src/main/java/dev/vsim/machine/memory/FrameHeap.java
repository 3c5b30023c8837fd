package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;

/**
 * Frames by a key, the least on top, among equal keys the lowest frame: a binary heap. Where in it
 * a frame is, is noted in the frame's row.
 */
final class FrameHeap {
  private final FrameRows rows;
  private int[] heap = {};
  private long[] keys = {};
  private int size;

  FrameHeap(FrameRows rows) {
    this.rows = rows;
  }

  int least() {
    return heap[0];
  }

  long key(int frame) {
    return keys[frame];
  }

  /** Makes room for every frame of a set. */
  void reach(FrameSet frames) {
    heap = frames.reach(heap);
    keys = frames.reach(keys);
  }

  void add(int frame, long key) {
    keys[frame] = key;
    put(size, frame);
    size++;
    rise(size - 1);
  }

  void remove(int frame) {
    int place = rows.place(frame);
    size--;
    if (place < size) {
      put(place, heap[size]);
      rise(place);
      sink(rows.place(heap[place]));
    }
  }

  void change(int frame, long key) {
    keys[frame] = key;
    rise(rows.place(frame));
    sink(rows.place(frame));
  }

  /**
   * Gives a frame another key, without putting it into its place: {@link #order} does that for all.
   */
  void set(int frame, long key) {
    keys[frame] = key;
  }

  /** Puts every frame into its place. */
  void order() {
    for (int place = size / 2 - 1; place >= 0; place--) {
      sink(place);
    }
  }

  private void rise(int from) {
    int frame = heap[from];
    int place = from;
    while (place > 0 && before(frame, heap[(place - 1) >>> 1])) {
      int parent = (place - 1) >>> 1;
      put(place, heap[parent]);
      place = parent;
    }
    put(place, frame);
  }

  private void sink(int from) {
    int frame = heap[from];
    int place = from;
    int child = smaller(place);
    while (child < size && before(heap[child], frame)) {
      put(place, heap[child]);
      place = child;
      child = smaller(place);
    }
    put(place, frame);
  }

  private int smaller(int place) {
    int left = 2 * place + 1;
    return left + 1 < size && before(heap[left + 1], heap[left]) ? left + 1 : left;
  }

  private boolean before(int one, int other) {
    return keys[one] < keys[other] || keys[one] == keys[other] && one < other;
  }

  private void put(int place, int frame) {
    heap[place] = frame;
    rows.place(frame, place);
  }

  /** The frames with their keys, each in its place. */
  Checkpoint checkpoint() {
    Kept.Ints keptHeap = new Kept.Ints(heap);
    Kept.Longs keptKeys = new Kept.Longs(keys);
    int keptSize = size;
    return Checkpoint.of(
        keptHeap.bytes() + keptKeys.bytes(),
        () -> {
          keptHeap.into(heap, 0);
          for (int place = 0; place < keptSize; place++) {
            rows.place(heap[place], place);
          }
          keptKeys.into(keys, 0);
          size = keptSize;
        });
  }
}
