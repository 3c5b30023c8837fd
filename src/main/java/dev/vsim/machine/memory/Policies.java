package dev.vsim.machine.memory;

import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.Notes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-in replacement policies; a new one is a class and a line here. */
public final class Policies {
  public static final PolicyKind FIFO =
      new PolicyKind("fifo", "the page loaded longest ago goes", Fifo::new);
  public static final PolicyKind LRU =
      new PolicyKind("lru", "the page used longest ago goes", Lru::new);
  public static final PolicyKind CLOCK =
      new PolicyKind(
          "clock",
          "the first page from the hand on that was not referred to since the hand last passed goes",
          ClockPolicy::new,
          Set.of(PolicyOption.SET_ON_LOAD));
  public static final PolicyKind NRU =
      new PolicyKind(
          "nru",
          "of the lowest class by (referenced, dirty) the page in the lowest frame goes",
          Nru::new,
          Set.of(PolicyOption.INTERVAL));
  public static final PolicyKind LFU =
      new PolicyKind(
          "lfu",
          "the page used least since its load goes, among equals the one loaded first",
          Lfu::new);
  public static final PolicyKind MRU = new PolicyKind("mru", "the page used last goes", Mru::new);
  public static final PolicyKind RANDOM =
      new PolicyKind(
          "random",
          "the page in the frame that the next random number counts to goes",
          RandomPolicy::new);
  public static final PolicyKind AGING =
      new PolicyKind(
          "aging",
          "the page with the lowest history goes, among equals the one in the lowest frame",
          Aging::new,
          Set.of(PolicyOption.INTERVAL, PolicyOption.BITS));
  public static final PolicyKind WSCLOCK =
      new PolicyKind(
          "wsclock",
          "the first clean page from the hand on that is out of its working set goes, else such a dirty one, else a clean one",
          WsClock::new,
          Set.of(PolicyOption.TAU));
  public static final PolicyKind TWO_QUEUES =
      new PolicyKind(
          "2q",
          "of the pages used once the one loaded first goes if they are too many, else the page used longest ago",
          TwoQueues::new,
          Set.of(PolicyOption.IN, PolicyOption.OUT));
  public static final PolicyKind ARC =
      new PolicyKind(
          "arc",
          "the page used longest ago goes, of those used once or of those used again, as the ghosts have taught",
          Arc::new);
  public static final PolicyKind S3_FIFO =
      new PolicyKind(
          "s3-fifo",
          "the first page in the small queue that was hardly used goes, or the first in the main queue that was not",
          S3Fifo::new,
          Set.of(PolicyOption.SMALL, PolicyOption.GHOST, PolicyOption.PROMOTION, PolicyOption.CAP));
  public static final PolicyKind SIEVE =
      new PolicyKind(
          "sieve", "the first page from the hand on that was not visited goes", Sieve::new);

  public static final PolicyKind OPT =
      new PolicyKind(
          "opt",
          "the page whose next use is farthest goes, of those never used again the one in the lowest frame",
          Policies::opt);

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
