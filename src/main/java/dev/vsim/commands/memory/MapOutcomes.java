package dev.vsim.commands.memory;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.MapResult;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Slot;
import dev.vsim.vocabulary.Outcome;
import java.util.Locale;

/** What a user is told about a mapping that cannot be made. */
record MapOutcomes(Kernel memory, long pageSize, Slot fromSlot, long from, Slot toSlot, long to) {
  /** How large the page at an address is. */
  static long pageSize(Process process, long va) {
    PagingForm form = process.table().form();
    return form.size(PageNumber.level(process.pageAt(va)));
  }

  static Rights rights(String word) {
    return Rights.valueOf(word.toUpperCase(Locale.ROOT));
  }

  Outcome of(MapResult result) {
    return switch (result) {
      case DONE, ENDED -> Outcome.DONE;
      case UNALIGNED -> unaligned();
      case NO_SUCH_PAGE -> wrongAt(fromSlot, Printed.hex(from) + " lies outside the address space");
      case NOT_VALID ->
          wrongAt(fromSlot, "no valid page lies at " + Printed.hex(from) + ", so it has no rights");
      case NO_SUCH_FRAME ->
          Outcome.wrongAt(
              toSlot,
              ActionProblem.OUTSIDE_MEMORY,
              Printed.hex(to),
              memory.subject().path(),
              Printed.hex(memory.settings().memory() - pageSize));
      case FRAME_IN_USE ->
          wrongAt(toSlot, "the frame at " + Printed.hex(to) + " serves another page");
      case NO_ROOM ->
          Outcome.wrong(
              ActionProblem.UNUSABLE_VALUE,
              "no more pages may be resident, or no frame is left for a page table, and none can be evicted",
              "allow more with `frames`");
    };
  }

  private Outcome unaligned() {
    boolean first = from % pageSize != 0;
    long address = first ? from : to;
    return Outcome.wrongAt(
        first ? fromSlot : toSlot,
        ActionProblem.NOT_ALIGNED,
        Printed.hex(address),
        Printed.whole(pageSize, Dimension.SIZE),
        Printed.hex(address - Math.floorMod(address, pageSize)));
  }

  private static Outcome wrongAt(Slot slot, String why) {
    return Outcome.wrongAt(slot, ActionProblem.UNUSABLE_VALUE, why, "");
  }
}
