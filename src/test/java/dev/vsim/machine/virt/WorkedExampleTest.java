package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.event.Cause;
import dev.vsim.event.ExitReason;
import dev.vsim.event.Op;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.MapResult;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.Rights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules.md 5.1: the flagship, and the textbook's mapping. */
final class WorkedExampleTest {
  private static final long LIMIT = 1L << 30;

  private Told told;
  private Machine machine;
  private Vm linux;
  private Process init;

  private void begin(Told sink) {
    told = sink;
    machine = new Machine(told, LIMIT, 0);
    VmSettings settings = VmSettings.DEFAULT.withVcpus(2);
    VmSettings half = settings.withKernel(settings.kernel().withMemory(512L << 20));
    linux = machine.declareVm("linux", machine.host(), half);
    init = linux.init();
  }

  @Test
  void aFirstTouch() {
    begin(Told.visible());
    assertEquals(List.of(), told.lines(), "declaring is silent");
    assertEquals(131_072, linux.kernel().frames().total());
    assertEquals(4_194_304, machine.host().kernel().frames().total());
    assertEquals(AccessResult.FAULTED, init.access(0x1000, Op.READ));
    assertEquals(
        """
        access linux.init op read va 0x1000
        tlb-miss linux.init page 0x1
        page-fault linux.init va 0x1000 cause first-touch error 0x4
        frame-alloc linux.init page 0x1 frame 0x0
        ept-violation linux.vcpu0 gpa 0x0 qualification 0x181 gva 0x1000
        vm-exit linux.vcpu0 reason ept-violation number 48
        ept-map linux gpa 0x0 hpa 0x0
        vm-entry linux.vcpu0
        translate linux.init gva 0x1000 gpa 0x0 hpa 0x0
        """,
        told.text());
    assertEquals(4343, machine.clock().now());
    assertEquals(1, init.faults());
    assertEquals(1, init.faults(Cause.FIRST_TOUCH));
    assertEquals(0, init.hits());
    assertEquals(1, init.accesses());
    assertEquals(52, init.walkReferences());
    assertEquals(131_071, linux.kernel().frames().free());
    assertEquals(4_194_303, machine.host().kernel().frames().free());
    assertEquals(1, linux.exits());
    assertEquals(1, linux.exits(ExitReason.EPT_VIOLATION));
    assertEquals(1, linux.kernel().tlb().misses());
    assertEquals(0, linux.kernel().tlb().hits());

    assertEquals(AccessResult.HIT, init.access(0x1008, Op.READ));
    assertEquals(
        """
        access linux.init op read va 0x1008
        tlb-hit linux.init page 0x1
        translate linux.init gva 0x1008 gpa 0x8 hpa 0x8
        """,
        told.text());
    assertEquals(4343 + 101, machine.clock().now());
  }

  @Test
  void everyStepOfAFirstTouch() {
    begin(Told.everything());
    init.access(0x1000, Op.READ);
    List<String> lines = told.lines();
    assertEquals(52, lines.stream().filter(l -> l.startsWith("walk ")).count());
    assertEquals(
        """
        access linux.init op read va 0x1000
        split linux.init page 0x1 offset 0x0
        tlb-miss linux.init page 0x1
        5 walks
        interrupt linux.vcpu0 vector 14 error 0x4
        page-fault linux.init va 0x1000 cause first-touch error 0x4
        frame-alloc linux.init page 0x1 frame 0x0
        pte-update linux.init page 0x1 entry 0x7
        retry linux.init va 0x1000
        23 walks
        ept-violation linux.vcpu0 gpa 0x0 qualification 0x181 gva 0x1000
        vm-exit linux.vcpu0 reason ept-violation number 48
        ept-map linux gpa 0x0 hpa 0x0
        vm-entry linux.vcpu0
        retry linux.init va 0x1000
        24 walks
        translate linux.init gva 0x1000 gpa 0x0 hpa 0x0
        """,
        withWalksCounted(lines));
  }

  @Test
  void theFirstWalkGoesThroughTheEptToTheRoot() {
    begin(Told.only("walk"));
    init.access(0x1000, Op.READ);
    assertEquals(
        List.of(
            "walk linux.init level 4 index 0 entry 0x400003007 table ept",
            "walk linux.init level 3 index 0 entry 0x400004007 table ept",
            "walk linux.init level 2 index 256 entry 0x400005007 table ept",
            "walk linux.init level 1 index 0 entry 0x400002037 table ept",
            "walk linux.init level 4 index 0 entry 0x0 table guest"),
        told.lines().subList(0, 5),
        "kernel region: the table of host.init, the EPT's root, the guest's root, the EPT's tables");
    assertEquals(0x20000, init.table().root());
  }

  @Test
  void aWriteSaysSoInErrorAndQualification() {
    begin(Told.only("page-fault", "ept-violation"));
    init.access(0x1000, Op.WRITE);
    assertEquals(
        """
        page-fault linux.init va 0x1000 cause first-touch error 0x6
        ept-violation linux.vcpu0 gpa 0x0 qualification 0x182 gva 0x1000
        """,
        told.text());
  }

  @Test
  void theTextbooksMapping() {
    begin(Told.visible());
    assertEquals(MapResult.DONE, init.map(0x1000, 0x5000, Rights.RW));
    assertEquals(MapResult.DONE, linux.map(0x5000, 0x15000, Rights.RWX));
    assertEquals(AccessResult.HIT, init.access(0x1000, Op.READ));
    assertEquals(
        """
        ept-map linux gpa 0x5000 hpa 0x15000
        access linux.init op read va 0x1000
        tlb-miss linux.init page 0x1
        translate linux.init gva 0x1000 gpa 0x5000 hpa 0x15000
        """,
        told.text());
    assertEquals(24, init.walkReferences());
    assertEquals(581, machine.clock().now());
    assertEquals(1, init.hits());
  }

  private static String withWalksCounted(List<String> lines) {
    StringBuilder text = new StringBuilder();
    int walks = 0;
    for (String line : lines) {
      if (line.startsWith("walk ")) {
        walks++;
        continue;
      }
      text.append(walks > 0 ? walks + " walks\n" : "").append(line).append('\n');
      walks = 0;
    }
    return text.toString();
  }
}
