package dev.vsim.machine.storage;

import dev.vsim.event.EventKind;
import dev.vsim.event.StorageEvent;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A virtual machine's disk: a chain of files of which the first takes the writes, and reads fall
 * through until one holds what is asked for (rules.md R31, R32).
 */
public final class VirtualDisk implements Subject {
  /** Bytes that a disk's size is a multiple of, and that a sparse file takes at once. */
  public static final int GRAIN = Grain.SIZE;

  /** A lazily zeroed disk is zeroed by mebibytes. */
  static final long GRAINS_ZEROED = (1 << 20) / Grain.SIZE;

  /** Roughly what a disk takes without its files. */
  private static final long BYTES = 500;

  private static final EventKind DISK_WRITE = EventKind.of(StorageEvent.DiskWrite.class);
  private static final EventKind DISK_READ = EventKind.of(StorageEvent.DiskRead.class);
  private static final EventKind GROW = EventKind.of(StorageEvent.Grow.class);
  private static final EventKind DISK_COPY = EventKind.of(StorageEvent.DiskCopy.class);

  private final World world;
  private final Costs costs;
  private final Place place;
  private final DiskSettings settings;
  private final DiskFiles files;
  private final DiskWork work = new DiskWork();
  private long changes;

  /**
   * Where a disk stands and its files lie.
   *
   * @param path {@code linux.disk0}
   * @param stem how its files' names begin: {@code linux} for a first disk, {@code linux_1} for a
   *     second
   */
  public record Place(String path, String stem, Datastore datastore) {}

  private VirtualDisk(World world, Costs costs, Place place, DiskSettings settings) {
    world.budget().charge(BYTES);
    this.world = world;
    this.costs = costs;
    this.place = place;
    this.settings = settings;
    this.files = new DiskFiles(this, world);
  }

  /** A new disk; the datastore has room for it. */
  public static VirtualDisk create(World world, Costs costs, Place place, DiskSettings settings) {
    VirtualDisk disk = new VirtualDisk(world, costs, place, settings);
    disk.files.base();
    disk.takeThick();
    return disk;
  }

  /** A disk that begins as an empty delta on a file that may no longer change. */
  public static VirtualDisk linked(World world, Costs costs, Place place, DiskFile parent) {
    DiskSettings thin = DiskSettings.thin(parent.disk().size());
    VirtualDisk disk = new VirtualDisk(world, costs, place, thin);
    disk.files.linkTo(parent);
    return disk;
  }

  /** A disk that begins with what another holds in one of its files; the datastore has room. */
  public static VirtualDisk copy(World world, Costs costs, Place place, DiskFile from) {
    VirtualDisk disk = new VirtualDisk(world, costs, place, from.disk().settings);
    disk.files.base();
    disk.takeThick();
    disk.fill(from);
    return disk;
  }

  /** Bytes that a copy of what a file and those below it hold takes. */
  public static long roomForCopy(DiskFile from) {
    VirtualDisk source = from.disk();
    return source.settings.provisioning().isThick()
        ? source.size()
        : (long) grainsOf(from).size() * GRAIN;
  }

  private static SortedSet<Long> grainsOf(DiskFile from) {
    SortedSet<Long> all = new TreeSet<>();
    from.chain().forEach(file -> all.addAll(file.written()));
    return all;
  }

  private void takeThick() {
    if (settings.provisioning().isThick()) {
      take(settings.size());
    }
    if (settings.provisioning() == Provisioning.EAGER) {
      work.countZeroed(settings.size() / GRAIN);
      spend(settings.size() / GRAIN);
    }
  }

  private void fill(DiskFile from) {
    DiskFile base = files.active();
    SortedSet<Long> grains = grainsOf(from);
    if (!settings.provisioning().isThick()) {
      take((long) grains.size() * GRAIN);
      work.countTableWrites(grains.size());
      spend(grains.size());
    }
    for (long number : grains) {
      from.find(number).ifPresent(grain -> base.put(number, grain.copy()));
    }
    work.countWrites(grains.size());
    spend(2L * grains.size());
    if (world.journal().wants(DISK_COPY)) {
      world
          .journal()
          .accept(
              new StorageEvent.DiskCopy(
                  this, new Value.Text(base.name()), from.disk(), grains.size()));
    }
  }

  /**
   * Begins with what an image holds, silently: on a disk that was just made.
   *
   * @return whether the datastore had room for all of it
   */
  public boolean begin(DiskImage image) {
    DiskFile base = files.active();
    boolean keepsZeros = image.isSparse() && !settings.provisioning().isThick();
    for (long number = image.next(0); number >= 0; number = image.next(number + 1)) {
      Optional<byte[]> bytes = image.read(number);
      if (bytes.isPresent() && (keepsZeros || !Grain.isZero(bytes.get()))) {
        if (!base.has(number) && !datastore().take(GRAIN)) {
          return false;
        }
        base.open(number).write(bytes.get());
      }
    }
    return true;
  }

  @Override
  public String kind() {
    return "disk";
  }

  @Override
  public String path() {
    return place.path();
  }

  /** Where it stands and its files lie. */
  public Place place() {
    return place;
  }

  public DiskSettings settings() {
    return settings;
  }

  /** Bytes that the guest sees. */
  public long size() {
    return settings.size();
  }

  public Datastore datastore() {
    return place.datastore();
  }

  /** Its files, and which takes the writes. */
  public DiskFiles files() {
    return files;
  }

  /** What is counted of it. */
  public DiskWork work() {
    return work;
  }

  /** Bytes that its own files take in the datastore. */
  public long sizeOnDisk() {
    return files.all().stream().mapToLong(DiskFile::sizeOnDisk).sum();
  }

  /** How many bytes more its files will take when this is written. */
  public long growth(long offset, long length) {
    long first = offset / GRAIN;
    long last = (offset + length - 1) / GRAIN;
    return (last - first + 1 - files.active().count(first, last)) * GRAIN;
  }

  /**
   * Writes, where the datastore has room for it; else nothing is done.
   *
   * @param offset from the disk's start, in bytes; what is written lies in the disk
   * @param length in bytes, at least 1
   * @param data repeated to the length
   * @param value what the event says was written, or null
   * @return whether it was done
   */
  public boolean write(long offset, long length, Repeated data, Value value) {
    long growth = growth(offset, length);
    if (!datastore().take(growth)) {
      return false;
    }
    Value.Text file = new Value.Text(files.active().name());
    if (world.journal().wants(DISK_WRITE)) {
      world.journal().accept(new StorageEvent.DiskWrite(this, offset, length, file, value));
    }
    long before = growth > 0 ? sizeOnDisk() : 0;
    new DiskWriting(this, files.active(), offset, length).write(data);
    if (growth > 0 && world.journal().wants(GROW)) {
      world.journal().accept(new StorageEvent.Grow(this, before, before + growth, file));
    }
    changes++;
    files.active().changeTo(ContentId.of(path(), changes));
    return true;
  }

  /**
   * Reads, for the guest.
   *
   * @param offset from the disk's start, in bytes; what is read lies in the disk
   * @param length in bytes, at least 1
   */
  public void read(long offset, long length) {
    LookUp found = LookUp.of(files.active(), offset / GRAIN, (offset + length - 1) / GRAIN);
    work.countTableReads(found.tables());
    work.countReads(found.held());
    if (world.journal().wants(DISK_READ)) {
      Value.Text file = found.file().map(f -> new Value.Text(f.name())).orElse(null);
      Value value = Reading.repeatedText(this, offset, length).map(Value.Text::new).orElse(null);
      world.journal().accept(new StorageEvent.DiskRead(this, offset, length, file, value));
    }
    spend(found.tables() + found.held());
  }

  /** What stands on the disk; nothing happens by looking. */
  public byte[] bytes(long offset, int length) {
    return Reading.bytes(files.active(), offset, length);
  }

  /** Lets the time of so many accesses to its medium pass. */
  void spend(long accesses) {
    datastore().access(accesses, world.clock(), costs);
  }

  private void take(long bytes) {
    if (!datastore().take(bytes)) {
      throw new IllegalStateException("no room for " + path());
    }
  }
}
