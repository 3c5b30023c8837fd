package dev.vsim.event;

import dev.vsim.value.Subject;
import dev.vsim.value.Value;

/**
 * What happens to the virtual memory of one process (machine.md, "Physical memory"; rules.md R1).
 */
public sealed interface MemoryEvent extends Event {
  /** An instruction refers to memory. */
  @About("process")
  record Access(Subject subject, Op op, @As(Format.HEX) long va) implements MemoryEvent {}

  /** The address taken apart. */
  @About("process")
  @Hidden(group = "steps")
  record Split(Subject subject, @As(Format.PAGE) long page, @As(Format.HEX) long offset)
      implements MemoryEvent {}

  /** The translation was cached. */
  @About("process")
  record TlbHit(Subject subject, @As(Format.PAGE) long page) implements MemoryEvent {}

  /** The translation was not cached: a walk follows. */
  @About("process")
  record TlbMiss(Subject subject, @As(Format.PAGE) long page) implements MemoryEvent {}

  /** One table was read; {@code table} says whose where a VM's walk is two-dimensional. */
  @About("process")
  @Hidden
  record Walk(
      Subject subject, int level, int index, @As(Format.HEX) long entry, @Sometimes WalkTable table)
      implements MemoryEvent {}

  /** The tables that a VM's walks read: two in two dimensions, or the one that shadows them. */
  enum WalkTable {
    GUEST,
    EPT,
    SHADOW
  }

  /** Translations were dropped from a TLB. */
  @About("process")
  @Hidden
  record TlbFlush(Subject subject, @As(Format.PAGE) long page, int targets)
      implements MemoryEvent {}

  /**
   * The processor raises an exception or takes an interrupt; shown as a step of a fault when its
   * vector is 14.
   */
  @About({"process", "vcpu", "host"})
  @Hidden(group = "steps")
  record Interrupt(
      Subject subject,
      @Sometimes @As(Format.VECTOR) long vector,
      @Sometimes @As(Format.HEX) long error,
      @Sometimes long scause)
      implements MemoryEvent, Quiet {
    private static final int PAGE_FAULT = 14;

    /** An x86's. */
    public Interrupt(Subject subject, long vector, long error) {
      this(subject, vector, error, ABSENT);
    }

    @Override
    public boolean quiet() {
      return vector == PAGE_FAULT || scause != ABSENT;
    }
  }

  /**
   * A walk ended without a usable entry; what the kernel does about it follows (R1). An x86 tells
   * an error code, RISC-V a cause.
   */
  @About("process")
  record PageFault(
      Subject subject,
      @As(Format.HEX) long va,
      Cause cause,
      @Sometimes @As(Format.HEX) long error,
      @Sometimes long scause,
      @Sometimes boolean again)
      implements MemoryEvent {
    /** An x86's. */
    public PageFault(Subject subject, long va, Cause cause, long error, boolean again) {
      this(subject, va, cause, error, ABSENT, again);
    }
  }

  /** The kernel takes a free, zeroed frame for a page. */
  @About("process")
  record FrameAlloc(
      Subject subject,
      @As(Format.PAGE) long page,
      @As(Format.HEX) long frame,
      @Sometimes @As(Format.SIZE) long size)
      implements MemoryEvent {}

  /** The policy's victim loses its frame. */
  @About("process")
  record Evict(
      Subject subject, @As(Format.PAGE) long page, @As(Format.HEX) long frame, boolean dirty)
      implements MemoryEvent {}

  /** A dirty page is written to its slot. */
  @About("process")
  record SwapOut(Subject subject, @As(Format.PAGE) long page, long slot) implements MemoryEvent {}

  /** A page is read back from its slot. */
  @About("process")
  record SwapIn(Subject subject, @As(Format.PAGE) long page, long slot) implements MemoryEvent {}

  /** A shared page gets a copy of its own. */
  @About("process")
  record CopyPage(
      Subject subject,
      @As(Format.PAGE) long page,
      @As(Format.HEX) long frame,
      @As(Format.HEX) long from)
      implements MemoryEvent {}

  /** The kernel writes the page table entry. */
  @About("process")
  @Hidden(group = "steps")
  record PteUpdate(Subject subject, @As(Format.PAGE) long page, @As(Format.HEX) long entry)
      implements MemoryEvent {}

  /** The instruction that faulted runs again. */
  @About("process")
  @Hidden(group = "steps")
  record Retry(Subject subject, @As(Format.HEX) long va) implements MemoryEvent {}

  /** Where the access ended: on a host {@code va pa}, in a VM {@code gva gpa hpa}. */
  @About("process")
  record Translate(
      Subject subject,
      @Sometimes @As(Format.HEX) long va,
      @Sometimes @As(Format.HEX) long pa,
      @Sometimes @As(Format.HEX) long gva,
      @Sometimes @As(Format.HEX) long gpa,
      @Sometimes @As(Format.HEX) long hpa)
      implements MemoryEvent {
    /** A host process's address. */
    public static Translate onHost(Subject subject, long va, long pa) {
      return new Translate(subject, va, pa, ABSENT, ABSENT, ABSENT);
    }

    /** A guest process's address, through both tables. */
    public static Translate inGuest(Subject subject, long gva, long gpa, long hpa) {
      return new Translate(subject, ABSENT, ABSENT, gva, gpa, hpa);
    }
  }

  /** Bytes were read: a little-endian number, or text where text was asked for. */
  @About("process")
  record Read(Subject subject, @As(Format.HEX) long va, Value value) implements MemoryEvent {}

  /** Bytes were written: a little-endian number, or text by its UTF-8 bytes. */
  @About("process")
  record Write(Subject subject, @As(Format.HEX) long va, Value value) implements MemoryEvent {}

  /** A general-protection fault, vector 13. */
  @About({"process", "vcpu"})
  record GpFault(Subject subject, @As(Format.VECTOR) int vector) implements MemoryEvent {}

  /** The process ends for a reference it may not make. */
  @About("process")
  record Segfault(Subject subject, @As(Format.HEX) long va) implements MemoryEvent {}

  /** A process is ended from outside; what its pages had, resident or in swap, is free. */
  @About("process")
  record Kill(Subject subject, long pages) implements MemoryEvent {}

  /** The kernel ends a process because nothing else can be freed (R13). */
  @About("process")
  record OutOfMemory(Subject subject, Subject process, long pages) implements MemoryEvent {}

  /** Another process's tables are loaded. */
  @About({"host", "vm"})
  record ContextSwitch(Subject subject, Subject from, Subject to) implements MemoryEvent {}

  /** A replayed trace is over; its references made no events of their own (R40). */
  @About("process")
  record ReplayEnd(
      Subject subject,
      long references,
      long faults,
      long hits,
      long evictions,
      long swapOuts,
      long swapIns,
      @As(Format.DURATION) long time)
      implements MemoryEvent {}
}
