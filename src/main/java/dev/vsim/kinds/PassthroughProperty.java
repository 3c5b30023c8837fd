package dev.vsim.kinds;

import dev.vsim.machine.cpu.Vector;
import dev.vsim.machine.device.DeviceSettings;
import dev.vsim.machine.paging.Rights;
import dev.vsim.source.DeviceProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code passthrough hba0 < vectors [0x30] >}: a physical device that a VM has to itself. */
final class PassthroughProperty {
  private final Slot name = Slot.of("device", new Type.NewName());
  private final Slot may = Slot.of("rights", Type.Words.of("what a device may do", "r", "rw"));
  private final Signature rights =
      Signature.of("rights")
          .required(may)
          .fallback("rw")
          .doc("What the device may do with the VM's memory: read, or read and write.");
  private final Slot numbers =
      Slot.of(
          "vectors",
          new Type.ListOf(new Type.Whole(Dimension.ADDRESS, Vector.FIRST_OF_DEVICES, Vector.LAST)));
  private final Signature vectors =
      Signature.of("vectors")
          .required(numbers)
          .fallback("[]")
          .doc("The interrupts in the device's remapping table: others are stopped.");
  private final Signature signature =
      Signature.of("passthrough")
          .required(name)
          .repeats()
          .options(rights, vectors)
          .brings(name, "device")
          .doc(
              "A physical device of the host that the VM has to itself, and that reaches the VM's memory through the"
                  + " IOMMU; all of the VM's memory is backed and pinned for it (rule R33).");

  Signature signature() {
    return signature;
  }

  /** What is wrong with devices for a VM in a VM, if it has any. */
  Optional<Outcome> nestedProblem(Arguments given, String vm, Subject outer) {
    return given.options(signature).stream()
        .findFirst()
        .map(one -> Outcome.wrongAt(name, DeviceProblem.NESTED_DEVICE, vm, outer.path()));
  }

  /** What is wrong with the devices' names beside the other parts of a VM, if anything. */
  Optional<Outcome> problem(Arguments given, String vm, Kind kind) {
    Set<String> seen = new HashSet<>();
    for (Arguments one : given.options(signature)) {
      String device = one.word(name);
      boolean taken =
          !seen.add(device)
              || kind.children().stream().anyMatch(c -> c.matches(device))
              || kind.attribute(device).isPresent();
      if (taken) {
        return Optional.of(Outcome.wrongAt(name, DeviceProblem.DEVICE_NAME_TAKEN, device, vm));
      }
    }
    return Optional.empty();
  }

  /** The devices that a VM is given, in order. */
  List<DeviceSettings> read(Arguments given) {
    return given.options(signature).stream().map(this::device).toList();
  }

  private DeviceSettings device(Arguments given) {
    DeviceSettings device = DeviceSettings.of(given.word(name));
    Optional<Arguments> restricted = given.option(rights);
    if (restricted.isPresent()) {
      String word = restricted.get().word(may).toUpperCase(Locale.ROOT);
      device = device.withRights(Rights.valueOf(word));
    }
    Optional<Arguments> remapped = given.option(vectors);
    return remapped.isPresent() ? device.withVectors(numbers(remapped.get())) : device;
  }

  private Set<Integer> numbers(Arguments given) {
    return ((Value.Items) given.value(numbers))
        .items().stream()
            .map(v -> (int) ((Value.Whole) v).amount())
            .collect(Collectors.toUnmodifiableSet());
  }
}
