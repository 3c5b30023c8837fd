package dev.vsim.kinds;

import dev.vsim.machine.Host;
import dev.vsim.machine.Machine;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskForm;
import dev.vsim.machine.storage.DiskSettings;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Images;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.References;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The disks that one declaration gives to a VM, and the images with which they begin. */
final class DeclaredDisks implements AutoCloseable {
  private final DiskProperty property;
  private final Arguments properties;
  private final Host host;
  private final Machine machine;
  private final Setting setting;
  private final List<DiskSettings> settings = new ArrayList<>();
  private final List<Optional<Images.Read>> images = new ArrayList<>();
  private final Map<Datastore, Long> wanted = new LinkedHashMap<>();

  DeclaredDisks(DiskProperty property, Arguments properties, Host host, Setting setting) {
    this.property = property;
    this.properties = properties;
    this.host = host;
    this.machine = setting.machine();
    this.setting = setting;
  }

  /** Opens the images, and says what is wrong with the disks, if anything. */
  Optional<Outcome> open() {
    Optional<Outcome> problem = property.home(properties).flatMap(this::unreached);
    for (Arguments one : property.disks(properties)) {
      problem = problem.or(() -> open(one));
    }
    return problem.or(
        () ->
            wanted.entrySet().stream()
                .filter(w -> w.getValue() > w.getKey().free())
                .findFirst()
                .map(w -> tooLarge(w.getKey(), w.getValue())));
  }

  private Optional<Outcome> open(Arguments one) {
    DiskSettings disk = property.read(one);
    settings.add(disk);
    Optional<Datastore> where =
        disk.datastore().or(() -> property.home(properties)).or(() -> machine.datastore(host));
    if (where.isEmpty()) {
      return Optional.of(
          Outcome.wrong(
              ActionProblem.NO_DATASTORE, host.path(), "declare one for all hosts, without `in`"));
    }
    wanted.merge(where.get(), disk.provisioning().isThick() ? disk.size() : 0, Long::sum);
    return disk.datastore()
        .flatMap(this::unreached)
        .or(() -> shape(disk))
        .or(() -> image(one, disk.size()));
  }

  private Optional<Outcome> unreached(Datastore datastore) {
    return machine.datastores().reaches(host, datastore)
        ? Optional.empty()
        : Optional.of(
            Outcome.wrong(
                ActionProblem.NO_DATASTORE,
                host.path(),
                datastore.path() + " is in " + datastore.host().orElseThrow().path()));
  }

  private Optional<Outcome> shape(DiskSettings disk) {
    if (disk.size() % VirtualDisk.GRAIN != 0) {
      return unusable(
          shown(disk.size()) + " is no multiple of 64K", "disks are made of grains of 64K");
    }
    boolean sparse = !disk.provisioning().isThick() || disk.exported() != DiskForm.MONOLITHIC_FLAT;
    return sparse && disk.size() > DiskSettings.MOST_SPARSE
        ? unusable("a sparse file holds at most 2T", "make the disk thick, or smaller")
        : Optional.empty();
  }

  private Optional<Outcome> unusable(String what, String help) {
    return Optional.of(Outcome.wrongAt(property.size(), ActionProblem.UNUSABLE_VALUE, what, help));
  }

  private Optional<Outcome> image(Arguments one, long size) {
    Optional<String> path = property.image(one);
    if (path.isEmpty()) {
      images.add(Optional.empty());
      return Optional.empty();
    }
    Images.Opened opened = setting.images().open(path.get());
    if (opened instanceof Images.Opened.Refused refused) {
      return Optional.of(wrong(refused.why()));
    }
    Images.Read image = ((Images.Opened.Ready) opened).image();
    images.add(Optional.of(image));
    return image.size() <= size
        ? Optional.empty()
        : unusable(
            "the image has " + shown(image.size()) + ", and the disk only " + shown(size),
            "give the disk at least the image's size");
  }

  private Outcome wrong(References.Trouble trouble) {
    return Outcome.wrongAt(property.path(), trouble.problem(), trouble.details().toArray());
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

  List<DiskSettings> settings() {
    return settings;
  }

  /** Lets the disks of the VM begin with their images; says what went wrong, if anything. */
  Optional<Outcome> fill(Vm vm) {
    for (int i = 0; i < images.size(); i++) {
      VirtualDisk disk = vm.disks().all().get(i);
      if (images.get(i).isPresent()) {
        Images.Read image = images.get(i).get();
        if (!disk.begin(image)) {
          return unusable(
              "the image does not fit into " + disk.datastore().path(),
              "declare a larger datastore");
        } else if (image.trouble().isPresent()) {
          return image.trouble().map(this::wrong);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    images.forEach(image -> image.ifPresent(Images.Read::close));
  }
}
