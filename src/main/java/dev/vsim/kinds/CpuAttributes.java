package dev.vsim.kinds;

import dev.vsim.machine.cpu.CoreTimes;
import dev.vsim.machine.cpu.Times;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Where processor time went (rules.md R17); the parts add up to the time that has passed. */
final class CpuAttributes {
  private CpuAttributes() {}

  /** Of a VM or vCPU; a VM's are the sums of its vCPUs'. */
  static Attribute of(Function<Subject, Times> times) {
    return Attribute.group(
        "cpu",
        "Where the time of its vCPUs went; the parts add up to the time it was on, for each vCPU.",
        List.of(
            time("used", "On a core.", s -> times.apply(s).used()),
            time(
                "ready",
                "Able to run, without a core or while the core changes over.",
                s -> times.apply(s).ready()),
            time(
                "co-stop",
                "Able to run, and held back for the sake of its siblings.",
                s -> times.apply(s).coStop()),
            time("wait", "Waiting for I/O.", s -> times.apply(s).waiting()),
            time(
                "idle",
                "Halted: nothing to do. What esxtop calls %WAIT is wait and idle together.",
                s -> times.apply(s).idle())));
  }

  /** Of a host or core; a host's are the sums of its cores'. */
  static Attribute ofCores(Function<Subject, CoreTimes> times) {
    return Attribute.group(
        "cpu",
        "Where the time of its cores went; the parts add up to the time that passed, for each core.",
        List.of(
            time("used", "Running vCPUs or tasks.", s -> times.apply(s).used()),
            time("switch", "Changing over from one to another.", s -> times.apply(s).switching()),
            time("idle", "Without anything to run.", s -> times.apply(s).idle()),
            Attribute.of(
                    "utilization",
                    "The part of the time that was used, from 0 to 1.",
                    s -> new Value.Real(times.apply(s).utilization()))
                .gives(new Type.Real(Dimension.COUNT, 0, 1))));
  }

  private static Attribute time(String name, String doc, ToLongFunction<Subject> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong(s), Dimension.DURATION))
        .gives(Types.DURATION);
  }
}
