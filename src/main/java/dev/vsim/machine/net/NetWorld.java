package dev.vsim.machine.net;

import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.World;

/** What all parts of the network share: time, listeners, captures, the memory limit. */
final class NetWorld {
  /** Heap that a frame takes beside its octets, with its place in a ring. */
  private static final int AROUND_A_FRAME = 64;

  private final EventQueue queue;
  private final Budget budget;
  private final NetJournal journal;
  private Capture capture = Capture.NONE;
  private int switches;

  NetWorld(World world) {
    this.queue = world.queue();
    this.budget = world.budget();
    this.journal = new NetJournal(world.journal());
  }

  EventQueue queue() {
    return queue;
  }

  NetJournal journal() {
    return journal;
  }

  /** The present, in nanoseconds. */
  long now() {
    return queue.instant();
  }

  /** Accounts for heap that the model is about to keep. */
  void charge(long bytes) {
    budget.charge(bytes);
  }

  /** Accounts for heap that the model no longer keeps. */
  void release(long bytes) {
    budget.release(bytes);
  }

  /** A frame is on its way: it holds what caused it open, and takes memory. */
  void charge(Frame frame) {
    budget.charge(AROUND_A_FRAME + frame.length());
    frame.cause().hold();
  }

  /** A frame has arrived. */
  void release(Frame frame) {
    budget.release(AROUND_A_FRAME + frame.length());
    frame.cause().release();
  }

  /** Every frame at every port is captured from now on. */
  void captureTo(Capture other) {
    capture = other;
  }

  /** A frame passes a port. */
  void captured(Port port, Frame frame) {
    if (capture != Capture.NONE) {
      capture.frame(port.captured(), now(), frame.octets());
    }
  }

  /** A frame passes a card or a port of this name. */
  void captured(String port, Frame frame) {
    if (capture != Capture.NONE) {
      capture.frame(port, now(), frame.octets());
    }
  }

  /** There is one more switch. */
  void countSwitch() {
    switches++;
  }

  /** How many switches there are. */
  int switches() {
    return switches;
  }
}
