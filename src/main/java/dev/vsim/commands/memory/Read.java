package dev.vsim.commands.memory;

import dev.vsim.machine.memory.Process;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code read 0x1000 < size 4 >}, {@code read page 3}: reads a number, or text. */
public final class Read extends Referring {
  private static final long MOST_TEXT = 4096;
  private static final Sizes SIZES = new Sizes();
  private static final Slot LENGTH = Slot.of("bytes", new Type.Whole(Dimension.SIZE, 1, MOST_TEXT));
  private static final Signature TEXT =
      Signature.of("text")
          .required(LENGTH)
          .doc("Reads so many bytes as UTF-8 text instead of a number.");

  private final Signature signature;

  private Read(Places places, String doc) {
    super(places);
    this.signature = places.command("read").required(at()).options(SIZES.option(), TEXT).doc(doc);
  }

  /** By address or label. */
  public static Read byAddress() {
    return new Read(
        Places.BY_ADDRESS,
        "Reads a little-endian number of 8 bytes at each address in turn, and tells it in its event.");
  }

  /** By page. */
  public static Read byPage() {
    return new Read(Places.BY_PAGE, "Reads at the first byte of each page.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    Optional<Arguments> text = given.option(TEXT);
    if (text.isPresent()) {
      int bytes = (int) text.get().number(LENGTH);
      return each(process, given, setting, va -> process.readText(va, bytes));
    }
    int size = SIZES.of(given);
    return Sizes.ALLOWED.contains((long) size)
        ? each(process, given, setting, va -> process.read(va, size))
        : Outcome.wrong(ActionProblem.UNUSABLE_VALUE, "a number has 1, 2, 4 or 8 bytes", "");
  }
}
