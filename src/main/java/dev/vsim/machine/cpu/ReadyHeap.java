package dev.vsim.machine.cpu;

import java.util.Arrays;

/**
 * Ready threads in an order of theirs, the least on top of each line; a core finds the least that
 * may run on it. Binary heaps in arrays by thread number.
 */
final class ReadyHeap {
  /** No thread. */
  static final int NONE = -1;

  private final Roster roster;
  private final Order order;
  private int[][] heaps = {};
  private int[] sizes = {};
  private int[] places = {};
  private int size;

  /** Which of two threads comes first; what it looks at does not change while they queue. */
  @FunctionalInterface
  interface Order {
    boolean isBefore(int one, int other);
  }

  ReadyHeap(Roster roster, Order order) {
    this.roster = roster;
    this.order = order;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(int id) {
    return id < places.length && places[id] != NONE;
  }

  void add(int id) {
    reach();
    int line = roster.line(id);
    int place = sizes[line]++;
    if (place == heaps[line].length) {
      heaps[line] = Arrays.copyOf(heaps[line], Math.max(4, place * 2));
    }
    put(heaps[line], place, id);
    rise(heaps[line], place);
    size++;
  }

  void remove(int id) {
    int line = roster.line(id);
    int[] heap = heaps[line];
    int place = places[id];
    int last = --sizes[line];
    places[id] = NONE;
    size--;
    if (place < last) {
      int moved = heap[last];
      put(heap, place, moved);
      rise(heap, place);
      sink(heap, last, places[moved]);
    }
  }

  /** The least that may run on a core, or {@link #NONE}. */
  int least(Core core) {
    int best = NONE;
    for (int line : roster.linesFor(core)) {
      int id = top(line);
      if (id != NONE && (best == NONE || order.isBefore(id, best))) {
        best = id;
      }
    }
    return best;
  }

  /** The least of all, or {@link #NONE}. */
  int least() {
    int best = NONE;
    for (int line = 0; line < heaps.length; line++) {
      int id = top(line);
      if (id != NONE && (best == NONE || order.isBefore(id, best))) {
        best = id;
      }
    }
    return best;
  }

  private int top(int line) {
    return line < heaps.length && sizes[line] > 0 ? heaps[line][0] : NONE;
  }

  private void rise(int[] heap, int from) {
    int id = heap[from];
    int place = from;
    while (place > 0 && order.isBefore(id, heap[(place - 1) >>> 1])) {
      int parent = (place - 1) >>> 1;
      put(heap, place, heap[parent]);
      place = parent;
    }
    put(heap, place, id);
  }

  private void sink(int[] heap, int count, int from) {
    int id = heap[from];
    int place = from;
    for (int child = 2 * place + 1; child < count; child = 2 * place + 1) {
      if (child + 1 < count && order.isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!order.isBefore(heap[child], id)) {
        break;
      }
      put(heap, place, heap[child]);
      place = child;
    }
    put(heap, place, id);
  }

  private void put(int[] heap, int place, int id) {
    heap[place] = id;
    places[id] = place;
  }

  private void reach() {
    if (heaps.length < roster.lines()) {
      int before = heaps.length;
      heaps = Arrays.copyOf(heaps, roster.lines());
      sizes = Arrays.copyOf(sizes, roster.lines());
      Arrays.fill(heaps, before, heaps.length, new int[0]);
    }
    if (places.length < roster.size()) {
      int before = places.length;
      places = Arrays.copyOf(places, Math.max(16, roster.size() * 2));
      Arrays.fill(places, before, places.length, NONE);
    }
  }
}
