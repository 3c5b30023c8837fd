package dev.vsim.commands.device;

import dev.vsim.machine.cpu.Vector;
import dev.vsim.machine.device.Device;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/**
 * {@code dma linux.hba0 interrupt 0x30}: a device that a VM has raises a message-signalled
 * interrupt.
 */
public final class DmaInterrupt implements Command {
  private static final Slot VECTOR =
      Slot.of("vector", new Type.Whole(Dimension.ADDRESS, Vector.FIRST_OF_DEVICES, Vector.LAST));
  private static final Slot TARGET = Slot.of("target", new Type.OfKind("vm", "host"));
  private static final Signature TO =
      Signature.of("to")
          .required(TARGET)
          .doc("Whom the message names: its own VM unless given, another VM or the host.");
  private static final Signature SIGNATURE =
      Signature.of("dma")
          .required(OfDevice.DEVICE)
          .fixed("interrupt")
          .required(VECTOR)
          .options(TO)
          .doc(
              "Lets a device raise a message-signalled interrupt, which is a write to an address that means"
                  + " processors; the IOMMU stops it unless it is in the device's remapping table (rule R33).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Device device = OfDevice.device(given);
    Subject target =
        given
            .option(TO)
            .map(o -> o.object(TARGET))
            .orElseGet(() -> setting.machine().devices().owner(device));
    setting.machine().devices().interrupt(device, (int) given.number(VECTOR), target);
    return Outcome.DONE;
  }
}
