package dev.vsim.trace;

import java.util.Arrays;

/** Ascending places in a log, of the events of one kind or of the visible ones. */
final class Positions {
  private static final int FIRST_ROOM = 16;

  private int[] places = new int[FIRST_ROOM];
  private int size;

  void add(int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
    }
    places[size++] = place;
  }

  int size() {
    return size;
  }

  /** The place of the {@code i}-th event. */
  int at(int i) {
    return places[i];
  }

  /** How many lie before {@code place}: the index of the first that does not. */
  int before(int place) {
    int found = Arrays.binarySearch(places, 0, size, place);
    return found >= 0 ? found : -found - 1;
  }
}
