package dev.vsim.machine.operate;

import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.Vm;

/** A VM on its way to another host. */
public interface Migration extends Operation {
  /** It begins now. */
  void begin();

  /** Who is moved. */
  Vm vm();

  /** What has come of it. */
  MigrationReport report();

  /** Whether the VM still depends on both hosts. */
  boolean isUnderWay();

  /**
   * It comes to nothing, for this reason: the VM stays where it is.
   *
   * @return whether the VM can go on there
   */
  boolean fail(String why);
}
