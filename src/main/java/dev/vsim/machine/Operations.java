package dev.vsim.machine;

import dev.vsim.event.DropReason;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.event.OperationEvent;
import dev.vsim.machine.cpu.Refusal;
import dev.vsim.machine.operate.Delay;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done to virtual machines as wholes, and what the network makes of it; what cannot be done
 * is refused, and told so.
 */
public final class Operations {
  private static final String POWER = "power";
  private static final String REMOVE = "remove";
  private static final String SUSPEND = "suspend";
  private static final String RESUME = "resume";
  private static final String CRASH = "crash";
  private static final EventKind CRASH_TOLD = EventKind.of(OperationEvent.Crash.class);
  private static final Operation NOTHING = () -> true;

  /** Why something that needs a machine is refused. */
  static final String CRASHED = PowerState.CRASHED.word();

  /** Why something that needs a host is refused. */
  static final String HOST_CRASHED = "host-crashed";

  private final Machine machine;
  private final World world;

  Operations(Machine machine, World world) {
    this.machine = machine;
    this.world = world;
  }

  /** Switches a VM on, with a new kernel and its first process; nothing if it is on. */
  public void powerOn(Vm vm) {
    Optional<String> around = vm.outer().flatMap(Vm::hindrance);
    if (!isThere(vm, POWER)) {
      return;
    } else if (vm.state() == PowerState.SUSPENDED || vm.state() == PowerState.CRASHED) {
      machine.refuse(vm, POWER, vm.state().word());
    } else if (around.isPresent()) {
      machine.refuse(vm, POWER, around.get());
    } else if (!host(vm).isUp()) {
      machine.refuse(vm, POWER, HOST_CRASHED);
    } else {
      Optional<Refusal> refusal = vm.powerOn();
      refusal.ifPresent(why -> machine.refuse(vm, POWER, EventField.word(why)));
      settle(vm);
    }
  }

  /** Switches a VM off; nothing if it is off. */
  public void powerOff(Vm vm) {
    if (isThere(vm, POWER)) {
      machine.migrations().fail(vm, POWER);
      vm.powerOff();
      settle(vm);
    }
  }

  /** Switches a VM off and on again. */
  public void reset(Vm vm) {
    if (vm.state().isUp()) {
      powerOff(vm);
      powerOn(vm);
    } else {
      machine.refuse(vm, POWER, vm.state().word());
    }
  }

  private static Host host(Vm vm) {
    return (Host) vm.physicalHost().subject();
  }

  /** Writes a VM's memory into a file and gives its frames back, or refuses to. */
  public Operation suspend(Vm vm) {
    Optional<String> refusal = noSuspension(vm);
    if (refusal.isPresent()) {
      machine.refuse(vm, SUSPEND, refusal.get());
      return NOTHING;
    }
    long time = vm.suspend();
    settle(vm);
    return Delay.of(world.queue(), time, vm.gang().order(), () -> {});
  }

  private Optional<String> noSuspension(Vm vm) {
    if (vm.state() != PowerState.ON) {
      return Optional.of(vm.state().word());
    } else if (machine.migrations().isUnderWay(vm)) {
      return Optional.of("migrating");
    } else if (vm.isPinned()) {
      return Optional.of("passthrough");
    } else if (vm.inner().stream().anyMatch(inner -> inner.state().hasMemory())) {
      return Optional.of("nested");
    }
    return vm.takeRoom() ? Optional.empty() : Optional.of("datastore-full");
  }

  /** Lets a VM go on where it was suspended, when its memory has been read, or refuses to. */
  public Operation resume(Vm vm) {
    if (vm.state() != PowerState.SUSPENDED) {
      machine.refuse(vm, RESUME, vm.state().word());
      return NOTHING;
    } else if (!host(vm).isUp()) {
      machine.refuse(vm, RESUME, HOST_CRASHED);
      return NOTHING;
    }
    long asked = vm.stops();
    return Delay.of(
        world.queue(), vm.resumeTime(), vm.gang().order(), () -> resumeSince(vm, asked));
  }

  /** It goes on, unless it was switched off or resumed while its memory was read. */
  private void resumeSince(Vm vm, long asked) {
    if (vm.state() == PowerState.SUSPENDED && vm.stops() == asked) {
      vm.resume().ifPresent(why -> machine.refuse(vm, RESUME, EventField.word(why)));
      settle(vm);
    }
  }

  /** A VM stops where it is; what it has stays its own. */
  public void crash(Vm vm) {
    if (vm.state().hasMemory()) {
      machine.migrations().fail(vm, CRASHED);
      stopHere(vm);
      vm.inner().stream().filter(inner -> inner.state().hasMemory()).forEach(this::crash);
    } else {
      machine.refuse(vm, CRASH, vm.state().word());
    }
  }

  private void stopHere(Vm vm) {
    vm.crash();
    settle(vm);
  }

  /**
   * A host stops, and with it the VMs that run on it, which may be started elsewhere.
   *
   * @param ha whether they are; nothing: as they or the host say
   */
  public Operation crash(Host host, Optional<Boolean> ha) {
    if (!host.isUp()) {
      machine.refuse(host, CRASH, CRASHED);
      return NOTHING;
    }
    if (world.journal().wants(CRASH_TOLD)) {
      world.journal().accept(new OperationEvent.Crash(host));
    }
    List<Vm> lost = machine.migrations().lose(host);
    List<Vm> hit =
        machine.vms().stream()
            .filter(vm -> vm.state().hasMemory() && (host(vm) == host || lost.contains(vm)))
            .toList();
    hit.forEach(this::stopHere);
    host.crash();
    List<Operation> frames = new ArrayList<>(List.of(machine.network().crash(host)));
    for (Vm vm : hit) {
      if (ha.or(() -> vm.settings().ha()).orElse(host.settings().ha())) {
        frames.add(restart(vm));
      }
    }
    return () -> frames.stream().allMatch(Operation::isOver);
  }

  /** Starts a VM that has crashed on the host with most free memory that can have it. */
  private Operation restart(Vm vm) {
    Optional<Host> best =
        machine.hosts().stream()
            .filter(h -> h.isUp() && machine.migrations().unfit(vm, h).isEmpty())
            .reduce((one, other) -> free(other) > free(one) ? other : one);
    if (best.isEmpty()) {
      machine.refuse(vm, POWER, "no-host");
      return NOTHING;
    }
    boolean cards = machine.network().hasCards(vm.path());
    if (cards) {
      machine.network().guests().move(vm, best.get());
    }
    vm.evacuate(best.get().residence());
    powerOn(vm);
    return cards ? machine.network().guests().announce(vm) : NOTHING;
  }

  private static int free(Host host) {
    return host.kernel().frames().free();
  }

  /** Deletes a VM with its files. */
  public void remove(Vm vm) {
    boolean needed =
        vm.disks().all().stream()
            .flatMap(d -> d.files().all().stream())
            .anyMatch(DiskFile::servesClones);
    if (needed) {
      machine.refuse(vm, REMOVE, "linked-clone");
    } else if (isThere(vm, REMOVE)) {
      machine.migrations().fail(vm, REMOVE);
      vm.remove();
      if (machine.network().hasCards(vm.path())) {
        machine.network().guests().remove(vm);
      }
    }
  }

  /** What its state is to the network: one that does not run neither sends nor takes in. */
  void settle(Vm vm) {
    if (!machine.network().hasCards(vm.path())) {
      return;
    }
    switch (vm.state()) {
      case ON -> machine.network().guests().hear(vm);
      case SUSPENDED -> machine.network().guests().silence(vm, DropReason.SUSPENDED);
      case CRASHED -> machine.network().guests().silence(vm, DropReason.CRASHED);
      case OFF -> machine.network().guests().silence(vm, DropReason.OFF);
      case PAUSED -> machine.network().guests().silence(vm, DropReason.PAUSED);
      case REMOVED -> throw new IllegalStateException(vm.path() + " is removed");
    }
  }

  /** Whether a VM is there and on no way elsewhere; tells if not. */
  boolean isSettled(Vm vm, String command) {
    boolean moves = machine.migrations().isUnderWay(vm);
    if (moves) {
      machine.refuse(vm, command, "migrating");
    }
    return !moves && isThere(vm, command);
  }

  /** Whether a VM has not been removed; tells if it has. */
  boolean isThere(Vm vm, String command) {
    boolean removed = vm.state() == PowerState.REMOVED;
    if (removed) {
      machine.refuse(vm, command, vm.state().word());
    }
    return !removed;
  }
}
