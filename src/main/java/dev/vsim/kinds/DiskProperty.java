package dev.vsim.kinds;

import dev.vsim.machine.Host;
import dev.vsim.machine.Machine;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskForm;
import dev.vsim.machine.storage.DiskSettings;
import dev.vsim.machine.storage.Provisioning;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final Signature disk =
      Signature.of("disk")
          .required(size)
          .optional(provisioning)
          .options(format, ownDatastore)
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

  List<DiskSettings> settings(Arguments properties) {
    return properties.options(disk).stream().map(this::read).toList();
  }

  private DiskSettings read(Arguments given) {
    return new DiskSettings(
        given.number(size),
        given.has(provisioning) ? PROVISIONINGS.get(given.word(provisioning)) : Provisioning.THIN,
        given.option(format).map(o -> DiskForm.named(o.word(form))),
        given.option(ownDatastore).map(o -> (Datastore) o.object(ownStore)));
  }

  /** What is wrong with the disks of a VM on a host, if anything. */
  Optional<Outcome> problem(Arguments properties, Host host, Machine machine) {
    Map<Datastore, Long> wanted = new LinkedHashMap<>();
    for (Datastore named : named(properties)) {
      if (!machine.datastores().reaches(host, named)) {
        return Optional.of(unreached(named, host));
      }
    }
    for (Arguments given : properties.options(disk)) {
      Optional<Outcome> shape = shape(given);
      Optional<Datastore> where = where(given, properties, host, machine);
      if (shape.isPresent()) {
        return shape;
      } else if (where.isEmpty()) {
        return Optional.of(
            Outcome.wrong(ActionProblem.NO_DATASTORE, host.path(), "declare one for all hosts"));
      }
      wanted.merge(
          where.get(), read(given).provisioning().isThick() ? given.number(size) : 0, Long::sum);
    }
    return wanted.entrySet().stream()
        .filter(w -> w.getValue() > w.getKey().free())
        .findFirst()
        .map(w -> tooLarge(w.getKey(), w.getValue()));
  }

  private List<Datastore> named(Arguments properties) {
    List<Datastore> named = new ArrayList<>();
    home(properties).ifPresent(named::add);
    settings(properties).forEach(s -> s.datastore().ifPresent(named::add));
    return named;
  }

  private Optional<Datastore> where(
      Arguments given, Arguments properties, Host host, Machine machine) {
    return read(given).datastore().or(() -> home(properties)).or(() -> machine.datastore(host));
  }

  private Optional<Outcome> shape(Arguments given) {
    DiskSettings settings = read(given);
    if (settings.size() % VirtualDisk.GRAIN != 0) {
      return Optional.of(
          Outcome.wrongAt(
              size,
              ActionProblem.UNUSABLE_VALUE,
              shown(settings.size()) + " is no multiple of 64K",
              "disks are made of grains of 64K"));
    }
    boolean sparse = settings.exported() != DiskForm.MONOLITHIC_FLAT;
    boolean split = settings.exported() == DiskForm.TWO_GB_MAX_EXTENT_SPARSE;
    if (sparse && !split && settings.size() > DiskSettings.MOST_SPARSE) {
      return Optional.of(
          Outcome.wrongAt(
              size,
              ActionProblem.UNUSABLE_VALUE,
              "a sparse file holds at most 2T",
              "make the disk thick"));
    }
    return Optional.empty();
  }

  private static Outcome unreached(Datastore datastore, Host host) {
    return Outcome.wrong(
        ActionProblem.NO_DATASTORE,
        host.path(),
        datastore.path() + " is in " + datastore.host().orElseThrow().path());
  }

  private static Outcome tooLarge(Datastore datastore, long wanted) {
    return Outcome.wrong(
        ActionProblem.UNUSABLE_VALUE,
        "thick disks of "
            + shown(wanted)
            + " do not fit into "
            + datastore.path()
            + ", where "
            + shown(datastore.free())
            + " are free",
        "make them thin or smaller, or declare a larger datastore");
  }

  private static String shown(long bytes) {
    return Printed.whole(bytes, Dimension.SIZE);
  }
}
