package dev.vsim.machine;

import dev.vsim.machine.cpu.Dispatcher;
import dev.vsim.machine.device.Iommu;
import dev.vsim.machine.memory.Core;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.NativeWalk;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Ram;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.virt.Residence;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.function.UnaryOperator;

/** A physical machine. */
public final class Host implements Subject {
  /** More events of one phase than a host has subjects: itself and its cores. */
  private static final int ORDERS = 1 << 13;

  private static final int PICOSECONDS = 1000;

  private final String name;
  private final HostSettings settings;
  private final Ram ram;
  private final Kernel kernel;
  private final Process init;
  private final Dispatcher dispatcher;
  private boolean up = true;
  private final Iommu iommu;

  /**
   * @param order by declaration
   */
  Host(World world, String name, int order, HostSettings settings) {
    this.name = name;
    this.settings = settings;
    this.ram = new Ram(settings.kernel().paging().pageSize(), world.budget());
    Costs costs = Costs.DEFAULT.with(settings.kernel().costs());
    NativeWalk walker = new NativeWalk(world, costs);
    this.kernel =
        new Kernel(
            world,
            this,
            UnaryOperator.identity(),
            settings.kernel(),
            costs,
            ram,
            walker,
            new Core());
    this.init = kernel.start(name + ".init", ProcessSettings.PLAIN);
    this.iommu = new Iommu(settings.iommu(), kernel, ram, world);
    this.dispatcher =
        new Dispatcher(
            world,
            this,
            order * ORDERS,
            settings.cpus(),
            settings.scheduler(),
            nanoseconds(costs.of(Cost.CONTEXT_SWITCH)));
  }

  /** Whole nanoseconds: threads come and go at no other times. */
  private static long nanoseconds(long picoseconds) {
    return (picoseconds + PICOSECONDS - 1) / PICOSECONDS;
  }

  @Override
  public String kind() {
    return "host";
  }

  @Override
  public String path() {
    return name;
  }

  public HostSettings settings() {
    return settings;
  }

  public Kernel kernel() {
    return kernel;
  }

  /** Its first process. */
  public Process init() {
    return init;
  }

  /** Who gets its cores. */
  public Dispatcher dispatcher() {
    return dispatcher;
  }

  /** What stands between its devices and its memory. */
  public Iommu iommu() {
    return iommu;
  }

  Ram ram() {
    return ram;
  }

  /** Whether it works; once it has crashed it does no more. */
  public boolean isUp() {
    return up;
  }

  /** It stops: nothing that it had to do itself will be done. */
  void crash() {
    up = false;
    dispatcher.crash();
  }

  /** What it gives a VM that is on it. */
  Residence residence() {
    return new Residence(kernel, ram, dispatcher);
  }
}
