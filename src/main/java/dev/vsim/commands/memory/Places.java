package dev.vsim.commands.memory;

import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.OptionalLong;

/**
 * How a command names the bytes that it refers to: by address, {@code write 0x2000}, or by page,
 * {@code write page 2}, which means the page's first byte. A page's label serves in both.
 */
public enum Places {
  BY_ADDRESS,
  BY_PAGE;

  /** The word by which pages are told from addresses. */
  private static final String PAGE = "page";

  /** The signature of a command as far as its places. */
  Signature.Builder command(String word) {
    Signature.Builder begun = Signature.of(word).on("process");
    return this == BY_PAGE ? begun.fixed(PAGE) : begun;
  }

  /** The slot of one place or several. */
  Slot some() {
    return this == BY_PAGE ? Slot.list(PAGE, Types.PAGE) : Slot.list("address", Types.LOCATION);
  }

  /** The address of the value at {@code place}; empty where the process has no such page. */
  public OptionalLong address(Process process, Arguments given, Slot slot, int place) {
    if (!given.isNumber(slot, place)) {
      OptionalLong page = process.labelled(given.word(slot, place));
      return page.isPresent() ? OptionalLong.of(process.start(page.getAsLong())) : page;
    }
    long number = given.number(slot, place);
    return this == BY_PAGE ? start(process, number) : OptionalLong.of(number);
  }

  private static OptionalLong start(Process process, long page) {
    boolean exists = page >= 0 && page <= ReferenceSource.GREATEST_PAGE;
    return exists
        ? OptionalLong.of(page << process.table().form().offsetBits())
        : OptionalLong.empty();
  }

  /** What to say of a value that is no place. */
  public static Outcome unknown(Process process, Arguments given, Slot slot, int place) {
    if (given.isNumber(slot, place)) {
      return Outcome.wrongAt(
          slot,
          ActionProblem.UNUSABLE_VALUE,
          "no process has a page " + Printed.hex(given.number(slot, place)),
          "the last one is " + Printed.hex(ReferenceSource.GREATEST_PAGE));
    }
    return Outcome.wrongAt(
        slot, ActionProblem.UNKNOWN_PAGE, process.path(), given.word(slot, place));
  }
}
