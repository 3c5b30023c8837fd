package dev.vsim.machine;

import dev.vsim.event.EventField;
import dev.vsim.machine.operate.Cold;
import dev.vsim.machine.operate.HandOver;
import dev.vsim.machine.operate.Migration;
import dev.vsim.machine.operate.MigrationPlan;
import dev.vsim.machine.operate.PostCopy;
import dev.vsim.machine.operate.PreCopy;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.Bandwidth;
import dev.vsim.machine.virt.Hardware;
import dev.vsim.machine.virt.MigrationMethod;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves VMs from host to host, and keeps what came of it (rules.md R34). */
public final class Migrations {
  private static final String MIGRATE = "migrate";
  private static final Operation NOTHING = () -> true;

  private final Machine machine;
  private final World world;
  private final List<Migration> underWay = new ArrayList<>();

  private Optional<Vm> last = Optional.empty();

  Migrations(Machine machine, World world) {
    this.machine = machine;
    this.world = world;
  }

  /** Moves a VM to another host, or refuses to, and tells why. */
  public Operation migrate(Vm vm, Host to, MigrationPlan plan) {
    Optional<String> refusal = refusal(vm, to, plan.method());
    if (refusal.isPresent()) {
      machine.refuse(vm, MIGRATE, refusal.get());
      return NOTHING;
    }
    MigrationReport report =
        new MigrationReport(plan.method(), vm.host().subject(), to, bandwidth(vm, to, plan));
    vm.migrates(report);
    last = Optional.of(vm);
    HandOver handOver =
        new HandOver(world.journal(), machine.network(), vm, to.residence(), report);
    Migration migration = migration(vm, handOver, plan);
    underWay.add(migration);
    migration.begin();
    return migration;
  }

  private Migration migration(Vm vm, HandOver handOver, MigrationPlan plan) {
    Costs costs = vm.kernel().costs();
    long switchTime = plan.switchTime().orElse(costs.of(Cost.MIGRATE_SWITCH));
    return switch (plan.method()) {
      case PRECOPY -> new PreCopy(handOver, plan, switchTime, world.queue());
      case POSTCOPY ->
          new PostCopy(
              handOver,
              switchTime,
              costs.of(Cost.ROUND_TRIP),
              world.queue(),
              world.clock(),
              world.budget());
      case COLD -> new Cold(handOver);
    };
  }

  private Bandwidth bandwidth(Vm vm, Host to, MigrationPlan plan) {
    return plan.bandwidth().isPresent()
        ? Bandwidth.of(plan.bandwidth().getAsLong())
        : Bandwidth.ofLine(Math.min(rate(vm.host().subject()), rate(to)));
  }

  private long rate(Subject host) {
    return machine.network().host(host).nics().get(0).rate();
  }

  /** Why a VM cannot be moved to a host, in the order in which that is looked at. */
  private Optional<String> refusal(Vm vm, Host to, MigrationMethod method) {
    if (vm.host() == to.kernel()) {
      return Optional.of("same-host");
    } else if (!to.isUp()) {
      return Optional.of(Operations.HOST_CRASHED);
    } else if (isUnderWay(vm)) {
      return Optional.of("migrating");
    } else if (!hasPower(vm, method)) {
      return Optional.of("power");
    }
    return unfit(vm, to);
  }

  private static boolean hasPower(Vm vm, MigrationMethod method) {
    return method == MigrationMethod.COLD
        ? vm.state() == PowerState.OFF || vm.state() == PowerState.SUSPENDED
        : vm.state() == PowerState.ON;
  }

  /** Why a host is none for a VM. */
  Optional<String> unfit(Vm vm, Host to) {
    if (!reaches(to, vm)) {
      return Optional.of("shared-datastore");
    } else if (!hasFeatures(to, vm)) {
      return Optional.of("cpu-features");
    } else if (vm.memory() > free(to)) {
      return Optional.of("memory");
    }
    Optional<String> cores =
        to.residence().cores().refusal(vm.gang()).map(EventField::word).or(() -> pinned(vm, to));
    if (cores.isPresent()) {
      return cores;
    } else if (!machine.network().guests().canMove(vm, to)) {
      return Optional.of("port-group");
    }
    return vm.devices().all().isEmpty() ? nested(vm) : Optional.of("passthrough");
  }

  /** A VM in a VM, or one that has some: what is between the two would not go with it. */
  private static Optional<String> nested(Vm vm) {
    boolean alone = vm.outer().isEmpty() && vm.inner().isEmpty();
    return alone ? Optional.empty() : Optional.of("nested");
  }

  private boolean reaches(Host to, Vm vm) {
    return vm.disks().datastores().stream().allMatch(d -> machine.datastores().reaches(to, d));
  }

  private static boolean hasFeatures(Host to, Vm vm) {
    Hardware needs = vm.settings().hardware();
    Hardware has = to.settings().hardware();
    return needs.vendor() == has.vendor()
        && (!needs.vtx() || has.vtx())
        && (!needs.usesEpt() || has.usesEpt());
  }

  private static Optional<String> pinned(Vm vm, Host to) {
    int cores = to.settings().cpus();
    return vm.settings().cpu().affinity().highest() < cores
        ? Optional.empty()
        : Optional.of("cores");
  }

  static long free(Host host) {
    return (long) host.kernel().frames().free() * host.settings().kernel().paging().pageSize();
  }

  /** Whether a VM is on its way. */
  public boolean isUnderWay(Vm vm) {
    return underWay(vm).isPresent();
  }

  private Optional<Migration> underWay(Vm vm) {
    underWay.removeIf(m -> !m.isUnderWay());
    return underWay.stream().filter(m -> m.vm() == vm).findFirst();
  }

  /**
   * What moves a VM, if it is being moved, comes to nothing.
   *
   * @return whether it can go on where it is
   */
  boolean fail(Vm vm, String why) {
    Optional<Migration> moving = underWay(vm);
    return moving.isEmpty() || moving.get().fail(why);
  }

  /**
   * A host has crashed: no VM gets to it any more, or can fetch what it has left there.
   *
   * @return the VMs that cannot go on
   */
  List<Vm> lose(Host host) {
    List<Vm> lost = new ArrayList<>();
    for (Migration migration : List.copyOf(underWay)) {
      MigrationReport report = migration.report();
      boolean concerned = report.from() == host || report.to() == host;
      if (migration.isUnderWay() && concerned && !migration.fail(Operations.HOST_CRASHED)) {
        lost.add(migration.vm());
      }
    }
    return lost;
  }

  /** The VM that was moved last, or is being moved. */
  public Optional<Vm> last() {
    return last;
  }
}
