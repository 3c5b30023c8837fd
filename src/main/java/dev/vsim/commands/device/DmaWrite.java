package dev.vsim.commands.device;

import dev.vsim.machine.device.Device;
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
import java.util.Optional;

/** {@code dma linux.hba0 write 0x5000 = 7}: a device that a VM has writes into memory. */
public final class DmaWrite implements Command {
  private static final Slot VALUE = Slot.of("value", new Type.Either(Types.TEXT, Types.CELL));
  private static final TransferSize SIZE = new TransferSize();
  private static final Signature SIGNATURE =
      Signature.of("dma")
          .required(OfDevice.DEVICE)
          .fixed("write")
          .required(OfDevice.ADDRESS)
          .assigned(VALUE)
          .options(SIZE.option())
          .doc(
              "Lets a device write a little-endian number of 8 bytes or a text's UTF-8 bytes at an address that its"
                  + " VM's driver gives it (rule R33).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    int size = SIZE.of(given);
    Optional<Outcome> problem =
        given.value(VALUE) instanceof Value.Whole whole
            ? SIZE.problem(size).or(() -> TransferSize.unfit(VALUE, whole, size))
            : OfDevice.longText(VALUE, given.text(VALUE));
    if (problem.isPresent()) {
      return problem.get();
    }
    Device device = OfDevice.device(given);
    byte[] bytes =
        given.value(VALUE) instanceof Value.Whole whole
            ? TransferSize.bytes(whole.amount(), size)
            : given.text(VALUE).getBytes(StandardCharsets.UTF_8);
    setting
        .machine()
        .devices()
        .write(device, given.number(OfDevice.ADDRESS), bytes, given.value(VALUE));
    return Outcome.DONE;
  }
}
