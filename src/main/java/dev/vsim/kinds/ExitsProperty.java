package dev.vsim.kinds;

import dev.vsim.event.EventField;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.virt.ExitControls;
import dev.vsim.machine.virt.ExitControls.Control;
import dev.vsim.machine.virt.ExitControls.Msrs;
import dev.vsim.machine.virt.Hardware;
import dev.vsim.machine.virt.Vendor;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.ProcessorWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code exits < cr3 on; msr kvm >}: what makes a VM leave the guest for the hypervisor. */
final class ExitsProperty {
  private final Map<Control, Signature> switches = new EnumMap<>(Control.class);
  private final Slot which =
      Slot.of(
          "which",
          new Type.Words(
              "a choice of registers",
              Arrays.stream(Msrs.values()).map(EventField::word).toList()));
  private final Signature msr =
      Signature.of("msr")
          .required(which)
          .fallback("all")
          .doc(
              "Which accesses to model-specific registers exit; `kvm` lets reads of 0x10 pass, and 0x174 to 0x176 and 0xC0000100 to 0xC0000102.");
  private final Slot vectors =
      Slot.of("vectors", new Type.ListOf(new Type.Whole(Dimension.COUNT, 0, 31)));
  private final Signature exceptions =
      Signature.of("exceptions")
          .required(vectors)
          .fallback("[]")
          .doc(
              "The exceptions that exit, by vector: 3 a breakpoint, 6 no instruction, 13 protection.");
  private final Slot time = Slot.of("time", new Type.Whole(Dimension.DURATION, 1, EventQueue.END));
  private final Signature timer =
      Signature.of("preemption-timer")
          .required(time)
          .doc(
              "How long a vCPU runs on a core before VT-x's timer makes it exit; never, unless given.");
  private final Signature signature;

  ExitsProperty() {
    List<Signature> options = new ArrayList<>();
    for (Control control : Control.values()) {
      Signature option =
          Signature.of(control.word())
              .required(Slot.of("state", Types.SWITCH))
              .fallback(control.usual() ? "on" : "off")
              .doc("Whether " + ProcessorWords.of(control) + ".");
      switches.put(control, option);
      options.add(option);
    }
    options.addAll(List.of(msr, exceptions, timer));
    this.signature =
        Signature.of("exits")
            .options(options)
            .doc(
                "What makes it exit to the hypervisor beside CPUID, VMCALL, XSETBV, external interrupts and the EPT (rule R19).");
  }

  Signature signature() {
    return signature;
  }

  ExitControls controls(Arguments properties) {
    return properties.option(signature).map(this::read).orElse(ExitControls.DEFAULT);
  }

  private ExitControls read(Arguments given) {
    ExitControls usual = ExitControls.DEFAULT;
    Set<Control> on = EnumSet.noneOf(Control.class);
    switches.forEach(
        (control, option) -> {
          boolean set =
              given.option(option).map(o -> o.isOn(option.slots().get(0))).orElse(control.usual());
          if (set) {
            on.add(control);
          }
        });
    Msrs msrs = given.option(msr).map(this::msrs).orElse(usual.msrs());
    Set<Integer> exiting = given.option(exceptions).map(this::vectors).orElse(Set.of());
    return new ExitControls(
        on, msrs, exiting, given.option(timer).map(o -> o.number(time)).orElse(0L));
  }

  private Msrs msrs(Arguments given) {
    return Arrays.stream(Msrs.values())
        .filter(m -> EventField.word(m).equals(given.word(which)))
        .findFirst()
        .orElseThrow();
  }

  private Set<Integer> vectors(Arguments given) {
    return ((Value.Items) given.value(vectors))
        .items().stream()
            .map(v -> (int) ((Value.Whole) v).amount())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What is wrong with the controls for what the host's processors have, if anything. */
  Optional<Outcome> problem(Arguments properties, Hardware hardware) {
    Optional<Arguments> given =
        properties.option(signature).filter(o -> o.option(timer).isPresent());
    return given.isPresent() && hardware.vendor() == Vendor.AMD
        ? Optional.of(Outcome.wrongAt(time, ProcessorProblem.NO_PREEMPTION_TIMER))
        : Optional.empty();
  }
}
