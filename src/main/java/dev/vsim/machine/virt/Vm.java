package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.ExitReason;
import dev.vsim.event.OperationEvent;
import dev.vsim.machine.cpu.Dispatcher;
import dev.vsim.machine.cpu.Gang;
import dev.vsim.machine.cpu.GuestTimer;
import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.cpu.Load;
import dev.vsim.machine.cpu.Refusal;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.MapResult;
import dev.vsim.machine.memory.PhysicalMemory;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Tenant;
import dev.vsim.machine.memory.Walker;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A virtual machine: a guest kernel whose physical memory lies behind an EPT of the host. */
public final class Vm implements Subject {
  private static final EventKind POWER = EventKind.of(OperationEvent.Power.class);
  private static final EventKind PAUSE = EventKind.of(OperationEvent.Pause.class);
  private static final EventKind UNPAUSE = EventKind.of(OperationEvent.Unpause.class);
  private static final EventKind SUSPEND = EventKind.of(OperationEvent.Suspend.class);
  private static final EventKind RESUME = EventKind.of(OperationEvent.Resume.class);
  private static final EventKind CRASH = EventKind.of(OperationEvent.Crash.class);
  private static final EventKind REMOVE = EventKind.of(OperationEvent.Remove.class);

  /** More frames than a kernel has, whatever memory is declared. */
  private static final int MOST_FRAMES = 1 << 30;

  private final String name;
  private final VmSettings settings;
  private final Optional<Vm> outer;
  private final List<Vm> inner = new ArrayList<>();
  private final EventQueue queue;
  private final Budget budget;
  private final WriteLog written;
  private Residence residence;
  private final Gang gang;
  private final List<Vcpu> vcpus = new ArrayList<>();
  private final Journal journal;
  private final Ept ept;
  private final Lodging lodging;
  private final GuestMemory memory;
  private Ept walked;
  private final Optional<ShadowTables> shadows;
  private final Hypervisor hypervisor;
  private final Kernel kernel;
  private final Process init;
  private final VmDisks disks;
  private final Passthrough devices = new Passthrough();
  private final SnapshotTree snapshots;

  /** What it is when it is switched on: next to nothing, so it is not charged for. */
  private final Checkpoint boot;

  private PowerState state = PowerState.ON;
  private long pauses;
  private Optional<GuestImage> saved = Optional.empty();
  private Optional<MigrationReport> migration = Optional.empty();
  private final Exits exits;
  private final Overhead overhead;
  private final Execution execution;

  /**
   * A VM in the memory of a host, on from now.
   *
   * @param outer the VM whose hypervisor runs it, and whose memory it lies in; else the host's does
   * @param order by declaration, among all that have processor time
   * @param cores what gives it processor time, once it {@linkplain #begin begins}
   */
  public Vm(
      World world,
      String name,
      Optional<Vm> outer,
      int order,
      Kernel host,
      PhysicalMemory ram,
      Dispatcher cores,
      VmSettings settings,
      VmDisks disks) {
    this.name = name;
    this.settings = settings;
    this.budget = world.budget();
    this.outer = outer;
    this.residence = new Residence(host, ram, cores);
    this.queue = world.queue();
    this.gang = new Gang(this, order, settings.cpu());
    for (int i = 0; i < settings.vcpus(); i++) {
      vcpus.add(new Vcpu(this, i, world.budget()));
    }
    int frames =
        (int) Math.min(settings.kernel().memory() / PagingForm.EPT.pageSize(), MOST_FRAMES);
    this.written = new WriteLog(frames, world.budget());
    this.ept = new Ept(settings.hardware().ept(), host, written, world);
    this.walked = ept;
    this.lodging = new Lodging(this, ept, host, world);
    this.memory = new GuestMemory(host, ram, ept, lodging, settings, written, world.budget());
    Costs costs = host.costs().with(settings.kernel().costs());
    this.exits = new Exits(world, settings.hardware(), costs, outer.map(o -> o.vcpus.get(0)));
    this.overhead = new Overhead(this, costs);
    this.execution = execution(new GuestEffects(world));
    if (settings.hardware().vtx() && settings.exits().preemptionTimer() > 0) {
      vcpus.forEach(this::countTime);
    }
    this.hypervisor = new Hypervisor(this, host, memory, lodging, world);
    if (settings.backing() == VmSettings.Backing.DEMAND || settings.kernel().tables().inside()) {
      ept.guardTables();
    }
    this.shadows =
        settings.hardware().usesEpt()
            ? Optional.empty()
            : Optional.of(new ShadowTables(host, ept, world));
    Walker walker = walker(world, costs);
    Vcpu first = vcpus.get(0);
    this.kernel =
        new Kernel(world, this, p -> first, settings.kernel(), costs, memory, walker, host.core());
    this.init = kernel.start(name + ".init", ProcessSettings.PLAIN);
    this.disks = disks;
    this.snapshots = new SnapshotTree(this, world);
    this.boot = checkpoint();
    this.journal = world.journal();
  }

  private Walker walker(World world, Costs costs) {
    if (shadows.isPresent()) {
      return new ShadowWalk(this, shadows.get(), hypervisor, lodging, world, costs);
    } else if (outer.isPresent()) {
      outer.get().inner.add(this);
      InnerHypervisor inside = new InnerHypervisor(this, outer.get(), world);
      walked = inside.merged();
      return new NestedWalk(walked, inside, inside, world, costs);
    }
    return new NestedWalk(ept, hypervisor, lodging, world, costs);
  }

  /** The EPT that processors walk for it: its own, or in a VM that is in another the merged one. */
  public Ept walkedEpt() {
    return walked;
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

  /** The kernel that it is in: of the host, or of the VM whose hypervisor runs it. */
  public Kernel host() {
    return residence.kernel();
  }

  /** The VM whose hypervisor runs it, if not the host's. */
  public Optional<Vm> outer() {
    return outer;
  }

  /** The VMs that its own hypervisor runs, in order of declaration. */
  public List<Vm> inner() {
    return Collections.unmodifiableList(inner);
  }

  /** The kernel of the physical machine that it is on. */
  public Kernel physicalHost() {
    return outer.map(Vm::physicalHost).orElse(residence.kernel());
  }

  /** What its kernel takes for physical memory. */
  public PhysicalMemory guestMemory() {
    return memory;
  }

  /** What the hypervisor does for its memory. */
  Hypervisor hypervisor() {
    return hypervisor;
  }

  /** Nothing of it is in the TLB any more. */
  void forgetTranslations() {
    kernel.tlb().clear();
  }

  private void countTime(Vcpu vcpu) {
    long period = settings.exits().preemptionTimer();
    vcpu.thread().countWith(new GuestTimer(period, () -> exits.exitByTimer(vcpu)));
  }

  private Execution execution(GuestEffects effects) {
    Hardware hardware = settings.hardware();
    return hardware.vtx()
        ? new HardwareAssisted(controls(), exits, effects)
        : new Deprivileged(hardware.translation(), exits, effects);
  }

  private ExitControls controls() {
    boolean nested = settings.hardware().usesEpt();
    return nested ? settings.exits() : settings.exits().forShadowing();
  }

  /** How its instructions are run. */
  Execution execution() {
    return execution;
  }

  /** The shadows of its processes' tables, where there is no EPT. */
  public Optional<ShadowTables> shadows() {
    return shadows;
  }

  /** Whether its host gives it processor time. */
  public boolean isOn() {
    return gang.dispatcher().isPresent();
  }

  /** From now on each of its vCPUs works so many nanoseconds of every 10 ms, at what it does. */
  public void load(long nanoseconds) {
    load(nanoseconds, overhead.profile());
  }

  /**
   * From now on each of its vCPUs works so many nanoseconds of every 10 ms.
   *
   * @param profile what its software does meanwhile
   */
  public void load(long nanoseconds, Profile profile) {
    overhead.change(profile);
    Load.of(gang, queue).set(nanoseconds);
  }

  /** What it costs that it is a VM. */
  public Overhead overhead() {
    return overhead;
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
    return exits.count();
  }

  /** How often it has exited for one reason. */
  public long exits(ExitReason reason) {
    return exits.count(reason);
  }

  /** How often it was stopped by a trap, without hardware help. */
  public long traps() {
    return exits.traps();
  }

  /** A vCPU, which is not halted, runs an instruction of the guest's kernel. */
  public void run(Vcpu vcpu, Issue issue) {
    execution.run(vcpu, issue);
  }

  /** A vCPU, which is not halted, runs an instruction of a process, which has not ended. */
  public void run(Vcpu vcpu, Process process, Issue issue) {
    execution.run(vcpu, process, issue);
  }

  /** A device interrupts a vCPU that has not shut down. */
  public void interrupt(Vcpu vcpu, int vector) {
    execution.interrupt(vcpu, vector);
  }

  /** Its place in its host's memory. */
  public Tenant tenant() {
    return lodging;
  }

  /** The same, as its hypervisor knows it. */
  Lodging lodging() {
    return lodging;
  }

  /** How many of its pages lie in its host's swap area. */
  public int inHostSwap() {
    return lodging.inSwap();
  }

  /** Its ways out to the hypervisor and back. */
  Exits ways() {
    return exits;
  }

  /** Its disks. */
  public VmDisks disks() {
    return disks;
  }

  /** The physical devices that it has to itself. */
  public Passthrough devices() {
    return devices;
  }

  /**
   * Whether all of its memory is backed and stays where it is, since a device may write to any of
   * it at any time (rules.md R33).
   */
  public boolean isPinned() {
    return !devices.all().isEmpty() && state.hasMemory();
  }

  /** Its snapshots. */
  public SnapshotTree snapshots() {
    return snapshots;
  }

  /** Bytes of guest-physical memory. */
  public long memory() {
    return settings.kernel().memory();
  }

  /** Why it does not run, if it does not: its own state, or that of the VM that it is in. */
  public Optional<String> hindrance() {
    return state == PowerState.ON ? outer.flatMap(Vm::hindrance) : Optional.of(state.word());
  }

  /** Whether it runs. */
  public PowerState state() {
    return state;
  }

  /**
   * What it is now, to come back to: its guest's kernel with tables, processes and swap, what its
   * memory holds, and the state of its vCPUs. Brought back, its memory is backed anew in order of
   * guest-physical addresses, and nothing of it is in a TLB.
   */
  public Checkpoint checkpoint() {
    GuestImage image = hypervisor.image();
    Checkpoint guest = kernel.checkpoint();
    return Checkpoint.all(
        Checkpoint.of(0, hypervisor::release),
        guest,
        Checkpoint.of(image.bytes(), () -> hypervisor.back(image)),
        Checkpoint.all(vcpus.stream().map(Vcpu::checkpoint).toList()));
  }

  /** What its guest-physical memory holds now. */
  public GuestImage image() {
    return hypervisor.image();
  }

  /**
   * It is on from now, just declared.
   *
   * @return why its host does not serve it, if it does not; then it is off
   */
  public Optional<Refusal> begin() {
    Optional<Refusal> refusal = enterHost();
    if (refusal.isPresent()) {
      stop();
    }
    return refusal;
  }

  /** Its host gives it processor time and memory from now on, unless too much is reserved. */
  private Optional<Refusal> enterHost() {
    return residence.kernel().overcommit().hasRoomFor(lodging)
        ? residence.cores().enter(gang)
        : Optional.of(Refusal.MEMORY_RESERVATION);
  }

  /** Begins to send its memory elsewhere, while it runs. */
  public MemoryCopy copyMemory() {
    return hypervisor.copy(written);
  }

  /** It waits, on until now, and goes on when it is told to. */
  public void hold() {
    residence.cores().rest(gang);
    state = PowerState.PAUSED;
    pauses++;
  }

  /**
   * It is on another host from now on, which would take its threads.
   *
   * @param sent what has been sent there of its memory
   */
  public void moveTo(Residence to, MemoryCopy sent) {
    GuestImage image = sent.arrived();
    relocate(to);
    hypervisor.back(image);
  }

  /**
   * It is on another host from now on, which would take its threads, with its tables only; all else
   * follows.
   *
   * @param behind is asked for what has not {@linkplain #receive come} yet
   * @return what the memory was that is to follow
   */
  public GuestImage goAhead(Residence to, PagesBehind behind) {
    SortedMap<Integer, Optional<byte[]>> tables = hypervisor.tables();
    SortedMap<Integer, Optional<byte[]>> rest = new TreeMap<>(hypervisor.image().frames());
    rest.keySet().removeAll(tables.keySet());
    relocate(to);
    memory.follow(behind);
    hypervisor.back(new GuestImage(tables, PagingForm.EPT.pageSize()));
    return new GuestImage(rest, PagingForm.EPT.pageSize());
  }

  /** A page has come from where it was. */
  public void receive(int frame, Optional<byte[]> bytes) {
    hypervisor.receive(frame, bytes);
  }

  /** Nothing of its memory is elsewhere any more. */
  public void hasAll() {
    memory.hasAll();
  }

  /** Its last migration, if it had one. */
  public Optional<MigrationReport> migration() {
    return migration;
  }

  /** It is to be moved. */
  public void migrates(MigrationReport report) {
    migration = Optional.of(report);
  }

  /** It is on another host from now on; what its memory held is gone. */
  public void relocate(Residence to) {
    boolean on = isOn();
    if (on) {
      residence.cores().suspend(gang);
    }
    hypervisor.moveTo(to);
    kernel.moveTo(to.kernel().core());
    residence = to;
    if (on) {
      to.cores().enter(gang);
      to.cores().rest(gang);
    }
  }

  /** Switches it off: what its memory held is gone, and what it had to do. */
  public void powerOff() {
    if (state.isUp()) {
      stop();
      tell(OperationEvent.Switch.OFF);
    }
  }

  /**
   * Switches it on, with a new kernel and its first process; nothing if it is on.
   *
   * @return why its host does not serve it, if it does not; then it stays off
   */
  public Optional<Refusal> powerOn() {
    if (state != PowerState.OFF) {
      return Optional.empty();
    }
    Optional<Refusal> refusal = resumeFrom(boot);
    if (refusal.isEmpty()) {
      tell(OperationEvent.Switch.ON);
    }
    return refusal;
  }

  private void tell(OperationEvent.Switch to) {
    if (journal.wants(POWER)) {
      journal.accept(new OperationEvent.Power(this, to));
    }
  }

  /**
   * Makes it wait until a datastore has so many bytes for it.
   *
   * @param over is run when it goes on
   */
  public void pauseFor(long bytes, Datastore datastore, Runnable over) {
    hold();
    long pause = pauses;
    datastore.await(bytes, () -> unpause(pause, over));
    if (journal.wants(PAUSE)) {
      journal.accept(new OperationEvent.Pause(this, "datastore-full"));
    }
  }

  /**
   * It stops, and its memory is written into a file.
   *
   * @return how long that takes, in picoseconds
   */
  public long suspend() {
    if (journal.wants(SUSPEND)) {
      journal.accept(new OperationEvent.Suspend(this, memory()));
    }
    pauses++;
    residence.cores().suspend(gang);
    GuestImage image = hypervisor.image();
    budget.charge(image.bytes());
    saved = Optional.of(image);
    hypervisor.release();
    state = PowerState.SUSPENDED;
    return disks.time(memory());
  }

  /** Whether its datastore has taken what its memory needs to be suspended; else it has not. */
  public boolean takeRoom() {
    return !disks.datastores().isEmpty() && disks.home().take(memory());
  }

  /** How long reading its memory out of its file takes, in picoseconds. */
  public long resumeTime() {
    return disks.time(memory());
  }

  /**
   * It goes on where it was suspended: its memory is backed in order of guest-physical addresses.
   *
   * @return why its host does not serve it, if it does not; then it stays suspended
   */
  public Optional<Refusal> resume() {
    Optional<Refusal> refusal = enterHost();
    if (refusal.isPresent()) {
      return refusal;
    }
    hypervisor.back(saved.orElseThrow());
    dropSaved();
    goOn();
    if (journal.wants(RESUME)) {
      journal.accept(new OperationEvent.Resume(this));
    }
    return Optional.empty();
  }

  private void dropSaved() {
    saved.ifPresent(
        image -> {
          saved = Optional.empty();
          budget.release(image.bytes());
          disks.home().give(memory());
        });
  }

  /** It stops where it is; what it has of its host stays its own until it is switched off. */
  public void crash() {
    pauses++;
    residence.cores().leave(gang);
    gang.forgetWork();
    state = PowerState.CRASHED;
    if (journal.wants(CRASH)) {
      journal.accept(new OperationEvent.Crash(this));
    }
  }

  /**
   * It has lost its host, and is off, on another.
   *
   * @param to would take its threads
   */
  public void evacuate(Residence to) {
    stop();
    relocate(to);
  }

  /** How often it was stopped in another way than by being switched off. */
  public long stops() {
    return pauses;
  }

  /** It waits no longer for what it waited for: it is about to be another. */
  void stopWaiting() {
    pauses++;
  }

  private void unpause(long pause, Runnable over) {
    if (state == PowerState.PAUSED && pauses == pause) {
      goOn();
      over.run();
      if (journal.wants(UNPAUSE)) {
        journal.accept(new OperationEvent.Unpause(this));
      }
    }
  }

  /** It goes on after it has waited. */
  public void goOn() {
    residence.cores().wake(gang);
    state = PowerState.ON;
  }

  /** Deletes it with all its files; no clone needs any of them. */
  public void remove() {
    powerOff();
    state = PowerState.REMOVED;
    snapshots.clear();
    for (VirtualDisk disk : disks.all()) {
      disk.files().removeAll();
    }
    if (journal.wants(REMOVE)) {
      journal.accept(new OperationEvent.Remove(this));
    }
  }

  /** It is not switched on yet: a clone. */
  public void beginOff() {
    stop();
  }

  /**
   * It runs from a state that was kept.
   *
   * @return why its host does not serve it, if it does not; then it is off
   */
  Optional<Refusal> resumeFrom(Checkpoint kept) {
    if (!isOn()) {
      Optional<Refusal> refusal = enterHost();
      if (refusal.isPresent()) {
        stop();
        return refusal;
      }
    }
    dropSaved();
    kept.restore();
    if (state == PowerState.PAUSED) {
      goOn();
    }
    state = PowerState.ON;
    return attach();
  }

  /**
   * Takes hold of its devices, for which all of its memory is backed.
   *
   * @return why it cannot have them, if it cannot; then it is off
   */
  public Optional<Refusal> attach() {
    Optional<Refusal> refusal = devices.attach(ept, kernel.frames().total(), hypervisor::backAll);
    if (refusal.isPresent()) {
      stop();
    }
    return refusal;
  }

  /** It is off: its memory is nobody's, and its kernel is as before the first instruction. */
  void stop() {
    inner.forEach(Vm::powerOff);
    if (isOn()) {
      residence.cores().leave(gang);
    }
    pauses++;
    dropSaved();
    gang.forgetWork();
    devices.detach();
    boot.restore();
    hypervisor.release();
    state = PowerState.OFF;
  }
}
