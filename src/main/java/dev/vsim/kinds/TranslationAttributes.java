package dev.vsim.kinds;

import dev.vsim.machine.virt.Ept;
import dev.vsim.machine.virt.ShadowTables;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Attribute;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import java.util.List;
import java.util.function.ToLongFunction;

/** What can be read of how a VM's memory is translated. */
final class TranslationAttributes {
  private TranslationAttributes() {}

  static List<Attribute> all() {
    return List.of(
        Attribute.group(
            "ept",
            "The table from guest-physical to host-physical memory.",
            List.of(
                count(
                    "pages",
                    "Frames of the guest that something of the host is behind, those of its tables too.",
                    vm -> vm.ept().pages().stream().mapToLong(Ept.Page::frames).sum()),
                count(
                    "tables",
                    "Frames that the table itself takes.",
                    vm -> vm.ept().table().framesOfTables()))),
        Attribute.group(
            "shadow",
            "The shadows of the guest's page tables, with `ept off`.",
            List.of(
                count(
                    "tables",
                    "Frames of the host that they take; 0 with an EPT.",
                    vm -> vm.shadows().map(ShadowTables::frames).orElse(0)))));
  }

  private static Attribute count(String name, String doc, ToLongFunction<Vm> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong((Vm) s)))
        .gives(Types.COUNT);
  }
}
