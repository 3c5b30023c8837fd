package dev.vsim.machine;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.device.Device;
import dev.vsim.machine.device.Device.Transfer;
import dev.vsim.machine.device.DeviceSettings;
import dev.vsim.machine.virt.GuestState;
import dev.vsim.machine.virt.Vcpu;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.world.Journal;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What VMs do with the physical devices that they have; what cannot be done is refused, and told so
 * (rules.md R33).
 */
public final class Devices {
  private static final EventKind INTERRUPT = EventKind.of(MemoryEvent.Interrupt.class);
  private static final String DMA = "dma";

  private final Machine machine;
  private final Journal journal;

  /** By name, so that a path that means no device is known to be none without asking every VM. */
  private final Map<String, List<Device>> byName = new HashMap<>();

  Devices(Machine machine, Journal journal) {
    this.machine = machine;
    this.journal = journal;
  }

  /**
   * Gives a VM that was just declared on a host devices of it; it is off if it cannot have them.
   */
  public void give(Vm vm, Host host, List<DeviceSettings> settings) {
    for (DeviceSettings one : settings) {
      Device device = new Device(vm.path(), one, host.iommu());
      vm.devices().add(device);
      machine.enterDevice(device);
      byName.computeIfAbsent(device.name(), name -> new ArrayList<>(1)).add(device);
    }
    if (vm.state().hasMemory()) {
      vm.attach().ifPresent(why -> machine.refuse(vm, "power", EventField.word(why)));
    }
  }

  /** The one device of this name, where only one VM has one. */
  Optional<Subject> named(String name) {
    List<Device> all =
        byName.getOrDefault(name, List.of()).stream()
            .filter(d -> machine.vms().stream().anyMatch(vm -> vm.devices().all().contains(d)))
            .toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** A driver lets a device write into memory; see {@link Device#write}. */
  public void write(Device device, long address, byte[] bytes, Value value) {
    if (canAct(device)) {
      tell(device, device.write(address, bytes, value));
    }
  }

  /** A driver lets a device read memory; see {@link Device#read}. */
  public void read(Device device, long address, int count, Function<byte[], Value> shown) {
    if (canAct(device)) {
      tell(device, device.read(address, count, shown));
    }
  }

  /**
   * A device raises a message-signalled interrupt.
   *
   * @param target the VM or host that the message names
   */
  public void interrupt(Device device, int vector, Subject target) {
    if (canAct(device) && device.raise(vector, target == owner(device))) {
      if (target instanceof Vm vm) {
        deliver(device, vm, vector);
      } else if (journal.wants(INTERRUPT)) {
        journal.accept(new MemoryEvent.Interrupt(target, vector, MemoryEvent.ABSENT));
      }
    }
  }

  private void deliver(Device device, Vm vm, int vector) {
    Vcpu vcpu = vm.vcpus().get(0);
    if (!vm.isOn()) {
      machine.refuse(owner(device), DMA, vm.state().word());
    } else if (vcpu.state().activity() == GuestState.Activity.SHUTDOWN) {
      machine.refuse(owner(device), DMA, "shutdown");
    } else {
      vm.interrupt(vcpu, vector);
    }
  }

  private boolean canAct(Device device) {
    Vm vm = owner(device);
    boolean there = vm.state().hasMemory();
    if (!there) {
      machine.refuse(vm, DMA, vm.state().word());
    }
    return there;
  }

  private void tell(Device device, Transfer result) {
    if (result == Transfer.UNANSWERED) {
      machine.refuse(owner(device), DMA, "unsupported-request");
    }
  }

  /** The VM that has a device. */
  public Vm owner(Device device) {
    return (Vm) machine.find(device.owner()).orElseThrow();
  }
}
