package dev.vsim.kinds;

import dev.vsim.machine.memory.Sharing;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import java.util.Optional;

/** {@code share < inter-vm off >}: which equal pages of VMs a host merges when it is full. */
final class SharingProperty {
  private final Slot state = Slot.of("state", Types.SWITCH);
  private final Slot between = Slot.of("state", Types.SWITCH);
  private final Signature interVm =
      Signature.of("inter-vm")
          .required(between)
          .fallback("on")
          .doc(
              "Whether pages of different VMs are merged, too; ESXi has kept them apart since 2015.");
  private final Signature signature =
      Signature.of("share")
          .optional(state)
          .fallback("on")
          .options(interVm)
          .doc("Whether it merges equal pages of VMs when no frame is free (rule R23).");

  Signature signature() {
    return signature;
  }

  Sharing read(Arguments properties) {
    Optional<Arguments> given = properties.option(signature);
    if (given.isEmpty()) {
      return Sharing.DEFAULT;
    }
    boolean on = !given.get().has(state) || given.get().isOn(state);
    return new Sharing(on, given.get().option(interVm).map(o -> o.isOn(between)).orElse(true));
  }
}
