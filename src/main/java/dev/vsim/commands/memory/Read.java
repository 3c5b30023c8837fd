package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.Process;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code read 0x1000 < size 4 >}: reads a number, or with {@code < text 5 >} text. */
public final class Read extends ForProcess {
  private static final long MOST_TEXT = 4096;
  private static final Slot AT = Slot.list("address", Types.LOCATION);
  private static final Sizes SIZES = new Sizes();
  private static final Slot LENGTH = Slot.of("bytes", new Type.Whole(Dimension.SIZE, 1, MOST_TEXT));
  private static final Signature TEXT =
      Signature.of("text")
          .required(LENGTH)
          .doc("Reads so many bytes as UTF-8 text instead of a number.");
  private static final Signature SIGNATURE =
      Signature.of("read")
          .on("process")
          .required(AT)
          .options(SIZES.option(), TEXT)
          .doc(
              "Reads a little-endian number of 8 bytes at each address in turn, and tells it in its event.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    Optional<Arguments> text = given.option(TEXT);
    if (text.isPresent()) {
      int bytes = (int) text.get().number(LENGTH);
      return each(process, given, AT, setting, va -> process.readText(va, bytes));
    }
    int size = SIZES.of(given);
    return Sizes.ALLOWED.contains((long) size)
        ? each(process, given, AT, setting, va -> process.read(va, size))
        : Outcome.wrong(ActionProblem.UNUSABLE_VALUE, "a number has 1, 2, 4 or 8 bytes", "");
  }
}
