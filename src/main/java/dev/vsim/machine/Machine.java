package dev.vsim.machine;

import dev.vsim.event.ActionEvent;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.machine.cpu.CpuSettings;
import dev.vsim.machine.cpu.Gang;
import dev.vsim.machine.cpu.HostExecution;
import dev.vsim.machine.cpu.HostThread;
import dev.vsim.machine.cpu.Load;
import dev.vsim.machine.cpu.Task;
import dev.vsim.machine.cpu.TaskSettings;
import dev.vsim.machine.cpu.Tasks;
import dev.vsim.machine.device.Device;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.net.Network;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DatastoreSettings;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Outstanding;
import dev.vsim.machine.virt.Vcpu;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmDisks;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Decisions;
import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One world of hosts, VMs and processes. Names are unique and are checked by who declares; a path
 * is for ever.
 *
 * <p>{@code host} is there without being declared, from the first moment that anything needs it.
 */
public final class Machine {
  private static final EventKind REFUSED = EventKind.of(ActionEvent.Refused.class);
  private static final String DEFAULT_HOST = "host";

  /** Roughly what a VM and each vCPU take beside what their parts account for. */
  private static final long VM_BYTES = 3500;

  private static final long VCPU_BYTES = 120;

  private final World world;
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Map<String, Vm> vms = new LinkedHashMap<>();
  private final Map<String, Subject> paths = new LinkedHashMap<>();
  private final Outstanding outstanding = new Outstanding();
  private final Datastores datastores = new Datastores();
  private final Storage storage = new Storage(this);
  private final Operations operations;
  private final Migrations migrations;
  private final Devices devices;
  private final Tasks tasks = new Tasks();

  /** What hosts do themselves, where they do anything. */
  private final Map<Host, Gang> ownThreads = new LinkedHashMap<>();

  private final Network network;
  private final HostExecution execution;
  private Host undeclared;
  private int timed;

  /**
   * @param sink who hears of everything that happens
   * @param memoryLimit how many bytes of heap the model may take
   * @param seed of the random numbers
   */
  public Machine(EventSink sink, long memoryLimit, long seed) {
    this(sink, memoryLimit, seed, Foresight.none());
  }

  /**
   * @param foresight notes the references of sets with {@code opt}, or knows them from a first run
   */
  public Machine(EventSink sink, long memoryLimit, long seed, Foresight foresight) {
    this(sink, new Budget(memoryLimit), seed, foresight);
  }

  /**
   * @param budget how much heap the model may take, together with those of other worlds
   */
  public Machine(EventSink sink, Budget budget, long seed, Foresight foresight) {
    this.world = World.of(sink, budget, seed, foresight);
    this.network = new Network(world, this::host);
    this.devices = new Devices(this, world.journal());
    this.execution = new HostExecution(world);
    this.migrations = new Migrations(this, world);
    this.operations = new Operations(this, world);
  }

  /** Why pages went. */
  public Decisions decisions() {
    return world.decisions();
  }

  /** What {@code opt} knows. */
  public Foresight foresight() {
    return world.foresight();
  }

  /** How many events there have been since this was asked last, told to somebody or not. */
  public long countEvents() {
    return world.journal().countEvents();
  }

  public Clock clock() {
    return world.clock();
  }

  /** What is still to happen. */
  public EventQueue queue() {
    return world.queue();
  }

  /** What was started and may go on beside what follows. */
  public Outstanding outstanding() {
    return outstanding;
  }

  public Budget budget() {
    return world.budget();
  }

  public SplitMix64 random() {
    return world.random();
  }

  /** What joins the hosts and VMs, and what lies around them. */
  public Network network() {
    return network;
  }

  /** The first host; the default one if none was declared. */
  public Host host() {
    if (hosts.isEmpty()) {
      undeclared = declareHost(DEFAULT_HOST, HostSettings.DEFAULT);
    }
    return hosts.values().iterator().next();
  }

  /**
   * The default host, if something has needed it before any host was declared: it can no longer be
   * configured.
   */
  public Optional<Host> undeclaredHost() {
    return Optional.ofNullable(undeclared);
  }

  /** Whether something of this path has been declared. */
  public boolean isTaken(String path) {
    return paths.containsKey(path) || network.isDeclared(path);
  }

  /** Declares a host; the first one stands in the place of the default. */
  public Host declareHost(String name, HostSettings settings) {
    Host host = new Host(world, name, hosts.size(), settings);
    hosts.put(name, host);
    network.add(host, host.kernel().costs());
    enter(host);
    enter(host.init());
    host.dispatcher().cores().forEach(this::enter);
    return host;
  }

  /** The datastores; see {@link #datastore}. */
  public Datastores datastores() {
    return datastores;
  }

  /** Declares a datastore; the first one stands in the place of the default. */
  public Datastore declareDatastore(String name, DatastoreSettings settings) {
    return enter(datastores.declare(name, settings));
  }

  /** The first datastore that a host reaches; the default one if none was declared. */
  public Optional<Datastore> datastore(Host of) {
    if (datastores.all().isEmpty()) {
      enter(datastores.begin());
    }
    return datastores.reachedBy(of);
  }

  /** What VMs do with their disks. */
  public Storage storage() {
    return storage;
  }

  /** What VMs do with physical devices. */
  public Devices devices() {
    return devices;
  }

  /** What is done to VMs as wholes. */
  public Operations operations() {
    return operations;
  }

  /** How VMs get from host to host. */
  public Migrations migrations() {
    return migrations;
  }

  /**
   * Declares a VM, which is on from now unless its host cannot serve its vCPUs; the datastores have
   * room for its disks.
   */
  public Vm declareVm(String name, Host in, VmSettings settings) {
    return begun(makeVm(name, in, settings), in);
  }

  private Vm begun(Vm vm, Host in) {
    vm.settings().disks().forEach(vm.disks()::create);
    enterVm(vm);
    if (in.isUp()) {
      vm.begin().ifPresent(refusal -> refuse(vm, "power", EventField.word(refusal)));
    } else {
      vm.beginOff();
      refuse(vm, "power", Operations.HOST_CRASHED);
    }
    return vm;
  }

  /** Declares a VM in a VM, whose hypervisor runs it (rules.md R24). */
  public Vm declareVm(String name, Vm outer, VmSettings settings) {
    Host on = (Host) outer.physicalHost().subject();
    charge(settings);
    Vm vm =
        new Vm(
            world,
            name,
            Optional.of(outer),
            timed++,
            outer.kernel(),
            outer.guestMemory(),
            on.dispatcher(),
            settings,
            disks(name, on, settings));
    return begun(vm, on);
  }

  /** A VM with no disk as yet, which {@link #enterVm} makes known. */
  Vm makeVm(String name, Host in, VmSettings settings) {
    charge(settings);
    return new Vm(
        world,
        name,
        Optional.empty(),
        timed++,
        in.kernel(),
        in.ram(),
        in.dispatcher(),
        settings,
        disks(name, in, settings));
  }

  private void charge(VmSettings settings) {
    world.budget().charge(VM_BYTES + settings.vcpus() * VCPU_BYTES);
  }

  private VmDisks disks(String name, Host in, VmSettings settings) {
    Costs costs = in.kernel().costs().with(settings.kernel().costs());
    Supplier<Optional<Datastore>> home = () -> settings.datastore().or(() -> datastore(in));
    return new VmDisks(world, name, costs, home);
  }

  /** Gives a VM and what comes with it their paths. */
  Vm enterVm(Vm vm) {
    vms.put(vm.path(), vm);
    enter(vm);
    for (Vcpu vcpu : vm.vcpus()) {
      enter(vcpu);
    }
    for (VirtualDisk disk : vm.disks().all()) {
      enter(disk);
    }
    enter(vm.init());
    return vm;
  }

  /** Gives a device of a VM its path. */
  void enterDevice(Device device) {
    enter(device);
  }

  /** Declares a process of a host, whose path is its bare name (rules.md R39). */
  public Process declareProcess(String name, Host in, ProcessSettings settings) {
    return enter(in.kernel().start(name, settings));
  }

  /** Declares a process in a VM: {@code web.chrome}. */
  public Process declareProcess(String name, Vm in, ProcessSettings settings) {
    return enter(in.kernel().start(in.path() + "." + name, settings));
  }

  /** Where a child of a process stands: beside its parent (rules.md R39). */
  public String pathOfChild(Process parent, String name) {
    Subject machine = parent.kernel().subject();
    return machine instanceof Vm ? machine.path() + "." + name : name;
  }

  /** Starts a child of a process that has not ended. */
  public Process fork(Process parent, String name) {
    return enter(parent.kernel().fork(parent, pathOfChild(parent, name)));
  }

  /** Gives a VM a task, which goes to its vCPUs in turn (rules.md R39). */
  public Task startTask(String name, Vm in, TaskSettings settings) {
    Task task = enter(new Task(world, tasks, in.path() + "." + name, in, settings));
    task.arriveOn(in.gang().nextForTask());
    return task;
  }

  /** Gives a host a task of its own, a thread beside the vCPUs. */
  public Task startTask(String name, Host in, TaskSettings settings) {
    Task task = enter(new Task(world, tasks, name, in, settings));
    Gang gang = new Gang(task, timed++, CpuSettings.DEFAULT);
    HostThread thread = gang.add(task, world.budget());
    in.dispatcher().enter(gang);
    task.arriveOn(thread);
    return task;
  }

  /**
   * From now on each core of a host has so many nanoseconds of work of its own in every 10 ms: a
   * machine without VMs.
   */
  public void load(Host host, long nanoseconds) {
    Load.of(threads(host), world.queue()).set(nanoseconds);
  }

  /** A thread for each core of a host, which are there from their first question. */
  private Gang threads(Host host) {
    return ownThreads.computeIfAbsent(host, this::makeThreads);
  }

  private Gang makeThreads(Host host) {
    Gang gang = new Gang(host.init(), timed++, CpuSettings.DEFAULT);
    for (int i = 0; i < host.settings().cpus(); i++) {
      gang.add(host.init(), world.budget());
    }
    host.dispatcher().enter(gang);
    return gang;
  }

  /** The tasks that are not over yet. */
  public Tasks tasks() {
    return tasks;
  }

  /** How processes of hosts run instructions. */
  public HostExecution execution() {
    return execution;
  }

  /**
   * The object of a path: a host, VM, vCPU or process, or a part of the network; or the one device
   * that has the name.
   */
  public Optional<Subject> find(String path) {
    return known(path).or(() -> devices.named(path));
  }

  /** The object that has a path of its own. */
  public Optional<Subject> known(String path) {
    if (hosts.isEmpty() && (path.equals(DEFAULT_HOST) || path.startsWith(DEFAULT_HOST + "."))) {
      host();
    }
    if (datastores.isDefault(path)) {
      datastore(host());
    }
    Subject known = paths.get(path);
    return known == null ? network.find(path) : Optional.of(known);
  }

  /** The paths of all that is there, in order of declaration. */
  public List<String> paths() {
    return List.copyOf(paths.keySet());
  }

  /** Hosts in order of declaration. */
  public Collection<Host> hosts() {
    return Collections.unmodifiableCollection(hosts.values());
  }

  /** VMs in order of declaration. */
  public Collection<Vm> vms() {
    return Collections.unmodifiableCollection(vms.values());
  }

  /**
   * Why a process cannot act now, as {@code refused} has it: it has ended, or its machine does not
   * run.
   */
  public Optional<String> hindrance(Process process) {
    if (process.kernel().subject() instanceof Vm vm && vm.hindrance().isPresent()) {
      return vm.hindrance();
    }
    if (process.kernel().subject() instanceof Host host && !host.isUp()) {
      return Optional.of(Operations.CRASHED);
    }
    return process.ended() ? Optional.of("ended") : Optional.empty();
  }

  /** Tells that a command is not done: {@code refused linux.init command access reason ended}. */
  public void refuse(Subject actor, String command, String reason) {
    if (world.journal().wants(REFUSED)) {
      world.journal().accept(new ActionEvent.Refused(actor, command, reason));
    }
  }

  private <S extends Subject> S enter(S subject) {
    if (paths.put(subject.path(), subject) != null) {
      throw new IllegalStateException(subject.path() + " is declared twice");
    }
    return subject;
  }
}
