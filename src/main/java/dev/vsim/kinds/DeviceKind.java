package dev.vsim.kinds;

import dev.vsim.event.DeviceEvent.Stray;
import dev.vsim.event.EventField;
import dev.vsim.machine.device.Device;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Subject;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** A physical device that a VM has to itself: {@code linux.hba0}. */
public final class DeviceKind implements Kind {
  private static final Signature SIGNATURE =
      Signature.of("device").doc("A physical device that a VM has to itself.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of("vm");
  }

  @Override
  public boolean declarable() {
    return false;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        count("transfers", "Transfers that have reached memory.", Device::transfers),
        count("interrupts", "Interrupts of it that have arrived.", Device::interrupts),
        faults(),
        Attribute.of(
            "domain",
            "Whose memory it reaches: its VM's, or `none` while that is off or there is no IOMMU.",
            s -> device(s).domain().<Value>map(d -> domain(device(s))).orElse(Value.None.NONE)),
        Attribute.of(
            "vectors",
            "The interrupts in its remapping table.",
            s ->
                Value.Items.of(
                    device(s).settings().vectors().stream()
                        .sorted()
                        .map(v -> new Value.Whole(v, Dimension.ADDRESS))
                        .toList())));
  }

  private static Value domain(Device device) {
    return new Value.Text(device.owner());
  }

  private static Attribute faults() {
    return Attribute.of(
            "faults",
            "How often the IOMMU has stopped it; its parts are the reasons.",
            s -> new Value.Whole(device(s).strays()),
            Arrays.stream(Stray.values()).map(DeviceKind::faults).toList())
        .gives(Types.COUNT);
  }

  private static Attribute faults(Stray reason) {
    String what =
        switch (reason) {
          case ADDRESS -> "For an address that is not in its table.";
          case PERMISSION -> "For something that it may not do there.";
          case INTERRUPT -> "For an interrupt that is not in its remapping table.";
        };
    return count(EventField.word(reason), what, d -> d.strays(reason));
  }

  private static Attribute count(String name, String doc, ToLongFunction<Device> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong(device(s))))
        .gives(Types.COUNT);
  }

  private static Device device(Subject subject) {
    return (Device) subject;
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("devices come with their VM");
  }
}
