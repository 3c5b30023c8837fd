package dev.vsim.commands.memory;

import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import java.util.List;

/** The {@code < size 4 >} of {@code read} and {@code write}: 1, 2, 4 or 8 bytes. */
final class Sizes {
  static final List<Long> ALLOWED = List.of(1L, 2L, 4L, 8L);
  private static final int USUAL = 8;

  private final Slot bytes =
      Slot.of("bytes", new Type.Whole(dev.vsim.value.Dimension.SIZE, 1, USUAL));
  private final Signature option =
      Signature.of("size")
          .required(bytes)
          .fallback("8")
          .doc("How many bytes are moved: 1, 2, 4 or 8.");

  Signature option() {
    return option;
  }

  int of(Arguments given) {
    return given.option(option).map(o -> (int) o.number(bytes)).orElse(USUAL);
  }
}
