package dev.vsim.machine.memory;

import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.Notes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-in replacement policies; a new one is a class and a line here. */
public final class Policies {
  public static final PolicyKind FIFO =
      new PolicyKind("fifo", "the page loaded longest ago goes", Fifo::new)
          .with("none: no two pages are loaded at once", "Belady, Nelson and Shedler, CACM 1969");
  public static final PolicyKind LRU =
      new PolicyKind("lru", "the page used longest ago goes", Lru::new)
          .with(
              "none: no two pages are used by one reference; a TLB hit is a use like any other",
              "Mattson, Gecsei, Slutz and Traiger, IBM Systems Journal 1970");
  public static final PolicyKind CLOCK =
      new PolicyKind(
              "clock",
              "the first page from the hand on that was not referred to since the hand last passed goes",
              ClockPolicy::new,
              Set.of(PolicyOption.SET_ON_LOAD))
          .with(
              "the hand decides: it clears set bits as it passes, and rests behind the frame that it filled; loading sets the bit unless `set-on-load off`",
              "Corbató, A Paging Experiment with the Multics System, MIT 1968");
  public static final PolicyKind NRU =
      new PolicyKind(
              "nru",
              "of the lowest class by (referenced, dirty) the page in the lowest frame goes",
              Nru::new,
              Set.of(PolicyOption.INTERVAL))
          .with(
              "the lowest frame of the class; a tick, before each reference whose number is one more than a multiple of the interval, clears the referenced bits",
              "Tanenbaum and Bos, Modern Operating Systems, 3.4.2");
  public static final PolicyKind LFU =
      new PolicyKind(
              "lfu",
              "the page used least since its load goes, among equals the one loaded first",
              Lfu::new)
          .with(
              "the oldest load; a count begins with 1 at the load and is forgotten when the page goes",
              "Aho, Denning and Ullman, JACM 1971");
  public static final PolicyKind MRU =
      new PolicyKind("mru", "the page used last goes", Mru::new)
          .with("none: no two pages are used by one reference", "Chou and DeWitt, VLDB 1985");
  public static final PolicyKind RANDOM =
      new PolicyKind(
              "random",
              "the page in the frame that the next random number counts to goes",
              RandomPolicy::new)
          .with(
              "none: the frames of the set are counted upwards, modulo their number, by the generator that `seed` begins",
              "Belady, IBM Systems Journal 1966");
  public static final PolicyKind AGING =
      new PolicyKind(
              "aging",
              "the page with the lowest history goes, among equals the one in the lowest frame",
              Aging::new,
              Set.of(PolicyOption.INTERVAL, PolicyOption.BITS))
          .with(
              "the lowest frame; a loaded page begins with its leftmost bit set; ticks come as those of nru do",
              "Tanenbaum and Bos, Modern Operating Systems, 3.4.7");
  public static final PolicyKind WSCLOCK =
      new PolicyKind(
              "wsclock",
              "the first clean page from the hand on that is out of its working set goes, else such a dirty one, else a clean one",
              WsClock::new,
              Set.of(PolicyOption.TAU))
          .with(
              "the hand decides: the first old clean page of a round, else its first old dirty one, else its first clean one, else the page at the hand; old is what its process has not used for more than tau of its references",
              "Carr and Hennessy, SOSP 1981");
  public static final PolicyKind TWO_QUEUES =
      new PolicyKind(
              "2q",
              "of the pages used once the one loaded first goes if they are too many, else the page used longest ago",
              TwoQueues::new,
              Set.of(PolicyOption.IN, PolicyOption.OUT))
          .with(
              "none: A1in is a queue, Am a list in order of use; A1in gives way while it is longer than its part, or Am is empty",
              "Johnson and Shasha, VLDB 1994");
  public static final PolicyKind ARC =
      new PolicyKind(
              "arc",
              "the page used longest ago goes, of those used once or of those used again, as the ghosts have taught",
              Arc::new)
          .with(
              "with T1 exactly at its target T1 gives way if the page that comes was in B2, else T2; the target begins at 0",
              "Megiddo and Modha, FAST 2003");
  public static final PolicyKind S3_FIFO =
      new PolicyKind(
              "s3-fifo",
              "the first page in the small queue that was hardly used goes, or the first in the main queue that was not",
              S3Fifo::new,
              Set.of(
                  PolicyOption.SMALL, PolicyOption.GHOST, PolicyOption.PROMOTION, PolicyOption.CAP))
          .with(
              "none: both are queues; the main one gives way while it is longer than its part, or the small one is empty",
              "Yang, Zhang, Qiu, Yue and Vigfusson, SOSP 2023");
  public static final PolicyKind SIEVE =
      new PolicyKind(
              "sieve", "the first page from the hand on that was not visited goes", Sieve::new)
          .with(
              "the hand decides: from the oldest page to the newest and round again; what is spared keeps its place",
              "Zhang, Yang, Yue, Vigfusson and Rashmi, NSDI 2024");

  public static final PolicyKind OPT =
      new PolicyKind(
              "opt",
              "the page whose next use is farthest goes, of those never used again the one in the lowest frame",
              Policies::opt)
          .with(
              "pages that are never used again before all others, of those the lowest frame; otherwise none, since no two pages are used by one reference",
              "Belady, IBM Systems Journal 1966");

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
