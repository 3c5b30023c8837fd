package dev.vsim.commands.storage;

import dev.vsim.machine.storage.Repeated;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** {@code disk-write linux.disk0 0 64K = "boot"}: a guest writes to its disk. */
public final class DiskWrite implements Command {
  private static final int LARGEST_BYTE = 0xFF;
  private static final Slot VALUE = Slot.of("value", new Type.Either(Types.TEXT, Types.ADDRESS));
  private static final Slot HEX_STATE = Slot.of("state", Types.SWITCH);
  private static final Signature HEX =
      Signature.of("hex")
          .required(HEX_STATE)
          .fallback("off")
          .doc("Whether the text is bytes in hex, `\"eb 3c 90\"`.");
  private static final Signature SIGNATURE =
      Signature.of("disk-write")
          .required(OnDisk.DISK)
          .required(OnDisk.OFFSET)
          .required(OnDisk.LENGTH)
          .assignedOptional(VALUE)
          .options(HEX)
          .doc(
              "Lets a guest write to its disk: a text's UTF-8 bytes or one byte, repeated to the length; without a"
                  + " value zeros, which take a grain too.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Optional<Outcome> problem = OnDisk.outside(given).or(() -> unusable(given));
    if (problem.isPresent()) {
      return problem.get();
    }
    setting
        .machine()
        .storage()
        .write(
            OnDisk.disk(given),
            given.number(OnDisk.OFFSET),
            given.number(OnDisk.LENGTH),
            new Repeated(bytes(given)),
            told(given));
    return Outcome.DONE;
  }

  private static boolean isHex(Arguments given) {
    return given.option(HEX).map(o -> o.isOn(HEX_STATE)).orElse(false);
  }

  private static Optional<Outcome> unusable(Arguments given) {
    if (!given.has(VALUE)) {
      return isHex(given) ? wrong("hex digits need a text", "write `= \"eb 3c 90\"`") : none();
    } else if (given.isNumber(VALUE, 0)) {
      boolean fits = given.number(VALUE) >= 0 && given.number(VALUE) <= LARGEST_BYTE;
      return fits ? none() : wrong("a byte is a number from 0 to 255", "longer values are texts");
    } else if (given.text(VALUE).isEmpty()) {
      return wrong("an empty text cannot be repeated", "leave the value out to write zeros");
    }
    boolean pairs = given.text(VALUE).replaceAll("\\s", "").matches("([0-9a-fA-F]{2})+");
    return !isHex(given) || pairs
        ? none()
        : wrong("bytes are written as pairs of hex digits", "write `\"1b 7f\"`");
  }

  private static Optional<Outcome> none() {
    return Optional.empty();
  }

  private static Optional<Outcome> wrong(String what, String help) {
    return Optional.of(Outcome.wrongAt(VALUE, ActionProblem.UNUSABLE_VALUE, what, help));
  }

  private static byte[] bytes(Arguments given) {
    if (!given.has(VALUE)) {
      return new byte[1];
    } else if (given.isNumber(VALUE, 0)) {
      return new byte[] {(byte) given.number(VALUE)};
    } else if (isHex(given)) {
      return HexFormat.of().parseHex(given.text(VALUE).replaceAll("\\s", ""));
    }
    return given.text(VALUE).getBytes(StandardCharsets.UTF_8);
  }

  private static Value told(Arguments given) {
    return given.has(VALUE) ? given.value(VALUE) : null;
  }
}
