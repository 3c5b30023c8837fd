package dev.vsim.machine.cpu;

import java.util.ArrayList;
import java.util.List;

/** A gang under co-scheduling: whether it has cores, and which of its threads wait for them. */
final class Placement {
  private static final long NONE = -1;

  private final int line;
  private final List<HostThread> waiting = new ArrayList<>(1);
  private final long[] marks;
  private long ticket = NONE;
  private int running;

  Placement(int line, int threads) {
    this.line = line;
    this.marks = new long[threads];
  }

  /** Its line in the roster: where its threads may run. */
  int line() {
    return line;
  }

  /** Whether some of its threads have cores. */
  boolean isPlaced() {
    return running > 0;
  }

  /** Its threads that wait, by number. */
  List<HostThread> waiting() {
    return waiting;
  }

  /** How many cores it needs. */
  int need() {
    return waiting.size();
  }

  /** Its place in the queue. */
  long ticket() {
    return ticket;
  }

  /** A thread waits; the gang queues under this ticket unless it has one. */
  void add(HostThread thread, long newTicket) {
    if (ticket == NONE) {
      ticket = newTicket;
    }
    int place = waiting.size();
    while (place > 0 && waiting.get(place - 1).number() > thread.number()) {
      place--;
    }
    waiting.add(place, thread);
  }

  void remove(HostThread thread) {
    waiting.remove(thread);
    if (waiting.isEmpty()) {
      ticket = NONE;
    }
  }

  /** All that waited have cores. */
  void place() {
    waiting.clear();
    ticket = NONE;
  }

  void starts(int threads) {
    running += threads;
  }

  void stops() {
    running--;
  }

  /** All that have cores lose them, and wait at this place in the queue. */
  void loseCores(long newTicket) {
    running = 0;
    ticket = newTicket;
  }

  /** The place of a thread among those that wait, from 0; -1 if it does not. */
  int rank(HostThread thread) {
    return waiting.indexOf(thread);
  }

  long mark(HostThread thread) {
    return marks[thread.number()];
  }

  void mark(HostThread thread, long value) {
    marks[thread.number()] = value;
  }
}
