package dev.vsim.commands.memory;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.Process;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/**
 * {@code write 0x2000 = 42}, {@code write A = "boot"}, {@code write page 3}; without a value it
 * only makes the page dirty.
 */
public final class Write extends Referring {
  private static final Slot VALUE = Slot.of("value", new Type.Either(Types.TEXT, Types.CELL));
  private static final Sizes SIZES = new Sizes();

  private final Signature signature;

  private Write(Places places, String doc) {
    super(places);
    this.signature =
        places
            .command("write")
            .required(at())
            .assignedOptional(VALUE)
            .options(SIZES.option())
            .doc(doc);
  }

  /** By address or label. */
  public static Write byAddress() {
    return new Write(
        Places.BY_ADDRESS,
        "Writes a little-endian number of 8 bytes or a text's UTF-8 bytes; without a value it changes no contents,"
            + " but makes the page dirty.");
  }

  /** By page. */
  public static Write byPage() {
    return new Write(Places.BY_PAGE, "Writes at the first byte of each page.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    int size = SIZES.of(given);
    if (!Sizes.ALLOWED.contains((long) size)) {
      return Outcome.wrong(ActionProblem.UNUSABLE_VALUE, "a number has 1, 2, 4 or 8 bytes", "");
    }
    if (given.has(VALUE)
        && given.value(VALUE) instanceof Value.Whole whole
        && !fits(whole.amount(), size)) {
      return Outcome.wrongAt(
          VALUE,
          ActionProblem.UNUSABLE_VALUE,
          whole.print() + " does not fit into " + size + (size == 1 ? " byte" : " bytes"),
          "write more bytes with `size`");
    }
    return each(process, given, setting, va -> write(process, va, given, size));
  }

  /** Whether a number fits into so many bytes, read as signed or as unsigned. */
  private static boolean fits(long value, int size) {
    int bits = Byte.SIZE * size;
    return size == Long.BYTES || value >> bits == 0 || value >> (bits - 1) == -1;
  }

  private static AccessResult write(Process process, long va, Arguments given, int size) {
    if (!given.has(VALUE)) {
      return process.access(va, Op.WRITE);
    } else if (given.value(VALUE) instanceof Value.Text text) {
      return process.writeText(va, text.text());
    }
    return process.write(va, size, given.number(VALUE));
  }
}
