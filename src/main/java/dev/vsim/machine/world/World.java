package dev.vsim.machine.world;

import dev.vsim.event.EventSink;
import dev.vsim.machine.time.Clock;

/** What all objects of one machine share: its time, its listeners, its memory limit, its dice. */
public record World(Clock clock, Journal journal, Budget budget, SplitMix64 random) {
  /** A new world, at 0 ns. */
  public static World of(EventSink sink, long memoryLimit, long seed) {
    return new World(new Clock(), new Journal(sink), new Budget(memoryLimit), new SplitMix64(seed));
  }
}
