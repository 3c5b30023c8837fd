package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Guests whose memory is translated in every way, on a host that has too little: what was written
 * is read back, and no frame of the host can be written by two of them, but where one is in
 * another.
 */
final class CrowdedHostTest {
  private static final int PAGES = 64;

  private final Machine machine = new Machine(Told.nothing(), 1L << 30, 0);

  private static VmSettings settings(long frames, EptSettings ept) {
    return VmSettings.DEFAULT
        .withKernel(KernelSettings.GUEST.withMemory(frames << 12))
        .withHardware(Hardware.DEFAULT.withEpt(ept));
  }

  @Test
  void everyKindOfGuestKeepsItsOwn() {
    for (PolicyKind policy : List.of(Policies.LRU, Policies.CLOCK, Policies.FIFO)) {
      new CrowdedHostTest().story(policy, 120);
    }
    new CrowdedHostTest().story(Policies.LRU, 700);
  }

  private void story(PolicyKind policy, long frames) {
    KernelSettings kernel =
        KernelSettings.HOST.withMemory(frames << 12).withPolicy(PolicyChoice.of(policy));
    Host host = machine.declareHost("host", HostSettings.DEFAULT.withKernel(kernel));
    EptSettings ept = EptSettings.DEFAULT;
    List<Vm> vms = new ArrayList<>();
    vms.add(machine.declareVm("plain", host, settings(80, ept)));
    vms.add(machine.declareVm("large", host, settings(1024, ept.withLargest(2))));
    vms.add(machine.declareVm("shadow", host, settings(80, ept.withOn(false))));
    vms.add(machine.declareVm("bits", host, settings(80, ept.withAccessedDirty(false))));
    Vm outer = machine.declareVm("outer", host, settings(100, ept));
    vms.add(outer);
    vms.add(machine.declareVm("inner", outer, settings(80, ept)));
    SplitMix64 dice = new SplitMix64(21);
    Map<String, Long> model = new HashMap<>();
    for (int i = 0; i < 6000; i++) {
      Vm vm = vms.get((int) dice.below(vms.size()));
      Process init = vm.init();
      long va = dice.below(PAGES << 12) & -8;
      String key = vm.path() + va;
      if (dice.below(3) == 0) {
        long value = dice.below(3);
        assertTrue(init.write(va, 8, value).done(), vm.path());
        model.put(key, value);
      } else {
        assertTrue(init.read(va, 8).done(), vm.path() + " " + i);
        assertEquals(model.getOrDefault(key, 0L), init.lastRead(), vm.path() + " " + i);
      }
      if (i % 200 == 0) {
        alone(vms);
      }
    }
  }

  private static void alone(List<Vm> vms) {
    Map<Integer, String> writers = new HashMap<>();
    for (Vm vm : vms) {
      if (vm.outer().isPresent()) {
        continue;
      }
      for (Ept.Page page : vm.ept().pages()) {
        for (int i = 0; i < page.frames() && page.rights().allows(Op.WRITE); i++) {
          String other = writers.put(page.hostFirst() + i, vm.path());
          assertTrue(other == null, vm.path() + " and " + other);
        }
      }
    }
  }
}
