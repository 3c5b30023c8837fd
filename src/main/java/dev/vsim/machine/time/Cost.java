package dev.vsim.machine.time;

import java.util.Locale;

/**
 * The prices of the machine's work: every duration in a trace is counted work times one of these.
 */
public enum Cost {
  TLB_HIT(1_000),
  WALK_STEP(20_000),
  DRAM(100_000),
  FAULT_HANDLER(1_000_000),
  VM_EXIT(1_200_000),
  SSD(100_000_000),
  HDD(10_000_000_000L),
  CONTEXT_SWITCH(2_000_000),
  TRAP(534_000),
  TRANSLATE(57_000),
  IPI(1_000_000),
  DEVICE_EMULATE(4_300_000),
  GUEST_STACK(1_000_000),
  SWITCH_FRAME(500_000),
  COPY(100),
  MIGRATE_SWITCH(0),
  ROUND_TRIP(100_000_000);

  private final long picoseconds;

  Cost(long picoseconds) {
    this.picoseconds = picoseconds;
  }

  /** What it is unless a host or VM says otherwise, in picoseconds. */
  public long picoseconds() {
    return picoseconds;
  }

  /** Its name in the language: {@code fault-handler}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
