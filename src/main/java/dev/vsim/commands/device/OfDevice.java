package dev.vsim.commands.device;

import dev.vsim.machine.device.Device;
import dev.vsim.source.DeviceProblem;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the commands of devices share: which device, and where. */
final class OfDevice {
  /** A page: no transfer is longer. */
  static final int MOST_BYTES = 4096;

  static final Slot DEVICE = Slot.of("device", new Type.OfKind("device"));
  static final Slot ADDRESS = Slot.of("address", Types.ADDRESS);

  private OfDevice() {}

  static Device device(Arguments given) {
    return (Device) given.object(DEVICE);
  }

  /** What is wrong with a text as what a transfer moves, if anything. */
  static Optional<Outcome> longText(Slot slot, String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return bytes >= 1 && bytes <= MOST_BYTES
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                slot,
                DeviceProblem.WRONG_TRANSFER,
                "a text of " + bytes + " bytes is no transfer",
                "a text of 1 to " + MOST_BYTES + " bytes is one"));
  }
}
