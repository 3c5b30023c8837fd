package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Decision;
import dev.vsim.machine.world.Decisions;
import dev.vsim.machine.world.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy of which somebody wants to know why: it counts references, and says before a page goes
 * what the rule compares.
 */
final class Explained implements ReplacementPolicy, Uses {
  /** More candidates than this are only counted. */
  private static final int SHOWN = 8;

  private final FrameSet frames;
  private final PolicyKind kind;
  private final ReplacementPolicy policy;
  private final Decisions decisions;
  private final boolean seesEveryReference;
  private long[] loadedAt = {};
  private long[] usedAt = {};
  private long references;

  /** How many pages there are to choose among. */
  private int pages;

  Explained(FrameSet frames, PolicyKind kind, ReplacementPolicy policy, Decisions decisions) {
    this.frames = frames;
    this.kind = kind;
    this.policy = policy;
    this.decisions = decisions;
    this.seesEveryReference = policy.seesEveryReference();
  }

  @Override
  public long loadedAt(int frame) {
    return loadedAt[frame];
  }

  @Override
  public long usedAt(int frame) {
    return usedAt[frame];
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public boolean countsReferences() {
    return true;
  }

  @Override
  public void reference() {
    references++;
    if (policy.countsReferences()) {
      policy.reference();
    }
  }

  @Override
  public void wanted(long identity) {
    policy.wanted(identity);
  }

  @Override
  public void load(int frame) {
    loadedAt = frames.reach(loadedAt);
    usedAt = frames.reach(usedAt);
    loadedAt[frame] = references;
    usedAt[frame] = references;
    pages++;
    policy.load(frame);
  }

  @Override
  public void arrived(int frame) {
    policy.arrived(frame);
  }

  @Override
  public void hit(int frame) {
    usedAt[frame] = references;
    if (seesEveryReference) {
      policy.hit(frame);
    }
  }

  @Override
  public void free(int frame) {
    pages--;
    policy.free(frame);
  }

  @Override
  public void spare(int frame) {
    pages++;
    policy.spare(frame);
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return policy.measures(frame, uses);
  }

  @Override
  public int look(int frame) {
    return policy.look(frame);
  }

  @Override
  public int victim() {
    List<Integer> looked = new ArrayList<>();
    List<List<Measure>> measures = new ArrayList<>();
    for (int frame = look(FrameList.NONE);
        frame >= 0 && looked.size() < SHOWN;
        frame = look(frame)) {
      looked.add(frame);
      measures.add(measures(frame, this));
    }
    int victim = policy.victim();
    if (!looked.contains(victim)) {
      looked.add(victim);
      measures.add(measures(victim, this));
    }
    decisions.take(decision(victim, looked, measures, pages - looked.size()));
    pages--;
    return victim;
  }

  private Decision decision(
      int victim, List<Integer> looked, List<List<Measure>> measures, int more) {
    List<Decision.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < looked.size(); i++) {
      int frame = looked.get(i);
      candidates.add(
          new Decision.Candidate(
              frames.subject(frame), frames.page(frame), measures.get(i), frame == victim));
    }
    return new Decision(
        kind.word(),
        frames.subject(victim),
        frames.page(victim),
        candidates,
        more,
        sight(),
        new Decision.Copy(false, FrameTable.NONE));
  }

  private Decision.Sight sight() {
    if (kind.equals(Policies.OPT)) {
      return Decision.Sight.FUTURE;
    }
    boolean byBits = kind.equals(Policies.CLOCK) || kind.equals(Policies.WSCLOCK);
    return seesEveryReference && !byBits ? Decision.Sight.EVERY_REFERENCE : Decision.Sight.BITS;
  }

  @Override
  public Checkpoint checkpoint() {
    Kept.Longs keptLoads = new Kept.Longs(loadedAt);
    Kept.Longs keptUses = new Kept.Longs(usedAt);
    long keptReferences = references;
    return Checkpoint.all(
        policy.checkpoint(),
        Checkpoint.of(
            keptLoads.bytes() + keptUses.bytes(),
            () -> {
              keptLoads.into(loadedAt, 0);
              keptUses.into(usedAt, 0);
              references = keptReferences;
            }));
  }
}
