package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.vsim.event.ExitReason;
import dev.vsim.event.Op;
import dev.vsim.machine.Cases;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What EPT entries make of accesses, as kvm-unit-tests expect it, and how long walks are. */
final class EptMatrixTest {
  private static final JsonObject MATRIX = Cases.read("ept_matrix.json");
  private static final int FRAME = 5;
  private static final long M = 1 << 20;

  private final Told told = Told.only("ept-violation", "ept-misconfiguration", "vm-exit");
  private final Machine machine = Hosts.machine(told);

  private Vm vm(EptSettings ept) {
    VmSettings settings = VmSettings.DEFAULT.withHardware(Hardware.DEFAULT.withEpt(ept));
    Vm vm = machine.declareVm("vm", machine.host(), settings);
    vm.init().map(0x1000, (long) FRAME << 12, Rights.RWX);
    return vm;
  }

  private static String rights(JsonObject c, String field) {
    return c.get(field).getAsString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  private static Op op(JsonObject c) {
    String word = c.get("op").getAsString();
    return word.equals("exec") ? Op.EXECUTE : Op.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Stream<DynamicTest> each(String list, Consumer<JsonObject> holds) {
    return Cases.list(MATRIX, list).stream()
        .map(c -> DynamicTest.dynamicTest(c.toString(), () -> holds.accept(c)));
  }

  @TestFactory
  Stream<DynamicTest> accessesToAPage() {
    return each("leaf_access", c -> new EptMatrixTest().page(c));
  }

  private void page(JsonObject c) {
    boolean offered = c.get("exec_only_supported").getAsBoolean();
    Vm vm = vm(EptSettings.DEFAULT.withExecuteOnly(offered));
    String rights = rights(c, "ept_perm");
    if (!rights.isEmpty()) {
      vm.map(FRAME << 12, 0x15000, Rights.valueOf(rights));
    }
    holds(c, vm, "gpa 0x5000");
  }

  @TestFactory
  Stream<DynamicTest> accessesToAGuestsTable() {
    return each("guest_walk_access", c -> new EptMatrixTest().table(c));
  }

  private void table(JsonObject c) {
    boolean marks = c.get("ept_ad_enabled").getAsBoolean();
    Vm vm = vm(EptSettings.DEFAULT.withAccessedDirty(marks));
    vm.map(FRAME << 12, 0x15000, Rights.RWX);
    PageTable table = vm.init().table();
    table.useTables(1);
    String had = c.get("guest_pte_AD").getAsString();
    EntryFormat entries = table.form().entries();
    if (!had.isEmpty()) {
      table.update(1, entries.used(table.entry(1), had.equals("AD") ? 1 : 0));
    }
    int frame = table.frameOf(1, 1);
    String rights = rights(c, "ept_perm_of_guest_pt_page");
    if (rights.isEmpty()) {
      vm.ept().table().update(frame, 0);
    } else {
      vm.ept().protect(frame, Rights.valueOf(rights));
    }
    vm.ept().guardTables();
    holds(c, vm, "gpa 0x" + Long.toHexString(table.addressOf(1, 1)));
  }

  /** The first stop, if any, is the one expected; whatever it was, the access comes through. */
  private void holds(JsonObject c, Vm vm, String where) {
    told.lines();
    assertEquals(AccessResult.HIT, vm.init().access(0x1000, op(c)));
    List<String> lines = new ArrayList<>(told.lines());
    switch (c.get("outcome").getAsString()) {
      case "allowed" -> assertEquals(List.of(), lines);
      case "ept_violation" -> {
        String qualification = "qualification 0x" + Integer.toHexString(c.get("qual").getAsInt());
        assertTrue(lines.get(0).startsWith("ept-violation vm.vcpu0 " + where + " "), lines.get(0));
        assertTrue(lines.get(0).contains(qualification + " "), lines.get(0));
        assertTrue(lines.get(1).endsWith("reason ept-violation number 48"), lines.get(1));
      }
      default -> {
        assertTrue(lines.get(0).startsWith("ept-misconfiguration vm.vcpu0 " + where + " "));
        assertEquals("vm-exit vm.vcpu0 reason ept-misconfiguration number 49", lines.get(1));
        assertEquals(1, vm.exits(ExitReason.EPT_MISCONFIGURATION));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> walksOfEveryPairOfDepths() {
    return each("nested_walk_refs", c -> new EptMatrixTest().walk(c));
  }

  private void walk(JsonObject c) {
    int guestLevels = c.get("guest_levels").getAsInt();
    List<Integer> bits = new ArrayList<>(Collections.nCopies(guestLevels, 4));
    bits.add(12);
    KernelSettings kernel = KernelSettings.GUEST.withPaging(PagingForm.geometry(bits));
    EptSettings ept = EptSettings.DEFAULT.withForm(PagingForm.ept(c.get("host_levels").getAsInt()));
    Hardware hardware = Hardware.DEFAULT.withEpt(ept);
    VmSettings settings =
        VmSettings.DEFAULT.withKernel(kernel.withMemory(M)).withHardware(hardware);
    Process init = machine.declareVm("vm", machine.host(), settings).init();
    init.access(0x1000, Op.READ);
    init.kernel().tlb().clear();
    long before = init.walkReferences();
    long time = machine.clock().now();
    init.access(0x1000, Op.READ);
    long references = c.get("page_table_refs").getAsLong();
    assertEquals(references, init.walkReferences() - before);
    assertEquals(1 + references * 20 + 100, machine.clock().now() - time);
    assertEquals(c.get("data_ref_incl").getAsLong(), references + 1);
  }
}
