package dev.vsim.commands.device;

import dev.vsim.source.DeviceProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.List;
import java.util.Optional;

/** The {@code < size 4 >} of a transfer: 1, 2, 4 or 8 bytes. */
final class TransferSize {
  private static final List<Integer> ALLOWED = List.of(1, 2, 4, 8);
  private static final int USUAL = 8;

  private final Slot bytes = Slot.of("bytes", new Type.Whole(Dimension.SIZE, 1, USUAL));
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

  /** What is wrong with a size, if anything. */
  Optional<Outcome> problem(int size) {
    return ALLOWED.contains(size)
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                bytes,
                DeviceProblem.WRONG_TRANSFER,
                "no number has " + size + " bytes",
                "it has 1, 2, 4 or 8"));
  }

  /** What is wrong with a number of this size, read as signed or as unsigned, if anything. */
  static Optional<Outcome> unfit(Slot slot, Value.Whole number, int size) {
    long value = number.amount();
    int bits = Byte.SIZE * size;
    boolean fits = size == Long.BYTES || value >> bits == 0 || value >> (bits - 1) == -1;
    return fits
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                slot,
                DeviceProblem.WRONG_TRANSFER,
                number.print() + " does not fit into " + size + (size == 1 ? " byte" : " bytes"),
                "move more bytes with `size`"));
  }

  /** A number's bytes, the least first. */
  static byte[] bytes(long value, int size) {
    byte[] all = new byte[size];
    for (int i = 0; i < size; i++) {
      all[i] = (byte) (value >>> (i * Byte.SIZE));
    }
    return all;
  }

  /** The number that bytes are, the least first. */
  static Value number(byte[] bytes) {
    long value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = value << Byte.SIZE | bytes[i] & 0xFF;
    }
    return new Value.Whole(value);
  }
}
