package dev.vsim.machine.operate;

import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.Vm;

/** A VM without memory goes to another host: its files stay where they are, so nothing is sent. */
public final class Cold implements Migration {
  private final HandOver handOver;

  public Cold(HandOver handOver) {
    this.handOver = handOver;
  }

  @Override
  public void begin() {
    handOver.relocate();
  }

  @Override
  public Vm vm() {
    return handOver.vm();
  }

  @Override
  public MigrationReport report() {
    return handOver.report();
  }

  @Override
  public boolean isUnderWay() {
    return false;
  }

  @Override
  public boolean isOver() {
    return true;
  }

  @Override
  public boolean fail(String why) {
    return true;
  }
}
