package dev.vsim.machine.virt;

import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.DiskSettings;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The disks of a VM, and the datastore that its files lie in unless a disk says otherwise. */
public final class VmDisks {
  /** Longer than virtual time. */
  private static final long LONGEST = Long.MAX_VALUE >>> 2;

  private final World world;
  private final String vm;
  private final Costs costs;
  private final Supplier<Optional<Datastore>> home;
  private final List<VirtualDisk> disks = new ArrayList<>();

  /**
   * @param vm whose disks they are, by its path
   * @param home where the VM's files lie, if its host reaches a datastore; asked when something
   *     needs it
   */
  public VmDisks(World world, String vm, Costs costs, Supplier<Optional<Datastore>> home) {
    this.world = world;
    this.vm = vm;
    this.costs = costs;
    this.home = home;
  }

  /** Where the VM's files lie. */
  public Datastore home() {
    return home.get().orElseThrow();
  }

  /** Where its files and those of its disks lie, each once. */
  public Set<Datastore> datastores() {
    Set<Datastore> all = new LinkedHashSet<>();
    disks.forEach(disk -> all.add(disk.datastore()));
    home.get().ifPresent(all::add);
    return all;
  }

  /** In order. */
  public List<VirtualDisk> all() {
    return Collections.unmodifiableList(disks);
  }

  /** One more, for which its datastore has room. */
  public void create(DiskSettings settings) {
    Datastore where = settings.datastore().orElseGet(this::home);
    disks.add(VirtualDisk.create(world, costs, place(where), settings));
  }

  /** One more, that begins as an empty delta on a file of another. */
  public void linkTo(DiskFile parent) {
    disks.add(VirtualDisk.linked(world, costs, place(parent.disk().datastore()), parent));
  }

  /** One more, with what another holds in a file; the datastore has room for it. */
  public void copy(DiskFile from) {
    disks.add(VirtualDisk.copy(world, costs, place(from.disk().datastore()), from));
  }

  private VirtualDisk.Place place(Datastore where) {
    int number = disks.size();
    String stem = number == 0 ? vm : vm + "_" + number;
    return new VirtualDisk.Place(vm + ".disk" + number, stem, where);
  }

  /** How many picoseconds writing or reading so many bytes of a file takes. */
  long time(long bytes) {
    long price = costs.of(home().medium().cost());
    long times = grains(bytes);
    return price > 0 && times > LONGEST / price ? LONGEST : times * price;
  }

  private static long grains(long bytes) {
    return (bytes + VirtualDisk.GRAIN - 1) / VirtualDisk.GRAIN;
  }

  /** Lets the time pass that writing or reading so many bytes of a file takes. */
  void move(long bytes) {
    home().access(grains(bytes), world.clock(), costs);
  }
}
