package dev.vsim.kinds;

import dev.vsim.machine.memory.FrameList;
import dev.vsim.machine.memory.FrameSet;
import dev.vsim.machine.memory.PolicyOption;
import dev.vsim.machine.memory.PolicyOptions;
import dev.vsim.machine.memory.ReplacementPolicy;
import dev.vsim.machine.memory.Uses;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Printed;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A policy that a scenario declares, at work in one set of frames: it is told what the machine
 * tells any policy, and its choice is the victim.
 */
final class DeclaredPolicy implements ReplacementPolicy {
  /** What a frame takes of the heap that the policy knows. */
  private static final int BYTES = 64;

  /** No page is wanted: what an address space and a page make is never negative. */
  private static final long NONE = -1;

  private final FrameSet set;
  private final Strategy.Handlers handlers;
  private final Optional<Strategy.Handling> load;
  private final Optional<Strategy.Handling> hit;
  private final Optional<Strategy.Handling> free;
  private final Strategy.Handling victim;
  private final Optional<Strategy.Handling> tick;
  private final boolean counts;
  private final long interval;
  private FrameOf[] frames = {};
  private long untilTick;
  private long wanted = NONE;

  DeclaredPolicy(FrameSet set, PolicyOptions options, Strategy strategy) {
    this.set = set;
    this.handlers = strategy.begin(List.of(new Value.Whole(set.capacity())));
    this.load = handlers.on(PolicySort.LOAD);
    this.hit = handlers.on(PolicySort.HIT);
    this.free = handlers.on(PolicySort.FREE);
    this.victim = handlers.on(PolicySort.VICTIM).orElseThrow();
    this.tick = handlers.on(PolicySort.TICK);
    this.counts = tick.isPresent() || strategy.reads("process");
    this.interval = options.count(PolicyOption.INTERVAL, set.capacity());
    this.untilTick = interval;
  }

  @Override
  public boolean seesEveryReference() {
    return hit.isPresent();
  }

  /** What is read of a process must be counted one by one, as well as ticks. */
  @Override
  public boolean countsReferences() {
    return counts;
  }

  @Override
  public void reference() {
    if (tick.isPresent()) {
      if (untilTick == 0) {
        tick.get().tell();
        untilTick = interval;
      }
      untilTick--;
    }
  }

  @Override
  public void wanted(long identity) {
    wanted = identity;
  }

  @Override
  public void load(int number) {
    wanted = NONE;
    FrameOf frame = frame(number);
    frame.enter();
    if (load.isPresent()) {
      load.get().tell(frame.thing());
    }
  }

  @Override
  public void hit(int number) {
    hit.get().tell(frames[number].thing());
  }

  @Override
  public void free(int number) {
    if (free.isPresent()) {
      free.get().tell(frames[number].thing());
    }
    frames[number].leave();
  }

  @Override
  public int victim() {
    Value page = wanted == NONE ? Value.None.NONE : FrameOf.page(set, wanted);
    FrameOf chosen = (FrameOf) ((Value.Thing) victim.ask(page, this::misfit)).subject();
    chosen.leave();
    return chosen.number();
  }

  /** Why what was chosen cannot be the victim. */
  private Optional<Outcome.Wrong> misfit(Value chosen) {
    if (!(chosen instanceof Value.Thing thing) || !(thing.subject() instanceof FrameOf frame)) {
      return wrong("this is " + Sorts.prose(chosen), "give back one that `load` was told of");
    }
    if (frame.isMember()) {
      return Optional.empty();
    }
    String why = set.isFree(frame.number()) ? " is free" : " holds no page of it";
    return wrong(
        "frame " + Printed.hex(frame.number()) + why,
        "forget a frame when it is the victim, and in `on free(f)`");
  }

  private static Optional<Outcome.Wrong> wrong(String why, String help) {
    return Optional.of(
        new Outcome.Wrong(ActionProblem.NO_VICTIM, Optional.empty(), List.of(why, help)));
  }

  @Override
  public List<Measure> measures(int number, Uses uses) {
    FrameOf frame = frame(number);
    List<Measure> seen = new ArrayList<>();
    seen.add(Measure.of(Measure.What.REFERENCED, frame.referenced()));
    seen.add(Measure.of(Measure.What.DIRTY, frame.dirty()));
    if (frame.tag() instanceof Value.Whole whole) {
      seen.add(Measure.of(Measure.What.TAG, whole.amount()));
    } else if (frame.tag() instanceof Value.Truth truth) {
      seen.add(Measure.of(Measure.What.TAG, truth == Value.Truth.TRUE));
    }
    return seen;
  }

  @Override
  public int look(int number) {
    for (int next = number + 1; next < frames.length; next++) {
      if (frames[next] != null && frames[next].isMember()) {
        return next;
      }
    }
    return FrameList.NONE;
  }

  private FrameOf frame(int number) {
    if (number >= frames.length) {
      int had = frames.length;
      frames = Arrays.copyOf(frames, set.reach());
      set.charge((long) (frames.length - had) * BYTES);
    }
    if (frames[number] == null) {
      frames[number] = new FrameOf(set, number);
    }
    return frames[number];
  }

  /** Its variables, and what it has noted of frames. */
  @Override
  public Checkpoint checkpoint() {
    long keptTick = untilTick;
    List<Value> tags = new ArrayList<>();
    List<Checkpoint> parts = new ArrayList<>();
    List<FrameOf> known = Arrays.stream(frames).filter(Objects::nonNull).toList();
    for (FrameOf frame : known) {
      tags.add(frame.tag());
      parts.add(frame.checkpoint());
    }
    parts.add(handlers.checkpoint(tags));
    parts.add(
        Checkpoint.of(
            (long) known.size() * Long.BYTES,
            () -> {
              untilTick = keptTick;
              forgetOthers(known);
            }));
    return Checkpoint.all(parts);
  }

  /** Frames that were not known then hold no page of the set. */
  private void forgetOthers(List<FrameOf> known) {
    for (FrameOf frame : frames) {
      if (frame != null && !known.contains(frame)) {
        frame.leave();
      }
    }
  }
}
