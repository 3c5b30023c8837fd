package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What was written is read back, wherever the page has been meanwhile. */
final class ContentsTest {
  private static final int PAGES = 12;
  private static final int STEPS = 8_000;

  @TestFactory
  Stream<DynamicTest> equalFlatMemory() {
    return Stream.of(1, 2, 5, 40)
        .flatMap(
            frames ->
                Policies.ALL.stream()
                    .map(PolicyChoice::of)
                    .flatMap(
                        policy ->
                            Stream.of(
                                test("host", frames, policy, onHost(frames, policy)),
                                test("vm", frames, policy, inVm(frames, policy)))));
  }

  private static DynamicTest test(
      String where, int frames, PolicyChoice policy, List<Process> processes) {
    String name = where + " " + frames + " " + policy.kind().word();
    return DynamicTest.dynamicTest(name, () -> new Flat(processes).run(frames));
  }

  /** Two that share the host's frames, and one with frames of its own. */
  private static List<Process> onHost(int frames, PolicyChoice policy) {
    Machine machine = Hosts.machine(Told.nothing());
    Host host = Hosts.host(machine, frames + 2, policy);
    return List.of(
        host.init(),
        machine.declareProcess("other", host, ProcessSettings.PLAIN),
        machine.declareProcess("local", host, ProcessSettings.PLAIN.withFrames(2)));
  }

  /** Two in one VM, one in another. */
  private static List<Process> inVm(int frames, PolicyChoice policy) {
    Machine machine = Hosts.machine(Told.nothing());
    VmSettings settings = VmSettings.DEFAULT.withKernel(Hosts.kernel(frames, policy));
    Vm vm = machine.declareVm("vm", machine.host(), settings);
    Vm other = machine.declareVm("other", machine.host(), settings);
    Process second = machine.declareProcess("second", vm, ProcessSettings.PLAIN);
    return List.of(vm.init(), second, other.init());
  }

  /** Each process beside an array of bytes. */
  private static final class Flat {
    private final List<Process> processes;
    private final List<byte[]> bytes = new ArrayList<>();

    Flat(List<Process> processes) {
      this.processes = processes;
      processes.forEach(p -> bytes.add(new byte[PAGES * Hosts.PAGE]));
    }

    void run(long seed) {
      SplitMix64 random = new SplitMix64(seed);
      for (int i = 0; i < STEPS; i++) {
        int who = (int) random.below(processes.size());
        Process process = processes.get(who);
        byte[] flat = bytes.get(who);
        int size = 1 << random.below(4);
        int va = (int) random.below(PAGES * Hosts.PAGE - size);
        if (random.below(8) == 0) {
          va = (va | Hosts.PAGE - 1) - (int) random.below(size);
          va = Math.min(va, flat.length - size);
        }
        if (random.below(100) == 0) {
          forget(process, flat, va / Hosts.PAGE);
        } else if (random.below(2) == 0) {
          write(process, flat, va, size, random.next());
        } else {
          read(process, flat, va, size);
        }
      }
    }

    /** A page that is mapped anew is all zeros. */
    private static void forget(Process process, byte[] flat, int page) {
      long va = (long) page * Hosts.PAGE;
      int frames = process.kernel().frames().total();
      for (int frame = 0; frame < frames; frame++) {
        long pa = (long) frame * Hosts.PAGE;
        if (process.map(va, pa, dev.vsim.machine.paging.Rights.RWX) == MapResult.DONE) {
          java.util.Arrays.fill(flat, (int) va, (int) va + Hosts.PAGE, (byte) 0);
          return;
        }
      }
    }

    private static void write(Process process, byte[] flat, int va, int size, long value) {
      assertTrue(process.write(va, size, value).done());
      for (int i = 0; i < size; i++) {
        flat[va + i] = (byte) (value >>> (8 * i));
      }
    }

    private static void read(Process process, byte[] flat, int va, int size) {
      assertTrue(process.read(va, size).done());
      long expected = 0;
      for (int i = size - 1; i >= 0; i--) {
        expected = (expected << 8) | (flat[va + i] & 0xFF);
      }
      assertEquals(expected, process.lastRead());
    }
  }

  @Test
  void textIsItsUtf8Bytes() {
    Told told = Told.only("read", "write");
    Machine machine = Hosts.machine(told);
    Process process = machine.host().init();
    assertTrue(process.writeText(0xffe, "가상").done());
    assertTrue(process.readText(0xffe, 6).done());
    assertTrue(process.read(0xffe, 1).done());
    assertTrue(process.write(0x2000, 2, 0x12345).done());
    assertTrue(process.read(0x2000, 8).done());
    assertEquals(
        """
        write host.init va 0xffe value 가상
        read host.init va 0xffe value 가상
        read host.init va 0xffe value 234
        write host.init va 0x2000 value 74565
        read host.init va 0x2000 value 9029
        """,
        told.text());
  }

  @Test
  void whatCrossesAPageEndIsTwoAccessesLowerFirst() {
    Told told = Told.only("access", "write", "page-fault");
    Machine machine = Hosts.machine(told);
    Process process = machine.host().init();
    assertTrue(process.write(0xffc, 8, 1).done());
    assertEquals(
        """
        access host.init op write va 0xffc
        page-fault host.init va 0xffc cause first-touch error 0x6
        access host.init op write va 0x1000
        page-fault host.init va 0x1000 cause first-touch error 0x6
        write host.init va 0xffc value 1
        """,
        told.text());
    assertEquals(2, process.accesses());
    assertEquals(AccessResult.HIT, process.read(0xffc, 8));
    assertEquals(AccessResult.FAULTED, process.read(0x1ffc, 8), "one half faulted");
  }

  @Test
  void writingWithoutAValueChangesNoContents() {
    Told told = Told.only("write", "read");
    Machine machine = Hosts.machine(told);
    Process process = machine.host().init();
    process.write(0x10, 8, 7);
    process.access(0x10, Op.WRITE);
    process.read(0x10, 8);
    assertEquals(7, process.lastRead());
    assertEquals(2, told.lines().size());
    assertTrue(process.page(0).dirty());
  }

  @Test
  void zerosTakeNoMemory() {
    Machine machine = Hosts.machine(Told.nothing());
    Process process = machine.host().init();
    process.access(0, Op.WRITE);
    long before = machine.budget().used();
    process.write(8, 8, 0);
    assertEquals(before, machine.budget().used());
    process.write(8, 1, 1);
    assertTrue(machine.budget().used() >= before + Hosts.PAGE);
  }
}
