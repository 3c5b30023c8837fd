package dev.vsim.kinds;

import dev.vsim.machine.memory.FrameSet;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.value.Printed;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;

/**
 * A frame as a strategy sees it that chooses among the frames of a set. It is the same frame for
 * ever; what page is in it, and whether any of the set's, changes.
 */
final class FrameOf implements Subject {
  private final FrameSet set;
  private final int number;
  private final Value.Thing thing;
  private boolean member;
  private Value tag = Value.None.NONE;

  FrameOf(FrameSet set, int number) {
    this.set = set;
    this.number = number;
    this.thing = new Value.Thing("frame", this);
  }

  @Override
  public String path() {
    return "frame " + Printed.hex(number);
  }

  @Override
  public String kind() {
    return "frame";
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  /** Itself as a value. */
  Value.Thing thing() {
    return thing;
  }

  int number() {
    return number;
  }

  /** Whether a page of the set is in it. */
  boolean isMember() {
    return member;
  }

  /** Another page of the set is in it: nothing is noted of that one yet. */
  void enter() {
    member = true;
    tag = Value.None.NONE;
  }

  /** Its page has gone. */
  void leave() {
    member = false;
  }

  Value page() {
    return member ? page(set, set.identity(number)) : Value.None.NONE;
  }

  /** A page by its name, which may be in no frame; none for a VM's, which is no process's. */
  static Value page(FrameSet set, long identity) {
    return set.processOf(identity)
        .<Value>map(p -> new Value.Thing("page", PageOf.of(p, set.pageOf(identity))))
        .orElse(Value.None.NONE);
  }

  boolean referenced() {
    return member && set.referenced(number);
  }

  /** Only a bit that is set can be cleared: there are no translations to be dropped else. */
  void referenced(boolean value) {
    if (member && value) {
      set.markReferenced(number);
    } else if (member && set.referenced(number)) {
      set.clearReferenced(number);
    }
  }

  boolean dirty() {
    return member && set.dirty(number);
  }

  void dirty(boolean value) {
    if (member && value) {
      set.markDirty(number);
    } else if (member && set.dirty(number)) {
      set.clearDirty(number);
    }
  }

  Value tag() {
    return tag;
  }

  void tag(Value value) {
    tag = value;
  }

  /** Whether a page of the set is in it, and what is noted of that. */
  Checkpoint checkpoint() {
    boolean keptMember = member;
    Value keptTag = tag;
    return Checkpoint.of(
        Long.BYTES,
        () -> {
          member = keptMember;
          tag = keptTag;
        });
  }
}
