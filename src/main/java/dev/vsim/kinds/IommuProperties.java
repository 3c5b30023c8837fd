package dev.vsim.kinds;

import dev.vsim.machine.device.IommuSettings;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import java.util.List;

/** What a host declares of its IOMMU. */
final class IommuProperties {
  private static final String REMAPPING = "interrupt-remapping";

  private final Slot state = Slot.of("state", Types.SWITCH);
  private final Slot included = Slot.of("state", Types.SWITCH);
  private final Signature part =
      Signature.of(REMAPPING)
          .required(included)
          .fallback("on")
          .doc("The same as the host's `interrupt-remapping`.");
  private final Signature iommu =
      Signature.of("iommu")
          .required(state)
          .options(part)
          .fallback("on")
          .doc(
              "Whether devices that VMs have reach only their VM's memory; with `off` the address that a device is"
                  + " given is the host's (rule R33).");
  private final Slot looks = Slot.of("state", Types.SWITCH);
  private final Signature remapping =
      Signature.of(REMAPPING)
          .required(looks)
          .fallback("on")
          .doc(
              "Whether the IOMMU lets only those interrupts of a device through that are in its remapping table;"
                  + " with `off` a device interrupts anybody.");

  List<Signature> signatures() {
    return List.of(iommu, remapping);
  }

  IommuSettings read(Arguments given) {
    return new IommuSettings(
        given.option(iommu).map(o -> o.isOn(state)).orElse(true),
        given
            .option(remapping)
            .map(o -> o.isOn(looks))
            .or(() -> given.option(iommu).flatMap(o -> o.option(part)).map(o -> o.isOn(included)))
            .orElse(true));
  }
}
