package dev.vsim.machine.storage;

import dev.vsim.event.EventKind;
import dev.vsim.event.StorageEvent;
import dev.vsim.machine.world.World;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one disk: the one that takes the writes, those that snapshots keep as they are, and
 * those that are left over since a snapshot was deleted on which several files stood (rules.md
 * R32).
 */
public final class DiskFiles {
  /** A delta's number has at least so many: {@code linux-000001.vmdk}. */
  private static final int DIGITS = 6;

  private static final EventKind DELTA_CREATE = EventKind.of(StorageEvent.DeltaCreate.class);
  private static final EventKind MERGE = EventKind.of(StorageEvent.Merge.class);
  private static final EventKind FILE_REMOVE = EventKind.of(StorageEvent.FileRemove.class);
  private static final String ENDING = ".vmdk";

  private final VirtualDisk disk;
  private final World world;
  private final String first;
  private final List<DiskFile> all = new ArrayList<>();

  /** By the snapshot that needs it, a file that may not change. */
  private final Map<String, DiskFile> kept = new LinkedHashMap<>();

  private DiskFile active;
  private int deltas;

  DiskFiles(VirtualDisk disk, World world) {
    this.disk = disk;
    this.world = world;
    this.first = disk.place().datastore().enter(disk.place().stem(), ENDING);
  }

  /** The one that takes the writes. */
  public DiskFile active() {
    return active;
  }

  /** All of them, the first made first. */
  public List<DiskFile> all() {
    return Collections.unmodifiableList(all);
  }

  /** Whether a file is neither written any more nor a snapshot's. */
  public boolean isLeftOver(DiskFile file) {
    return file != active && !kept.containsValue(file);
  }

  /** The file that a snapshot needs. */
  public DiskFile kept(String snapshot) {
    return kept.get(snapshot);
  }

  /** The snapshot that needs a file. */
  public Optional<String> keeper(DiskFile file) {
    return kept.entrySet().stream()
        .filter(k -> k.getValue() == file)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  void base() {
    Provisioning provisioning = disk.settings().provisioning();
    int cid = ContentId.of(disk.path(), 0);
    become(new DiskFile(disk, first, provisioning, cid, world.budget()));
  }

  void linkTo(DiskFile parent) {
    become(new DiskFile(disk, first, parent, world.budget()));
    tellDelta();
  }

  private void become(DiskFile file) {
    all.add(file);
    active = file;
  }

  /** The file that takes the writes is a snapshot's from now on, and a delta on it takes them. */
  public void freeze(String snapshot) {
    kept.put(snapshot, active);
    branch(active);
  }

  /** What was written since the last snapshot is gone, and a delta on another's file takes over. */
  public void goBackTo(String snapshot) {
    if (all.contains(active)) {
      drop(active);
    }
    branch(kept.get(snapshot));
  }

  private void branch(DiskFile file) {
    String stem = first.substring(0, first.length() - ENDING.length());
    deltas++;
    String number = Integer.toString(deltas);
    String zeros = "0".repeat(Math.max(0, DIGITS - number.length()));
    String name = disk.datastore().enter(stem + "-" + zeros + number, ENDING);
    become(new DiskFile(disk, name, file, world.budget()));
    tellDelta();
  }

  private void tellDelta() {
    if (world.journal().wants(DELTA_CREATE)) {
      Value.Text parent = text(active.parent().orElseThrow());
      world.journal().accept(new StorageEvent.DeltaCreate(disk, text(active), parent));
    }
  }

  /**
   * A snapshot is no more. If one file stands on its own, that is merged into it; if none does, it
   * goes; if several do, it stays.
   */
  public void release(String snapshot) {
    DiskFile file = kept.remove(snapshot);
    if (file.children().isEmpty()) {
      drop(file);
    } else if (file.children().size() == 1) {
      merge(file);
    }
  }

  /** Every file that is left over and on which only one stands takes over what that one holds. */
  public void consolidate() {
    Optional<DiskFile> next = mergeable();
    while (next.isPresent()) {
      merge(next.get());
      next = mergeable();
    }
  }

  private Optional<DiskFile> mergeable() {
    return all.stream().filter(f -> isLeftOver(f) && f.children().size() == 1).findFirst();
  }

  /** Whether linked clones stand on files above a snapshot's. */
  public boolean servesClonesAbove(String snapshot) {
    return kept.get(snapshot).children().stream().anyMatch(DiskFiles::servesClones);
  }

  private static boolean servesClones(DiskFile file) {
    return file.servesClones() || file.children().stream().anyMatch(DiskFiles::servesClones);
  }

  /** All files above a snapshot's are gone. */
  public void dropAbove(String snapshot) {
    dropAbove(kept.get(snapshot));
  }

  private void dropAbove(DiskFile file) {
    for (DiskFile child : own(file.children())) {
      dropAbove(child);
      kept.values().remove(child);
      remove(child);
    }
  }

  private List<DiskFile> own(List<DiskFile> files) {
    return files.stream().filter(f -> f.disk() == disk).toList();
  }

  /** The disk is no more. */
  public void removeAll() {
    for (int i = all.size() - 1; i >= 0; i--) {
      remove(all.get(i));
    }
  }

  /** A file goes, and what was left over only for it. */
  private void drop(DiskFile file) {
    Optional<DiskFile> parent = file.parent().filter(p -> p.disk() == disk);
    remove(file);
    parent.filter(p -> isLeftOver(p) && p.children().isEmpty()).ifPresent(this::drop);
  }

  private void remove(DiskFile file) {
    long size = file.sizeOnDisk();
    if (world.journal().wants(FILE_REMOVE)) {
      world.journal().accept(new StorageEvent.FileRemove(disk, text(file), size));
    }
    all.remove(file);
    file.remove();
    disk.datastore().give(size);
  }

  /** A file takes over what its only child holds. */
  private void merge(DiskFile file) {
    DiskFile child = file.children().get(0);
    long before = file.sizeOnDisk() + child.sizeOnDisk();
    long grains = child.written().size();
    if (world.journal().wants(MERGE)) {
      world.journal().accept(new StorageEvent.Merge(disk, text(child), text(file), grains));
    }
    spend(file, child, grains);
    all.remove(child);
    file.absorb(child);
    succeed(child, file);
    disk.datastore().give(before - file.sizeOnDisk());
  }

  private void spend(DiskFile file, DiskFile child, long grains) {
    DiskWork work = disk.work();
    long others = work.all();
    for (long grain : child.written()) {
      work.countTableReads(file.readTables(grain, grain));
      work.countZeroed(file.zero(grain, grain) * VirtualDisk.GRAINS_ZEROED);
      work.countTableWrites(file.has(grain) ? 0 : 1);
    }
    work.countMerged(grains);
    disk.spend(work.all() - others);
  }

  private void succeed(DiskFile child, DiskFile file) {
    if (child == active) {
      active = file;
    }
    kept.replaceAll((snapshot, had) -> had == child ? file : had);
  }

  private static Value.Text text(DiskFile file) {
    return new Value.Text(file.name());
  }
}
