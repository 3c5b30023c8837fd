package dev.vsim.machine.virt;

import dev.vsim.event.ExitReason;
import dev.vsim.machine.cpu.Gang;
import dev.vsim.machine.cpu.Load;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.MapResult;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Ram;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A virtual machine: a guest kernel whose physical memory lies behind an EPT of the host. */
public final class Vm implements Subject {
  private final String name;
  private final VmSettings settings;
  private final Kernel host;
  private final EventQueue queue;
  private final Gang gang;
  private final List<Vcpu> vcpus = new ArrayList<>();
  private final Ept ept;
  private final Hypervisor hypervisor;
  private final Kernel kernel;
  private final Process init;
  private final long[] exits = new long[ExitReason.values().length];

  /**
   * A VM in the memory of a host, on from now.
   *
   * @param order by declaration, among all that have processor time
   */
  public Vm(World world, String name, int order, Kernel host, Ram ram, VmSettings settings) {
    this.name = name;
    this.settings = settings;
    this.host = host;
    this.queue = world.queue();
    this.gang = new Gang(this, order, settings.cpu());
    for (int i = 0; i < settings.vcpus(); i++) {
      vcpus.add(new Vcpu(this, i, world.budget()));
    }
    this.ept = new Ept(host, world);
    GuestMemory memory = new GuestMemory(host, ram, ept, settings.backing(), world.budget());
    Costs costs = host.costs().with(settings.kernel().costs());
    this.hypervisor = new Hypervisor(this, host, memory, world, costs);
    boolean tablesAreBacked = settings.backing() == VmSettings.Backing.TAKEN;
    NestedWalk walker = new NestedWalk(ept, hypervisor, tablesAreBacked, world, costs);
    Vcpu first = vcpus.get(0);
    this.kernel =
        new Kernel(world, this, p -> first, settings.kernel(), costs, memory, walker, host.core());
    this.init = kernel.start(name + ".init", ProcessSettings.PLAIN);
  }

  @Override
  public String kind() {
    return "vm";
  }

  @Override
  public String path() {
    return name;
  }

  public VmSettings settings() {
    return settings;
  }

  /** The kernel of the host that it is on. */
  public Kernel host() {
    return host;
  }

  /** Whether its host gives it processor time. */
  public boolean isOn() {
    return gang.dispatcher().isPresent();
  }

  /** From now on each of its vCPUs works so many nanoseconds of every 10 ms. */
  public void load(long nanoseconds) {
    Load.of(gang, queue).set(nanoseconds);
  }

  /** Its vCPUs, as schedulers know them. */
  public Gang gang() {
    return gang;
  }

  public List<Vcpu> vcpus() {
    return Collections.unmodifiableList(vcpus);
  }

  public Kernel kernel() {
    return kernel;
  }

  /** Its first process. */
  public Process init() {
    return init;
  }

  public Ept ept() {
    return ept;
  }

  /**
   * {@code map linux 0x5000 -> 0x15000}: backs a page of guest-physical memory with a certain frame
   * of the host.
   */
  public MapResult map(long gpa, long hpa, Rights rights) {
    return hypervisor.map(gpa, hpa, rights);
  }

  /** How often it has exited. */
  public long exits() {
    long sum = 0;
    for (long n : exits) {
      sum += n;
    }
    return sum;
  }

  /** How often it has exited for one reason. */
  public long exits(ExitReason reason) {
    return exits[reason.ordinal()];
  }

  void countExit(ExitReason reason) {
    exits[reason.ordinal()]++;
  }
}
