package dev.vsim.machine.storage;

/** One write into the file of a disk that takes the writes. */
final class DiskWriting {
  private final VirtualDisk disk;
  private final DiskFile file;
  private final long offset;
  private final long end;
  private final long first;
  private final long last;

  DiskWriting(VirtualDisk disk, DiskFile file, long offset, long length) {
    this.disk = disk;
    this.file = file;
    this.offset = offset;
    this.end = offset + length;
    this.first = offset / Grain.SIZE;
    this.last = (end - 1) / Grain.SIZE;
  }

  /** Writes, and lets pass the time that it takes. */
  void write(Repeated data) {
    DiskWork work = disk.work();
    long before = work.all();
    work.countTableReads(file.readTables(first, last));
    work.countZeroed(file.zero(first, last) * VirtualDisk.GRAINS_ZEROED);
    work.countTableWrites(last - first + 1 - file.count(first, last));
    copyPart(first);
    if (last != first) {
      copyPart(last);
    }
    if (file.provisioning().isThick() && data.isZeros()) {
      clear(data);
    } else {
      for (long grain = first; grain <= last; grain++) {
        put(grain, data);
      }
    }
    work.countWrites(last - first + 1);
    disk.spend(work.all() - before);
  }

  /** A grain of which only a part is written is first copied from the files below. */
  private void copyPart(long grain) {
    boolean whole = from(grain) == 0 && to(grain) == Grain.SIZE;
    if (whole || file.has(grain) || file.parent().isEmpty()) {
      return;
    }
    DiskFile parent = file.parent().get();
    LookUp below = LookUp.of(parent, grain, grain);
    disk.work().countTableReads(below.tables());
    disk.work().countCopies(below.held());
    parent.find(grain).ifPresent(found -> file.put(grain, found.copy()));
  }

  private void put(long grain, Repeated data) {
    int from = from(grain);
    long position = grain * Grain.SIZE + from - offset;
    file.open(grain).write(from, to(grain) - from, data, position);
  }

  /** On a thick disk zeros need no place of their own. */
  private void clear(Repeated zeros) {
    for (long grain : file.written(first, last)) {
      put(grain, zeros);
    }
  }

  private int from(long grain) {
    return (int) Math.max(0, offset - grain * Grain.SIZE);
  }

  private int to(long grain) {
    return (int) Math.min(Grain.SIZE, end - grain * Grain.SIZE);
  }
}
