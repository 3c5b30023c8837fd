package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.event.ActionEvent;
import dev.vsim.event.Cause;
import dev.vsim.event.Event;
import dev.vsim.event.ExitReason;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.event.VirtEvent;
import dev.vsim.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines of the worked examples, and how each sort of value prints (rules.md R0b). */
class EventPrinterTest {
  private static final Actor INIT = new Actor("linux.init");
  private static final Actor VCPU = new Actor("linux.vcpu0");
  private static final Actor LETTERED = Actor.lettered("host.init");

  @Test
  void theFirstAccessOfAGuest() {
    assertLine(
        "access linux.init op read va 0x1000", new MemoryEvent.Access(INIT, Op.READ, 0x1000));
    assertLine("tlb-miss linux.init page 0x1", new MemoryEvent.TlbMiss(INIT, 1));
    assertLine(
        "page-fault linux.init va 0x1000 cause first-touch error 0x4",
        new MemoryEvent.PageFault(INIT, 0x1000, Cause.FIRST_TOUCH, 4, false));
    assertLine(
        "ept-violation linux.vcpu0 gpa 0x0 qualification 0x181 gva 0x1000",
        new VirtEvent.EptViolation(VCPU, 0, 0x181, 0x1000));
    assertLine(
        "vm-exit linux.vcpu0 reason ept-violation number 48",
        new VirtEvent.VmExit(VCPU, ExitReason.EPT_VIOLATION, 48, Event.ABSENT));
    assertLine("vm-entry linux.vcpu0", new VirtEvent.VmEntry(VCPU, Event.ABSENT));
    assertLine(
        "translate linux.init gva 0x1000 gpa 0x0 hpa 0x0",
        MemoryEvent.Translate.inGuest(INIT, 0x1000, 0, 0));
  }

  @Test
  void aLabelledPagePrintsByItsLabel() {
    assertLine(
        "evict host.init page A frame 0x0 dirty true", new MemoryEvent.Evict(LETTERED, 0, 0, true));
    assertLine("tlb-miss host.init page 0x5", new MemoryEvent.TlbMiss(LETTERED, 5));
  }

  @Test
  void fieldsThatAnEventLacksAreLeftOut() {
    assertLine(
        "page-fault host.init va 0x0 cause swapped error 0x6 again true",
        new MemoryEvent.PageFault(LETTERED, 0, Cause.SWAPPED, 6, true));
    assertLine(
        "translate host.init va 0x0 pa 0x1000", MemoryEvent.Translate.onHost(LETTERED, 0, 0x1000));
    assertLine(
        "walk host.init level 4 index 511 entry 0xffffffffffffffff",
        new MemoryEvent.Walk(LETTERED, 4, 511, -1, null));
    assertLine(
        "walk host.init level 4 index 0 entry 0x0 table ept",
        new MemoryEvent.Walk(LETTERED, 4, 0, 0, MemoryEvent.WalkTable.EPT));
  }

  @Test
  void sizesAndDurationsTakeTheLargestUnitThatDivides() {
    assertLine(
        "frame-alloc linux.init page 0x200 frame 0x400 size 2M",
        new MemoryEvent.FrameAlloc(INIT, 0x200, 0x400, 2 << 20));
    assertLine(
        "replay-end linux.init references 9223372036854775807 faults 1 hits 10 evictions 100"
            + " swap-outs 0 swap-ins -1 time 2147483648ns",
        new MemoryEvent.ReplayEnd(INIT, Long.MAX_VALUE, 1, 10, 100, 0, -1, 2_147_483_648L));
  }

  @Test
  void textsStayOnTheLineAndNumbersKeepTheirSpelling() {
    assertLine(
        "write linux.init va 0x2000 value \"a\\\"b\\nexpect evict x\"",
        new MemoryEvent.Write(INIT, 0x2000, new Value.Text("a\"b\nexpect evict x")));
    assertLine(
        "read linux.init va 0x2000 value 42",
        new MemoryEvent.Read(INIT, 0x2000, new Value.Whole(42)));
  }

  @Test
  void whatIsNoNameIsQuotedWhereverItStands() {
    Actor forger = new Actor("x\nexpect evict y", Map.of(1L, "\u202Etxt\u001b[31m"));
    assertLine(
        "tlb-miss \"x\\nexpect evict y\" page \"\\u{202e}txt\\u{1b}[31m\"",
        new MemoryEvent.TlbMiss(forger, 1));
    assertLine(
        "refused linux.init command access reason \"no such thing */\"",
        new ActionEvent.Refused(INIT, "access", "no such thing */"));
    assertLine(
        "tlb-miss node[3].리눅스 page 0x1", new MemoryEvent.TlbMiss(new Actor("node[3].리눅스"), 1));
  }

  private static void assertLine(String line, Event event) {
    assertEquals(line, EventPrinter.print(event));
  }
}
