package dev.vsim.kinds;

import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskForm;
import dev.vsim.machine.storage.DiskSettings;
import dev.vsim.machine.storage.Provisioning;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code disk 20G thin < format streamOptimized >} of a VM, and where its files lie. */
final class DiskProperty {
  private static final Map<String, Provisioning> PROVISIONINGS =
      Map.of(
          "thin", Provisioning.THIN,
          "thick", Provisioning.LAZY,
          "lazy", Provisioning.LAZY,
          "eager", Provisioning.EAGER);

  private final Slot size =
      Slot.of("size", new Type.Whole(Dimension.SIZE, VirtualDisk.GRAIN, DiskSettings.MOST));
  private final Slot provisioning =
      Slot.of("provisioning", Type.Words.of("a provisioning", "thin", "thick", "lazy", "eager"));
  private final Slot form = Slot.of("form", new Type.Words("a disk format", DiskForm.words()));
  private final Signature format =
      Signature.of("format")
          .required(form)
          .doc(
              "The kind of VMDK that `--export` writes; without it monolithicSparse for a thin disk,"
                  + " monolithicFlat for a thick one.");
  private final Slot ownStore = Slot.of("datastore", new Type.OfKind("datastore"));
  private final Signature ownDatastore =
      Signature.of("datastore")
          .required(ownStore)
          .doc("Where this disk's files lie; without it where its VM's do.");
  private final Slot path = Slot.of("path", Types.TEXT);
  private final Signature image =
      Signature.of("image")
          .required(path)
          .doc(
              "A VMDK file whose contents it begins with, read together with the files on which that one stands.");
  private final Signature disk =
      Signature.of("disk")
          .required(size)
          .optional(provisioning)
          .options(format, ownDatastore, image)
          .repeats()
          .doc(
              "A virtual disk: thin takes 64K when they are first written; thick takes its size from the start and"
                  + " zeroes each 1M at its first write (lazy, the usual) or all of it at once (eager). Rule R31.");
  private final Slot store = Slot.of("datastore", new Type.OfKind("datastore"));
  private final Signature datastore =
      Signature.of("datastore")
          .required(store)
          .doc("Where its files lie; without it in the first datastore that its host reaches.");

  Signature signature() {
    return disk;
  }

  Signature datastore() {
    return datastore;
  }

  /** Where the VM's files lie, if that is said. */
  Optional<Datastore> home(Arguments properties) {
    return properties.option(datastore).map(given -> (Datastore) given.object(store));
  }

  /** The disks, an argument each. */
  List<Arguments> disks(Arguments properties) {
    return properties.options(disk);
  }

  /** Where a disk's size is given, for whoever underlines it. */
  Slot size() {
    return size;
  }

  /** Where a disk's image is given, for whoever underlines it. */
  Slot path() {
    return path;
  }

  /** The image with which a disk begins, if it does with one. */
  Optional<String> image(Arguments one) {
    return one.option(image).map(given -> given.text(path));
  }

  DiskSettings read(Arguments one) {
    return new DiskSettings(
        one.number(size),
        one.has(provisioning) ? PROVISIONINGS.get(one.word(provisioning)) : Provisioning.THIN,
        one.option(format).map(o -> DiskForm.named(o.word(form))),
        one.option(ownDatastore).map(o -> (Datastore) o.object(ownStore)));
  }
}
