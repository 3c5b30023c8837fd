package dev.vsim.machine.memory;

import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.Notes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-in replacement policies; a new one is a class and a line here. */
public final class Policies {
  public static final PolicyKind FIFO = new PolicyKind("fifo", Fifo::new);
  public static final PolicyKind LRU = new PolicyKind("lru", Lru::new);
  public static final PolicyKind CLOCK =
      new PolicyKind("clock", ClockPolicy::new, Set.of(PolicyOption.SET_ON_LOAD));
  public static final PolicyKind NRU =
      new PolicyKind("nru", Nru::new, Set.of(PolicyOption.INTERVAL));
  public static final PolicyKind LFU = new PolicyKind("lfu", Lfu::new);
  public static final PolicyKind MRU = new PolicyKind("mru", Mru::new);
  public static final PolicyKind RANDOM = new PolicyKind("random", RandomPolicy::new);
  public static final PolicyKind AGING =
      new PolicyKind("aging", Aging::new, Set.of(PolicyOption.INTERVAL, PolicyOption.BITS));
  public static final PolicyKind WSCLOCK =
      new PolicyKind("wsclock", WsClock::new, Set.of(PolicyOption.TAU));
  public static final PolicyKind TWO_QUEUES =
      new PolicyKind("2q", TwoQueues::new, Set.of(PolicyOption.IN, PolicyOption.OUT));
  public static final PolicyKind ARC = new PolicyKind("arc", Arc::new);
  public static final PolicyKind S3_FIFO =
      new PolicyKind(
          "s3-fifo",
          S3Fifo::new,
          Set.of(PolicyOption.SMALL, PolicyOption.GHOST, PolicyOption.PROMOTION, PolicyOption.CAP));
  public static final PolicyKind SIEVE = new PolicyKind("sieve", Sieve::new);

  public static final PolicyKind OPT = new PolicyKind("opt", Policies::opt);

  /** All of them, in the order in which they are documented. */
  public static final List<PolicyKind> ALL =
      List.of(
          FIFO,
          LRU,
          CLOCK,
          NRU,
          LFU,
          MRU,
          RANDOM,
          AGING,
          WSCLOCK,
          TWO_QUEUES,
          ARC,
          S3_FIFO,
          SIEVE,
          OPT);

  private Policies() {}

  private static ReplacementPolicy opt(FrameSet frames, PolicyOptions options) {
    Notes notes = frames.foresight().next(frames.budget());
    return frames.foresight().stage() == Foresight.Stage.KNOWING
        ? new Opt(frames, notes)
        : new OptRehearsal(frames, options, notes);
  }

  public static Optional<PolicyKind> named(String word) {
    return ALL.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The names of the policies that have an option. */
  public static List<String> with(PolicyOption option) {
    return ALL.stream()
        .filter(kind -> kind.options().contains(option))
        .map(PolicyKind::word)
        .toList();
  }
}
