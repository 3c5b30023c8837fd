package dev.vsim.kinds;

import dev.vsim.machine.virt.Footprint;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;

/** {@code os-mem 64M; vmm-mem 32M}: memory that goes into a VM's being one (rules.md R37). */
final class FootprintProperties {
  private final Slot osSize = size();
  private final Signature os =
      Signature.of("os-mem")
          .required(osSize)
          .fallback(Printed.whole(Footprint.DEFAULT.os(), Dimension.SIZE))
          .doc("What the guest's operating system takes of its memory for itself (rule R37).");
  private final Slot vmmSize = size();
  private final Signature vmm =
      Signature.of("vmm-mem")
          .required(vmmSize)
          .fallback(Printed.whole(Footprint.DEFAULT.vmm(), Dimension.SIZE))
          .doc(
              "What the hypervisor takes for its state of the VM and its devices, without tables (rule R37).");

  private static Slot size() {
    return Slot.of("size", new Type.Whole(Dimension.SIZE, 0, 1L << 42));
  }

  Signature[] signatures() {
    return new Signature[] {os, vmm};
  }

  Footprint read(Arguments given) {
    return new Footprint(
        given.option(os).map(o -> o.number(osSize)).orElse(Footprint.DEFAULT.os()),
        given.option(vmm).map(o -> o.number(vmmSize)).orElse(Footprint.DEFAULT.vmm()));
  }
}
