package dev.vsim.machine.world;

import dev.vsim.event.EventSink;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.EventQueue;

/**
 * What all objects of one machine share: its time and what is still to happen, its listeners, its
 * memory limit, its dice, why pages go, and what is known of the references to come.
 */
public record World(
    Clock clock,
    EventQueue queue,
    Journal journal,
    Budget budget,
    SplitMix64 random,
    Decisions decisions,
    Foresight foresight) {
  /** A new world, at 0 ns. */
  public static World of(EventSink sink, long memoryLimit, long seed) {
    return of(sink, memoryLimit, seed, Foresight.none());
  }

  /** A new world, at 0 ns, that notes its references or knows them. */
  public static World of(EventSink sink, long memoryLimit, long seed, Foresight foresight) {
    return of(sink, new Budget(memoryLimit), seed, foresight);
  }

  /** The same, whose memory is charged to what it shares with other worlds. */
  public static World of(EventSink sink, Budget budget, long seed, Foresight foresight) {
    Clock clock = new Clock();
    return new World(
        clock,
        new EventQueue(clock, budget::charge),
        new Journal(sink),
        budget,
        new SplitMix64(seed),
        new Decisions(),
        foresight);
  }
}
