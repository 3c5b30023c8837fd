package dev.vsim.commands.device;

import dev.vsim.machine.Devices;
import dev.vsim.machine.device.Device;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code dma linux.hba0 read 0x5000}: a device that a VM has reads memory. */
public final class DmaRead implements Command {
  private static final TransferSize SIZE = new TransferSize();
  private static final Slot LENGTH =
      Slot.of("bytes", new Type.Whole(Dimension.SIZE, 1, OfDevice.MOST_BYTES));
  private static final Signature TEXT =
      Signature.of("text")
          .required(LENGTH)
          .doc("Reads so many bytes as UTF-8 text instead of a number.");
  private static final Signature SIGNATURE =
      Signature.of("dma")
          .required(OfDevice.DEVICE)
          .fixed("read")
          .required(OfDevice.ADDRESS)
          .options(SIZE.option(), TEXT)
          .doc(
              "Lets a device read a little-endian number of 8 bytes, or text, at an address that its VM's driver"
                  + " gives it (rule R33).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Device device = OfDevice.device(given);
    Devices devices = setting.machine().devices();
    long address = given.number(OfDevice.ADDRESS);
    Optional<Arguments> text = given.option(TEXT);
    if (text.isPresent()) {
      devices.read(device, address, (int) text.get().number(LENGTH), DmaRead::text);
      return Outcome.DONE;
    }
    int size = SIZE.of(given);
    Optional<Outcome> problem = SIZE.problem(size);
    if (problem.isEmpty()) {
      devices.read(device, address, size, TransferSize::number);
    }
    return problem.orElse(Outcome.DONE);
  }

  private static Value text(byte[] bytes) {
    return new Value.Text(new String(bytes, StandardCharsets.UTF_8));
  }
}
