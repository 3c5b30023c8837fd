package dev.vsim.machine;

import dev.vsim.machine.memory.Core;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.NativeWalk;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Ram;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.function.UnaryOperator;

/** A physical machine. */
public final class Host implements Subject {
  private final String name;
  private final HostSettings settings;
  private final Ram ram;
  private final Kernel kernel;
  private final Process init;

  Host(World world, String name, HostSettings settings) {
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

  Ram ram() {
    return ram;
  }
}
