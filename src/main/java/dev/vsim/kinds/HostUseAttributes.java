package dev.vsim.kinds;

import dev.vsim.machine.Host;
import dev.vsim.machine.HostUse;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a host's VMs take together, and what that takes (rules.md R37, R38). */
final class HostUseAttributes {
  private static final Type PART = new Type.Real(Dimension.COUNT, 0, Double.MAX_VALUE);

  private HostUseAttributes() {}

  static List<Attribute> all() {
    return List.of(
        part(
            "load",
            "The part of its processors' time that was taken, what the hypervisor takes for its VMs included, from 0 to 1.",
            HostUse::load),
        part(
            "ready",
            "The part of their time in which vCPUs on it were able to run and did not, ready or co-stop.",
            HostUse::ready),
        Attribute.of(
                "power",
                "The power that it took on average since the start, by its load.",
                s -> new Value.Real(use(s).power(), Dimension.POWER))
            .gives(new Type.Real(Dimension.POWER, 0, Double.MAX_VALUE)),
        Attribute.of(
                "rack-units",
                "The units of a rack that it takes.",
                s -> new Value.Whole(((Host) s).settings().chassis().units()))
            .gives(Types.COUNT),
        Attribute.group(
            "overhead",
            "What it costs that what it runs are VMs, out of counted work.",
            List.of(
                part(
                    "cpu",
                    "Processor time that the hypervisor takes, as a part of what its VMs have.",
                    HostUse::overhead),
                Attribute.of(
                        "memory",
                        "Memory that its guests' systems, the hypervisor's tables and the hypervisor take.",
                        s -> new Value.Whole(use(s).memoryOverhead(), Dimension.SIZE))
                    .gives(Types.SIZE))));
  }

  private static Attribute part(String name, String doc, ToDoubleFunction<HostUse> read) {
    return Attribute.of(name, doc, s -> new Value.Real(read.applyAsDouble(use(s)))).gives(PART);
  }

  private static HostUse use(Subject host) {
    return HostUse.of((Host) host);
  }
}
