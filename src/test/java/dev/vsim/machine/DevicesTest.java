package dev.vsim.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.event.DeviceEvent.Stray;
import dev.vsim.machine.device.Device;
import dev.vsim.machine.device.DeviceSettings;
import dev.vsim.machine.device.IommuSettings;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Devices that VMs have, against the plainest model there is: memory is an array of bytes. */
class DevicesTest {
  private static final int FRAMES = 64;
  private static final int PAGES = 8;
  private static final int STEPS = 400;
  private static final byte[] EIGHT = new byte[8];

  private final Told told = Told.everything();
  private final Machine machine = Hosts.machine(told);
  private SplitMix64 dice = new SplitMix64(0);

  private Host host(IommuSettings iommu) {
    return machine.declareHost(
        "host", HostSettings.DEFAULT.withKernel(Hosts.kernel(FRAMES, lru())).withIommu(iommu));
  }

  private static dev.vsim.machine.memory.PolicyChoice lru() {
    return KernelSettings.HOST.policy();
  }

  private Vm vm(Host host, String name, DeviceSettings... devices) {
    KernelSettings kernel = KernelSettings.GUEST.withMemory((long) PAGES * Hosts.PAGE);
    Vm vm = machine.declareVm(name, host, VmSettings.DEFAULT.withKernel(kernel));
    machine.devices().give(vm, host, List.of(devices));
    return vm;
  }

  private Device device(Vm vm) {
    return vm.devices().all().get(0);
  }

  private void write(Device device, long address, byte[] bytes) {
    machine.devices().write(device, address, bytes, Value.None.NONE);
  }

  private byte[] read(Device device, long address, int count) {
    byte[] read = new byte[count];
    machine
        .devices()
        .read(
            device,
            address,
            count,
            bytes -> {
              System.arraycopy(bytes, 0, read, 0, count);
              return Value.None.NONE;
            });
    return read;
  }

  private static byte[] memory(Host host) {
    byte[] all = new byte[FRAMES * Hosts.PAGE];
    for (int frame = 0; frame < FRAMES; frame++) {
      host.ram().read(frame, 0, all, frame * Hosts.PAGE, Hosts.PAGE);
    }
    return all;
  }

  private int below(int bound) {
    return (int) dice.below(bound);
  }

  private byte[] bytes() {
    byte[] bytes = new byte[1 + below(20)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) below(256);
    }
    return bytes;
  }

  @TestFactory
  Stream<DynamicTest> theIommuConfines() {
    return IntStream.range(0, 20)
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> new DevicesTest().confined(seed)));
  }

  /** Frames of others lie among those of the VM, so that its memory is in pieces. */
  private void confined(int seed) {
    dice = new SplitMix64(seed);
    Host host = host(IommuSettings.DEFAULT);
    Vm victim = vm(host, "victim");
    for (int page = 0; page < PAGES; page++) {
      victim.map((long) page * Hosts.PAGE, (long) below(FRAMES) * Hosts.PAGE, Rights.RWX);
    }
    Vm vm = vm(host, "vm", DeviceSettings.of("hba0"));
    byte[] flat = new byte[PAGES * Hosts.PAGE];
    byte[] all = memory(host);
    for (int step = 0; step < STEPS; step++) {
      int address = below(flat.length + 2 * Hosts.PAGE);
      if (below(4) == 0) {
        address = Math.max(0, address / Hosts.PAGE * Hosts.PAGE - below(8));
      }
      byte[] given = bytes();
      write(device(vm), address, given);
      for (int i = 0; i < given.length && address + i < flat.length; i++) {
        flat[address + i] = given[i];
        int frame = vm.ept().hostFrame((address + i) / Hosts.PAGE);
        all[frame * Hosts.PAGE + (address + i) % Hosts.PAGE] = given[i];
      }
    }
    assertArrayEquals(all, memory(host));
    for (int at = 0; at < flat.length; at += 64) {
      assertArrayEquals(Arrays.copyOfRange(flat, at, at + 64), read(device(vm), at, 64));
    }
    assertTrue(device(vm).strays(Stray.ADDRESS) > 0);
  }

  @Test
  void withoutOneAnAddressIsTheHosts() {
    Host host = host(new IommuSettings(false, true));
    Vm victim = vm(host, "victim");
    victim.map(0, 5 * Hosts.PAGE, Rights.RWX);
    Vm vm = vm(host, "vm", DeviceSettings.of("hba0"));
    byte[] all = memory(host);
    byte[] given = {1, 2, 3, 4};
    write(device(vm), 6 * Hosts.PAGE - 2, given);
    System.arraycopy(given, 0, all, 6 * Hosts.PAGE - 2, 4);
    assertArrayEquals(all, memory(host));
    assertArrayEquals(new byte[] {1, 2}, read(device(vm), 6 * Hosts.PAGE - 2, 2));
    assertEquals(0, device(vm).strays());
  }

  @Test
  void whatADeviceMayNotDoChangesNothing() {
    Host host = host(IommuSettings.DEFAULT);
    Vm vm = vm(host, "vm", DeviceSettings.of("hba0").withRights(Rights.R));
    told.lines();
    write(device(vm), 0, EIGHT);
    read(device(vm), 8, 1);
    assertEquals(
        List.of(
            "iommu-fault vm.hba0 address 0x0 reason permission op write",
            "dma vm.hba0 address 0x8 hpa 0x8 op read value none"),
        told.lines());
  }

  /** Bits above those that a table knows are looked at, too. */
  @Test
  void anAddressThatNoTableHasIsStopped() {
    Vm vm = vm(host(IommuSettings.DEFAULT), "vm", DeviceSettings.of("hba0"));
    for (int bit = 15; bit < Long.SIZE; bit++) {
      write(device(vm), 1L << bit, EIGHT);
    }
    assertEquals(Long.SIZE - 15, device(vm).strays(Stray.ADDRESS));
    assertEquals(0, device(vm).transfers());
  }

  @Test
  void anInterruptComesThroughOnlyIfItIsInTheTable() {
    Host host = host(IommuSettings.DEFAULT);
    Vm vm = vm(host, "vm", DeviceSettings.of("hba0").withVectors(Set.of(0x30)));
    Vm other = vm(host, "other");
    machine.devices().interrupt(device(vm), 0x30, vm);
    machine.devices().interrupt(device(vm), 0x30, other);
    machine.devices().interrupt(device(vm), 0x30, host);
    machine.devices().interrupt(device(vm), 0x31, vm);
    assertEquals(1, device(vm).interrupts());
    assertEquals(3, device(vm).strays(Stray.INTERRUPT));
    assertEquals(
        List.of("interrupt vm.vcpu0 vector 48"),
        told.lines().stream().filter(l -> l.startsWith("interrupt ")).toList());
  }

  @Test
  void withoutAnIommuInterruptsAreNotLookedAtEither() {
    Host host = host(new IommuSettings(false, true));
    Vm vm = vm(host, "vm", DeviceSettings.of("hba0"));
    machine.devices().interrupt(device(vm), 0x99, vm(host, "other"));
    assertEquals(1, device(vm).interrupts());
    assertEquals(0, device(vm).strays());
  }

  @Test
  void allMemoryIsThereFromTheLowestFrameUp() {
    Host host = host(IommuSettings.DEFAULT);
    vm(host, "other").map(0, 2 * Hosts.PAGE, Rights.RWX);
    Vm vm = vm(host, "vm", DeviceSettings.of("hba0"));
    int[] wanted = {0, 1, 3, 4, 5, 6, 7, 8};
    for (int page = 0; page < PAGES; page++) {
      assertEquals(wanted[page], vm.ept().hostFrame(page));
      assertEquals(wanted[page], device(vm).domain().orElseThrow().frame(page));
    }
  }

  @Test
  void switchedOffItTakesNothing() {
    Host host = host(IommuSettings.DEFAULT);
    int tables = host.kernel().region().used();
    KernelSettings kernel = KernelSettings.GUEST.withMemory((long) PAGES * Hosts.PAGE);
    Vm vm = machine.declareVm("vm", host, VmSettings.DEFAULT.withKernel(kernel));
    int plain = host.kernel().region().used();
    machine.devices().give(vm, host, List.of(DeviceSettings.of("hba0")));
    assertTrue(host.kernel().region().used() > plain);
    assertTrue(plain > tables);
    assertEquals(FRAMES - PAGES, host.kernel().frames().free());
    vm.powerOff();
    assertEquals(FRAMES, host.kernel().frames().free());
    assertTrue(host.kernel().region().used() <= plain);
    assertEquals(Optional.empty(), device(vm).domain());
    assertTrue(host.iommu().assigned().isEmpty());
  }

  @Test
  void whereItsMemoryDoesNotFitItIsOff() {
    Host host = host(IommuSettings.DEFAULT);
    Vm large =
        machine.declareVm(
            "large",
            host,
            VmSettings.DEFAULT.withKernel(
                KernelSettings.GUEST.withMemory((FRAMES + 1L) * Hosts.PAGE)));
    told.lines();
    machine.devices().give(large, host, List.of(DeviceSettings.of("hba0")));
    assertEquals(List.of("refused large command power reason memory"), told.lines());
    assertEquals(PowerState.OFF, large.state());
    assertEquals(FRAMES, host.kernel().frames().free());
    assertTrue(host.iommu().isFree("hba0"));
  }
}
