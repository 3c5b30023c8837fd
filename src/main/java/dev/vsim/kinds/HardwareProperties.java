package dev.vsim.kinds;

import dev.vsim.machine.virt.Hardware;
import dev.vsim.machine.virt.Vendor;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.List;
import java.util.Optional;

/** Help for virtualization: a host's processors have it, and a VM may be run without it. */
final class HardwareProperties {
  private static final String AMD = "amd";

  private final Slot name = Slot.of("name", Type.Words.of("a vendor", "intel", AMD));
  private final Signature vendor =
      Signature.of("vendor")
          .required(name)
          .fallback("intel")
          .doc("Whose processors they are: VT-x's names and numbers of exits, or SVM's.");
  private final Slot state = Slot.of("state", Types.SWITCH);
  private final Signature vtx =
      Signature.of("vtx")
          .required(state)
          .fallback("on")
          .doc(
              "Whether guests run with hardware help; without it their kernels are deprivileged (rule R22).");
  private final Slot done = Slot.of("state", Types.SWITCH);
  private final Signature translation =
      Signature.of("translation")
          .required(done)
          .fallback("off")
          .doc(
              "Whether, with `vtx off`, what is sensitive in a guest's kernel is translated before it runs.");

  private final Slot tagged = Slot.of("state", Types.SWITCH);
  private final Signature vpid =
      Signature.of("vpid")
          .required(tagged)
          .fallback("on")
          .doc(
              "Whether a guest's translations are tagged with its number, so that they outlast exits; off: each exit empties its TLB.");
  private final EptProperty ept = new EptProperty();

  /** A host's. */
  List<Signature> ofHost() {
    return List.of(vendor, vtx, translation, vpid, ept.signature());
  }

  /** A VM's, in place of its host's. */
  List<Signature> ofVm() {
    return List.of(vtx, translation, vpid, ept.signature());
  }

  /** What is wrong with these values together, if anything. */
  Optional<Outcome> problem(Arguments given, Hardware read, long memory) {
    return ept.problem(given, read.ept().form(), memory);
  }

  /** What is said, beside what holds otherwise. */
  Hardware read(Arguments given, Hardware otherwise) {
    Hardware hardware = otherwise;
    Optional<Arguments> whose = given.option(vendor);
    if (whose.isPresent()) {
      hardware =
          hardware.withVendor(whose.get().word(name).equals(AMD) ? Vendor.AMD : Vendor.INTEL);
    }
    Optional<Arguments> help = given.option(vtx);
    if (help.isPresent()) {
      hardware = hardware.withVtx(help.get().isOn(state));
    }
    Optional<Arguments> translated = given.option(translation);
    if (translated.isPresent()) {
      hardware = hardware.withTranslation(translated.get().isOn(done));
    }
    Optional<Arguments> tags = given.option(vpid);
    if (tags.isPresent()) {
      hardware = hardware.withVpid(tags.get().isOn(tagged));
    }
    return hardware.withEpt(ept.read(given, hardware.ept()));
  }
}
