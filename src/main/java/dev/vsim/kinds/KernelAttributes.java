package dev.vsim.kinds;

import dev.vsim.machine.Host;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Subject;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import java.util.List;
import java.util.function.ToLongFunction;

/** What can be read of a host's or VM's memory. */
final class KernelAttributes {
  private KernelAttributes() {}

  static List<Attribute> all() {
    return List.of(
        Attribute.group(
            "frames",
            "Frames for user pages, and those of tables above them.",
            List.of(
                count("total", "Frames for user pages.", k -> k.frames().total()),
                count("free", "Frames for user pages that nobody has.", k -> k.frames().free()),
                count(
                    "shared",
                    "Frames that serve several pages of VMs, since those held the same.",
                    k -> k.overcommit().shared().size()),
                count(
                    "kernel",
                    "Frames of page tables and the like, which are never evicted.",
                    k -> k.region().used()))),
        Attribute.group(
            "swap",
            "The swap area.",
            List.of(
                count("total", "Slots in all.", k -> k.swap().total()),
                count("used", "Slots that hold a copy of a page.", k -> k.swap().used()))),
        Attribute.group(
            "tlb",
            "The TLB of its first processor.",
            List.of(
                count("hits", "Look-ups that found a translation.", k -> k.tlb().hits()),
                count("misses", "Look-ups that did not.", k -> k.tlb().misses()))),
        Attribute.of(
                "mem",
                "Physical memory for user pages.",
                s -> new Value.Whole(kernel(s).settings().memory(), Dimension.SIZE))
            .gives(Types.SIZE));
  }

  private static Attribute count(String name, String doc, ToLongFunction<Kernel> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong(kernel(s))))
        .gives(Types.COUNT);
  }

  static Kernel kernel(Subject subject) {
    return subject instanceof Host host ? host.kernel() : ((Vm) subject).kernel();
  }
}
