package dev.vsim.kinds;

import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Attribute;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import java.util.List;
import java.util.function.ToLongFunction;

/** How a host's memory serves a VM (rules.md R23). */
final class LodgingAttributes {
  private LodgingAttributes() {}

  static Attribute ofVm() {
    return Attribute.group(
        "host-memory",
        "How the memory of its host serves it, in pages of 4K.",
        List.of(
            pages("backed", "Pages that have a frame of the host.", vm -> vm.tenant().backed()),
            pages(
                "shared",
                "Pages whose frame of the host serves others, too.",
                vm -> vm.host().overcommit().shared().pagesOf(vm.tenant())),
            pages(
                "balloon",
                "Pages that the balloon in the guest has.",
                vm -> vm.tenant().balloon().size()),
            pages("swapped", "Pages in the host's swap area.", Vm::inHostSwap)));
  }

  private static Attribute pages(String name, String doc, ToLongFunction<Vm> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong((Vm) s)))
        .gives(Types.COUNT);
  }
}
