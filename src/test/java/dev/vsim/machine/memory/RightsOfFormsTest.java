package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.event.Op;
import dev.vsim.machine.OneHost;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** What each form's entries permit, and how a refusal is told: SDM 3A 4.6 and 4.7, RISC-V 4.3. */
final class RightsOfFormsTest {
  private static final List<Rights> RIGHTS = List.of(Rights.R, Rights.RW, Rights.RX, Rights.RWX);

  /** A row for each right, in it what reading, writing and executing come to on a present page. */
  private static String matrix(PagingForm form) {
    StringBuilder rows = new StringBuilder();
    for (Rights rights : RIGHTS) {
      StringJoiner row = new StringJoiner(" ", rights.word() + ": ", "\n");
      for (Op op : Op.values()) {
        row.add(outcome(form, rights, op));
      }
      rows.append(row);
    }
    return rows.toString();
  }

  private static String outcome(PagingForm form, Rights rights, Op op) {
    OneHost machine = OneHost.of(OneHost.kernel(form, 8));
    assertEquals(MapResult.DONE, machine.init().map(0, 0, rights));
    if (machine.init().access(0, op).done()) {
      return "ok";
    }
    String fault = machine.lines("page-fault").get(0);
    assertEquals("protection", OneHost.field(fault, "cause"));
    return OneHost.field(fault, "error") + OneHost.field(fault, "scause");
  }

  @Test
  void noExecuteIsABitOfLongModeAndOfExercises() {
    String matrix =
        """
        r: ok 0x7 0x15
        rw: ok ok 0x15
        rx: ok 0x7 ok
        rwx: ok ok ok
        """;
    assertEquals(matrix, matrix(PagingForm.X86_64));
    assertEquals(matrix, matrix(PagingForm.LINEAR));
    assertEquals(matrix, matrix(PagingForm.geometry(List.of(5, 5, 5))));
  }

  @Test
  void whatCanBeReadCanBeExecutedIn32BitPaging() {
    assertEquals(
        """
        r: ok 0x7 ok
        rw: ok ok ok
        rx: ok 0x7 ok
        rwx: ok ok ok
        """,
        matrix(PagingForm.X86_32));
  }

  @Test
  void riscVSaysTheCauseByNumber() {
    assertEquals(
        """
        r: ok 15 12
        rw: ok ok 12
        rx: ok 15 ok
        rwx: ok ok ok
        """,
        matrix(PagingForm.SV39));
  }

  /** The entry of frame 3 after a read, then after a write, as its table holds it. */
  private static String words(PagingForm form) {
    OneHost machine = OneHost.silent(OneHost.kernel(form, 8));
    machine.init().map(0, 3L << form.offsetBits(), Rights.RW);
    machine.init().access(0, Op.READ);
    String read = Long.toHexString(machine.init().page(0).entry());
    machine.init().access(0, Op.WRITE);
    return read + " " + Long.toHexString(machine.init().page(0).entry());
  }

  @Test
  void entriesAreTheArchitecturesWords() {
    assertEquals("8000000000003227 8000000000003267", words(PagingForm.X86_64));
    assertEquals("3227 3267", words(PagingForm.X86_32));
    assertEquals("322f 326f", words(PagingForm.LINEAR));
    assertEquals("d57 dd7", words(PagingForm.SV39));
    assertEquals("83 83", words(PagingForm.geometry(List.of(5, 5, 5))));
    assertEquals("8003 8003", words(PagingForm.geometry(List.of(2, 3))));
    assertEquals("8000000000000003 8000000000000003", words(PagingForm.geometry(List.of(2, 12))));
  }

  /** Cause and code of one access to an address of a plain process. */
  private static String outside(PagingForm form, long va) {
    OneHost machine = OneHost.of(OneHost.kernel(form, 8));
    assertEquals(AccessResult.ENDED, machine.init().access(va, Op.READ));
    List<String> lines = machine.lines();
    String told =
        lines.stream()
            .filter(l -> l.startsWith("page-fault ") || l.startsWith("gp-fault "))
            .findFirst()
            .orElseThrow();
    assertEquals("segfault host.init va 0x" + Long.toHexString(va), lines.get(lines.size() - 1));
    return told.startsWith("gp-fault")
        ? "#GP"
        : OneHost.field(told, "cause")
            + OneHost.field(told, "error")
            + OneHost.field(told, "scause");
  }

  @Test
  void addressesOutsideTheSpace() {
    assertEquals("#GP", outside(PagingForm.X86_64, 1L << 47));
    assertEquals("invalid0x5", outside(PagingForm.X86_64, -1L << 47));
    assertEquals("invalid0x5", outside(PagingForm.X86_32, 1L << 31));
    assertEquals("invalid0x4", outside(PagingForm.X86_32, 1L << 32));
    assertEquals("invalid0x4", outside(PagingForm.LINEAR, 1L << 31));
    assertEquals("invalid0x4", outside(PagingForm.LINEAR, 1L << 40));
    assertEquals("invalid13", outside(PagingForm.SV39, 1L << 38));
    assertEquals("invalid13", outside(PagingForm.SV39, -1L << 38));
    assertEquals("invalid0x4", outside(PagingForm.geometry(List.of(5, 5, 5)), 1L << 14));
    assertEquals("invalid0x4", outside(PagingForm.geometry(List.of(5, 5, 5)), 1L << 15));
  }
}
