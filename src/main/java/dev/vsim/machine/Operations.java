package dev.vsim.machine;

import dev.vsim.event.DropReason;
import dev.vsim.event.EventField;
import dev.vsim.machine.cpu.Refusal;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import java.util.Optional;

/**
 * What is done to virtual machines as wholes, and what the network makes of it; what cannot be done
 * is refused, and told so.
 */
public final class Operations {
  private static final String POWER = "power";
  private static final String REMOVE = "remove";

  private final Machine machine;

  Operations(Machine machine) {
    this.machine = machine;
  }

  /** Switches a VM on, with a new kernel and its first process; nothing if it is on. */
  public void powerOn(Vm vm) {
    Optional<String> around = vm.outer().flatMap(Vm::hindrance);
    if (around.isPresent()) {
      machine.refuse(vm, POWER, around.get());
    } else if (isThere(vm, POWER)) {
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
