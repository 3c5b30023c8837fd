package dev.vsim.event;

import dev.vsim.value.Subject;
import dev.vsim.value.Value;

/** What happens to virtual disks and their files (machine.md, "Storage"; rules.md R31, R32). */
public sealed interface StorageEvent extends Event {
  /** A guest writes to its disk: into the file that takes writes. */
  @About("disk")
  record DiskWrite(
      Subject subject,
      @As(Format.SIZE) long offset,
      @As(Format.SIZE) long size,
      Value.Text file,
      @Sometimes Value value)
      implements StorageEvent {}

  /**
   * A guest reads from its disk. The file is the one where the look-up ended, where that is the
   * same for all that was read; the value is what the bytes repeat, where they are text.
   */
  @About("disk")
  record DiskRead(
      Subject subject,
      @As(Format.SIZE) long offset,
      @As(Format.SIZE) long size,
      @Sometimes Value.Text file,
      @Sometimes Value value)
      implements StorageEvent {}

  /** What the files of a disk take in its datastore becomes more; the file is the one that grew. */
  @About("disk")
  record Grow(
      Subject subject, @As(Format.SIZE) long from, @As(Format.SIZE) long to, Value.Text file)
      implements StorageEvent {}

  /** A file begins that takes the writes, and leaves its parent as it is. */
  @About("disk")
  record DeltaCreate(Subject subject, Value.Text file, Value.Text parent) implements StorageEvent {}

  /** What a file holds moves into its parent, and the file is gone. */
  @About("disk")
  record Merge(Subject subject, Value.Text file, Value.Text into, long grains)
      implements StorageEvent {}

  /** A disk begins as a copy of what another one holds. */
  @About("disk")
  record DiskCopy(Subject subject, Value.Text file, Subject from, long grains)
      implements StorageEvent {}

  /** A file is gone with what it held. */
  @About("disk")
  @Hidden(group = "files")
  record FileRemove(Subject subject, Value.Text file, @As(Format.SIZE) long size)
      implements StorageEvent {}

  /** The state of a VM is kept: its disks, and its memory if it runs. */
  @About("vm")
  record Snapshot(Subject subject, Value.Text name, boolean memory) implements StorageEvent {}

  /** A VM goes back to a state that was kept. */
  @About("vm")
  record Revert(Subject subject, Value.Text name) implements StorageEvent {}
}
