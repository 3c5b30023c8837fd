package dev.vsim.kinds;

import dev.vsim.machine.virt.Overhead;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import java.util.List;
import java.util.function.ToLongFunction;

/** What it costs that a VM is one (rules.md R37). */
final class OverheadAttributes {
  private OverheadAttributes() {}

  static Attribute ofVm() {
    return Attribute.group(
        "overhead",
        "What it costs that it is a VM, out of counted work.",
        List.of(
            Attribute.of(
                    "cpu",
                    "Processor time that the hypervisor takes for exits, emulation and longer walks, as a part of the guest's own: 0.0606 for the usual profile.",
                    s -> new Value.Real(of(s).cpu()))
                .gives(new Type.Real(Dimension.COUNT, 0, Double.MAX_VALUE)),
            memory()));
  }

  private static Attribute memory() {
    return Attribute.of(
            "memory",
            "Memory that the guest's system, the tables of the hypervisor and the hypervisor itself take.",
            s -> bytes(of(s).memory()),
            List.of(
                part("os", "What the guest's operating system takes.", Overhead::osMemory),
                part("tables", "What the tables take that translate its memory.", Overhead::tables),
                part("vmm", "What else the hypervisor takes.", Overhead::vmmMemory)))
        .gives(Types.SIZE);
  }

  private static Attribute part(String name, String doc, ToLongFunction<Overhead> read) {
    return Attribute.of(name, doc, s -> bytes(read.applyAsLong(of(s)))).gives(Types.SIZE);
  }

  private static Value bytes(long amount) {
    return new Value.Whole(amount, Dimension.SIZE);
  }

  private static Overhead of(Subject vm) {
    return ((Vm) vm).overhead();
  }
}
