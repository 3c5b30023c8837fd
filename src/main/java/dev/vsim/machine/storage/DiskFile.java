package dev.vsim.machine.storage;

import dev.vsim.machine.world.Budget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * One file of a disk: its base, or a delta with what was written since its parent may no longer
 * change. What a file does not hold is its parent's; what no file holds is zeros.
 *
 * <p>A thick base holds everything; only what was written is kept here.
 */
public final class DiskFile {
  /** Roughly what a file takes without its grains. */
  private static final long BYTES = 480;

  /** Its name, which is not given again. */
  private static final long NAME_BYTES = 160;

  private final VirtualDisk disk;
  private final String name;
  private final Provisioning provisioning;
  private final Budget budget;
  private final NavigableMap<Long, Grain> grains = new TreeMap<>();
  private final List<DiskFile> children = new ArrayList<>();

  /** The grain tables that have been read, and on a thick disk the mebibytes that were zeroed. */
  private final Stretches touched;

  private DiskFile parent;
  private int cid;
  private int parentCid;

  /** A base. */
  DiskFile(VirtualDisk disk, String name, Provisioning provisioning, int cid, Budget budget) {
    budget.charge(BYTES + NAME_BYTES);
    this.disk = disk;
    this.name = name;
    this.provisioning = provisioning;
    this.budget = budget;
    this.touched = new Stretches(budget);
    this.cid = cid;
    this.parentCid = ContentId.NO_PARENT;
  }

  /** A delta, empty as yet. */
  DiskFile(VirtualDisk disk, String name, DiskFile parent, Budget budget) {
    this(disk, name, Provisioning.THIN, parent.cid, budget);
    this.parent = parent;
    this.parentCid = parent.cid;
    parent.children.add(this);
  }

  /** The disk that it was made for. */
  public VirtualDisk disk() {
    return disk;
  }

  /** As it stands in the datastore: {@code linux-000001.vmdk}. */
  public String name() {
    return name;
  }

  public Provisioning provisioning() {
    return provisioning;
  }

  /** Where what it does not hold is looked up; nothing for a base. */
  public Optional<DiskFile> parent() {
    return Optional.ofNullable(parent);
  }

  /** The deltas on it, those of linked clones among them. */
  public List<DiskFile> children() {
    return Collections.unmodifiableList(children);
  }

  /** Whether a linked clone reads from it. */
  public boolean servesClones() {
    return children.stream().anyMatch(child -> child.disk != disk);
  }

  /** What it and the files below it, from itself to the base, are called. */
  public List<DiskFile> chain() {
    List<DiskFile> chain = new ArrayList<>();
    for (DiskFile file = this; file != null; file = file.parent) {
      chain.add(file);
    }
    return chain;
  }

  /** How many files lie below it. */
  public int depth() {
    return chain().size() - 1;
  }

  /** Stands for the contents that a reader finds: another number after every change. */
  public int cid() {
    return cid;
  }

  /** The parent's {@link #cid} at the moment when it became read-only. */
  public int parentCid() {
    return parentCid;
  }

  /** Bytes that it takes in the datastore. */
  public long sizeOnDisk() {
    return provisioning.isThick() ? disk.size() : (long) grains.size() * Grain.SIZE;
  }

  /** Bytes of the file with its header, descriptor and tables, as it is exported. */
  public long fileSize() {
    return provisioning.isThick()
        ? disk.size()
        : SparseLayout.overhead(disk.size()) + (long) grains.size() * Grain.SIZE;
  }

  /** The numbers of the grains that were written, ascending. */
  public SortedSet<Long> written() {
    return Collections.unmodifiableSortedSet(grains.navigableKeySet());
  }

  /** The next grain that was written, at or behind this one; −1 if there is none. */
  public long nextWritten(long from) {
    Long next = ((TreeMap<Long, Grain>) grains).ceilingKey(from);
    return next == null ? -1 : next;
  }

  /** The bytes of a grain that was written into this file. */
  public byte[] written(long grain) {
    byte[] bytes = new byte[Grain.SIZE];
    grains.get(grain).read(0, bytes, 0, Grain.SIZE);
    return bytes;
  }

  /** What a reader finds of a grain: in this file or below it, else zeros. */
  public byte[] read(long grain) {
    byte[] bytes = new byte[Grain.SIZE];
    find(grain).ifPresent(found -> found.read(0, bytes, 0, Grain.SIZE));
    return bytes;
  }

  /** Whether a grain takes place here. */
  boolean has(long grain) {
    return provisioning.isThick() || grains.containsKey(grain);
  }

  /** How many grains from the first to the last take place here. */
  long count(long first, long last) {
    return provisioning.isThick()
        ? last - first + 1
        : grains.subMap(first, true, last, true).size();
  }

  /** What was written of a grain; nothing where that is zeros. */
  Optional<Grain> grain(long number) {
    return Optional.ofNullable(grains.get(number));
  }

  /**
   * What this file or the first one below it that has the grain holds; nothing where that is zeros.
   */
  Optional<Grain> find(long number) {
    DiskFile file = this;
    while (file != null && !file.grains.containsKey(number)) {
      file = file.parent;
    }
    return file == null ? Optional.empty() : file.grain(number);
  }

  /** The numbers of what was written from the first to the last. */
  SortedSet<Long> written(long first, long last) {
    return ((TreeMap<Long, Grain>) grains).subMap(first, true, last, true).navigableKeySet();
  }

  /** The grain, which is here from now on. */
  Grain open(long number) {
    return grains.computeIfAbsent(number, n -> new Grain(budget));
  }

  /** Holds this grain from now on; says whether it is one more. */
  boolean put(long number, Grain grain) {
    Grain before = grains.put(number, grain);
    if (before != null) {
      before.drop();
    }
    return before == null;
  }

  void changeTo(int newCid) {
    cid = newCid;
  }

  /** How many of its grain tables a look-up for these grains has to read for the first time. */
  long readTables(long first, long last) {
    return provisioning.isThick()
        ? 0
        : touched.add(first / SparseLayout.TABLE_ENTRIES, last / SparseLayout.TABLE_ENTRIES);
  }

  /** How many mebibytes a write to these grains has to zero first. */
  long zero(long first, long last) {
    return provisioning == Provisioning.LAZY
        ? touched.add(first / VirtualDisk.GRAINS_ZEROED, last / VirtualDisk.GRAINS_ZEROED)
        : 0;
  }

  /** Takes over what its only child holds, which is no more: says how many grains that were. */
  long absorb(DiskFile child) {
    long moved = child.grains.size();
    child.grains.forEach((number, grain) -> put(number, grain.copy()));
    cid = child.cid;
    children.clear();
    for (DiskFile grandchild : child.children) {
      grandchild.parent = this;
      children.add(grandchild);
    }
    child.children.clear();
    child.clear();
    return moved;
  }

  /** The file is no more. */
  void remove() {
    if (parent != null) {
      parent.children.remove(this);
    }
    clear();
  }

  private void clear() {
    grains.values().forEach(Grain::drop);
    grains.clear();
    touched.clear();
    budget.release(BYTES);
    parent = null;
  }
}
