package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
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
import java.util.OptionalLong;

/** {@code read 0x1000 < size 4 >}, {@code read page 3}: reads a number, or text. */
public final class Read extends ForProcess {
  private static final long MOST_TEXT = 4096;
  private static final Sizes SIZES = new Sizes();
  private static final Slot LENGTH = Slot.of("bytes", new Type.Whole(Dimension.SIZE, 1, MOST_TEXT));
  private static final Signature TEXT =
      Signature.of("text")
          .required(LENGTH)
          .doc("Reads so many bytes as UTF-8 text instead of a number.");

  private final Places places;
  private final Slot at;
  private final Signature signature;

  private Read(Places places, String doc) {
    this.places = places;
    this.at = places.one();
    this.signature = places.command("read").required(at).options(SIZES.option(), TEXT).doc(doc);
  }

  /** By address or label. */
  public static Read byAddress() {
    return new Read(
        Places.BY_ADDRESS, "Reads a little-endian number of 8 bytes, and tells it in its event.");
  }

  /** By page. */
  public static Read byPage() {
    return new Read(Places.BY_PAGE, "Reads at the first byte of a page.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    OptionalLong address = places.address(process, given, at, 0);
    if (address.isEmpty()) {
      return Places.unknown(process, given, at, 0);
    }
    Optional<Arguments> text = given.option(TEXT);
    if (text.isPresent()) {
      int bytes = (int) text.get().number(LENGTH);
      refer(process.readText(address.getAsLong(), bytes), process, setting);
      return Outcome.DONE;
    }
    int size = SIZES.of(given);
    if (!Sizes.ALLOWED.contains((long) size)) {
      return Outcome.wrong(ActionProblem.UNUSABLE_VALUE, "a number has 1, 2, 4 or 8 bytes", "");
    }
    refer(process.read(address.getAsLong(), size), process, setting);
    return Outcome.DONE;
  }
}
