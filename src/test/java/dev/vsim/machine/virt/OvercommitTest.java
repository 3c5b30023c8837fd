package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.Claim;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.machine.memory.Sharing;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.world.Checkpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever a full host does to serve its guests, sharing, ballooning, swapping, each reads what it
 * wrote, no frame that two pages have can be written, and the counts add up.
 */
class OvercommitTest {
  private static final int FRAMES = 8;
  private static final int GUEST_FRAMES = 16;
  private static final int PAGES = 20;
  private static final int STEPS = 400;

  @TestFactory
  Stream<DynamicTest> everyPolicyOfTheHost() {
    return Policies.ALL.stream()
        .filter(policy -> !policy.equals(Policies.OPT))
        .flatMap(policy -> IntStream.range(0, 10).mapToObj(n -> story(policy, n)));
  }

  /** Else what the stories show would be little. */
  @Test
  void everythingHappensInTheStories() {
    Told told =
        Told.only("page-share", "copy-page", "balloon", "host-swap-out", "host-swap-in", "swap-in");
    for (int number = 0; number < 5; number++) {
      new Story(Policies.LRU, number, 1, told).run();
    }
    Set<String> kinds =
        told.lines().stream().map(l -> l.substring(0, l.indexOf(' '))).collect(Collectors.toSet());
    assertEquals(6, kinds.size(), kinds::toString);
  }

  private static DynamicTest story(PolicyKind policy, int number) {
    return dynamicTest(
        policy.word() + " " + number,
        () -> new Story(policy, number % 5, number / 5, Told.nothing()).run());
  }

  /** Guests that refer to few pages with few different contents, on a host with few frames. */
  private static final class Story {
    final Random dice;
    final Machine machine;
    final Host host;
    final Sharing sharing;
    final List<Vm> vms = new ArrayList<>();
    final Map<Process, Map<Integer, Long>> written = new HashMap<>();
    final List<Process> inner = new ArrayList<>();
    final Map<Vm, Kept> kept = new HashMap<>();

    private record Kept(Checkpoint state, Map<Process, Map<Integer, Long>> written) {}

    Story(PolicyKind policy, int number, int seed, Told told) {
      machine = Hosts.machine(told);
      dice = new Random(70L * seed + 7L * number + policy.word().hashCode());
      sharing = new Sharing(number != 1 && number != 3, number != 2);
      host =
          Hosts.host(
              machine,
              Hosts.kernel(FRAMES, PolicyChoice.of(policy))
                  .withSwap(Hosts.slots(60))
                  .withSharing(sharing));
      for (int i = 0; i < 3; i++) {
        vms.add(vm("vm" + i, i, number));
      }
      add(host.init());
      if (number == 2) {
        KernelSettings kernel =
            KernelSettings.GUEST.withMemory(6 * 4096L).withSwap(Hosts.slots(60));
        inner.add(
            machine.declareVm("inner", vms.get(0), VmSettings.DEFAULT.withKernel(kernel)).init());
        add(inner.get(0));
      }
    }

    private Vm vm(String name, int i, int number) {
      KernelSettings kernel =
          KernelSettings.GUEST
              .withMemory(GUEST_FRAMES * 4096L)
              .withSwap(Hosts.slots(60))
              .withPolicy(PolicyChoice.of(Policies.ALL.get(i)));
      long limit = number >= 3 && i == 1 ? 4 * 4096 : Long.MAX_VALUE;
      Claim claim = new Claim(i == 0 ? 2 * 4096 : 0, limit, 1000 + i);
      Hardware shadowing = Hardware.DEFAULT.withEpt(EptSettings.DEFAULT.withOn(i != 1));
      VmSettings settings =
          VmSettings.DEFAULT
              .withKernel(kernel)
              .withClaim(claim)
              .withHardware(number % 2 == 0 ? shadowing : Hardware.DEFAULT)
              .withBacking(i == 2 ? VmSettings.Backing.DEMAND : VmSettings.Backing.TAKEN);
      Vm vm = machine.declareVm(name, host, settings);
      add(vm.init());
      add(machine.declareProcess("other", vm, ProcessSettings.PLAIN.withFrames(5)));
      return vm;
    }

    private void add(Process process) {
      written.put(process, new HashMap<>());
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        act();
        check(step);
      }
    }

    private void act() {
      int what = dice.nextInt(40);
      Vm vm = vms.get(dice.nextInt(vms.size()));
      if (what == 0) {
        vm.tenant().balloon().become(dice.nextInt(GUEST_FRAMES));
      } else if (what == 1 && vm.inner().isEmpty()) {
        kept.put(vm, new Kept(vm.checkpoint(), copies(vm)));
      } else if (what == 2 && kept.containsKey(vm)) {
        kept.get(vm).state().restore();
        written.putAll(copy(kept.get(vm).written()));
      } else if (what == 3) {
        replay(processes().get(dice.nextInt(processes().size())));
      } else {
        refer(processes().get(dice.nextInt(processes().size())));
      }
    }

    /** Reads and writes that change no contents. */
    private void replay(Process process) {
      boolean whole = written.get(process).values().stream().noneMatch(Objects::isNull);
      if (!process.ended() && whole) {
        int[] left = {200};
        process.replay(
            batch -> {
              int n = Math.min(50, left[0]);
              for (int i = 0; i < n; i++) {
                batch[i] = ReferenceSource.page(dice.nextInt(PAGES), Op.values()[dice.nextInt(2)]);
              }
              left[0] -= n;
              return n;
            });
      }
    }

    /** In order of declaration, so that the story is the same each time. */
    private List<Process> processes() {
      List<Process> all = new ArrayList<>(List.of(host.init()));
      vms.forEach(vm -> all.addAll(vm.kernel().processes()));
      all.addAll(inner);
      return all;
    }

    private Map<Process, Map<Integer, Long>> copies(Vm vm) {
      Map<Process, Map<Integer, Long>> all = new HashMap<>();
      vm.kernel().processes().forEach(p -> all.put(p, written.get(p)));
      return copy(all);
    }

    private static Map<Process, Map<Integer, Long>> copy(Map<Process, Map<Integer, Long>> of) {
      Map<Process, Map<Integer, Long>> all = new HashMap<>();
      of.forEach((process, pages) -> all.put(process, new HashMap<>(pages)));
      return all;
    }

    private void refer(Process process) {
      int page = dice.nextInt(PAGES);
      Map<Integer, Long> pages = written.get(process);
      if (process.ended() || pages.getOrDefault(page, 0L) == null) {
        return;
      }
      if (dice.nextInt(3) == 0) {
        long value = dice.nextInt(3);
        if (process.write(page * 4096L, 8, value).done()) {
          pages.put(page, value);
        }
      } else if (dice.nextInt(60) == 0) {
        process.unmap(page * 4096L);
        pages.put(page, null);
      } else {
        AccessResult result = process.read(page * 4096L, 8);
        if (result.done()) {
          assertEquals(pages.getOrDefault(page, 0L), process.lastRead(), process.path());
        }
      }
    }

    private void check(int step) {
      Map<Integer, Integer> mappings = new HashMap<>();
      int swapped = 0;
      for (Vm vm : vms) {
        int backed = 0;
        for (int page = vm.tenant().nextBacked(0);
            page >= 0;
            page = vm.tenant().nextBacked(page + 1)) {
          mappings.merge(vm.tenant().hostFrame(page), 1, Integer::sum);
          backed++;
        }
        assertEquals(backed, vm.tenant().backed());
        assertTrue(
            !sharing.on() && backed * 4096L <= vm.settings().claim().limit() || sharing.on());
        swapped += vm.inHostSwap();
      }
      Kernel kernel = host.kernel();
      int used = mappings.size() + (int) resident();
      assertEquals(FRAMES, used + kernel.frames().free(), "shared frames are counted once");
      int shared = (int) mappings.values().stream().filter(n -> n > 1).count();
      assertEquals(shared, kernel.overcommit().shared().size());
      int all = mappings.values().stream().mapToInt(n -> n).sum();
      assertEquals(all - mappings.size(), kernel.overcommit().shared().saved());
      assertTrue(kernel.swap().used() >= swapped, "step " + step);
      noSharedFrameCanBeWritten(mappings);
    }

    private long resident() {
      return host.kernel().processes().stream().mapToLong(Process::resident).sum();
    }

    private void noSharedFrameCanBeWritten(Map<Integer, Integer> mappings) {
      Set<Integer> several = new HashSet<>();
      mappings.forEach((frame, n) -> Optional.of(frame).filter(f -> n > 1).ifPresent(several::add));
      for (Vm vm : vms) {
        for (int page = vm.tenant().nextBacked(0);
            page >= 0;
            page = vm.tenant().nextBacked(page + 1)) {
          if (several.contains(vm.tenant().hostFrame(page))) {
            long entry = vm.ept().entry(page);
            assertFalse(EntryFormat.EPT.allows(entry, Op.WRITE.ordinal()), vm.path());
          }
        }
      }
    }
  }
}
