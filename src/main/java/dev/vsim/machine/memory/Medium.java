package dev.vsim.machine.memory;

import dev.vsim.machine.time.Cost;

/** What a swap area lies on. */
public enum Medium {
  SSD(Cost.SSD),
  HDD(Cost.HDD);

  private final Cost cost;

  Medium(Cost cost) {
    this.cost = cost;
  }

  /** What moving one page costs. */
  public Cost cost() {
    return cost;
  }
}
