package dev.vsim.vocabulary;

import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.memory.PolicyOption;
import dev.vsim.machine.world.Measure;
import dev.vsim.text.Numerals;
import dev.vsim.value.Printed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people say of replacement policies: the rule of each, its options, what it compares. */
public final class PolicyWords {
  private static final Map<String, Said> SAID =
      Map.ofEntries(
          entry(
              Policies.FIFO,
              "the page loaded longest ago goes",
              "none: no two pages are loaded at once",
              "Belady, Nelson and Shedler, CACM 1969"),
          entry(
              Policies.LRU,
              "the page used longest ago goes",
              "none: no two pages are used by one reference; a TLB hit is a use like any other",
              "Mattson, Gecsei, Slutz and Traiger, IBM Systems Journal 1970"),
          entry(
              Policies.CLOCK,
              "the first page from the hand on that was not referred to since the hand last passed goes",
              "the hand decides: it clears set bits as it passes, and rests behind the frame that it filled; loading sets the bit unless `set-on-load off`",
              "Corbató, A Paging Experiment with the Multics System, MIT 1968"),
          entry(
              Policies.NRU,
              "of the lowest class by (referenced, dirty) the page in the lowest frame goes",
              "the lowest frame of the class; a tick, before each reference whose number is one more than a multiple of the interval, clears the referenced bits",
              "Tanenbaum and Bos, Modern Operating Systems, 3.4.2"),
          entry(
              Policies.LFU,
              "the page used least since its load goes, among equals the one loaded first",
              "the oldest load; a count begins with 1 at the load and is forgotten when the page goes",
              "Aho, Denning and Ullman, JACM 1971"),
          entry(
              Policies.MRU,
              "the page used last goes",
              "none: no two pages are used by one reference",
              "Chou and DeWitt, VLDB 1985"),
          entry(
              Policies.RANDOM,
              "the page in the frame that the next random number counts to goes",
              "none: the frames of the set are counted upwards, modulo their number, by the generator that `seed` begins",
              "Belady, IBM Systems Journal 1966"),
          entry(
              Policies.AGING,
              "the page with the lowest history goes, among equals the one in the lowest frame",
              "the lowest frame; a loaded page begins with its leftmost bit set; ticks come as those of nru do",
              "Tanenbaum and Bos, Modern Operating Systems, 3.4.7"),
          entry(
              Policies.WSCLOCK,
              "the first clean page from the hand on that is out of its working set goes, else such a dirty one, else a clean one",
              "the hand decides: the first old clean page of a round, else its first old dirty one, else its first clean one, else the page at the hand; old is what its process has not used for more than tau of its references",
              "Carr and Hennessy, SOSP 1981"),
          entry(
              Policies.TWO_QUEUES,
              "of the pages used once the one loaded first goes if they are too many, else the page used longest ago",
              "none: A1in is a queue, Am a list in order of use; A1in gives way while it is longer than its part, or Am is empty",
              "Johnson and Shasha, VLDB 1994"),
          entry(
              Policies.ARC,
              "the page used longest ago goes, of those used once or of those used again, as the ghosts have taught",
              "with T1 exactly at its target T1 gives way if the page that comes was in B2, else T2; the target begins at 0",
              "Megiddo and Modha, FAST 2003"),
          entry(
              Policies.S3_FIFO,
              "the first page in the small queue that was hardly used goes, or the first in the main queue that was not",
              "none: both are queues; the main one gives way while it is longer than its part, or the small one is empty",
              "Yang, Zhang, Qiu, Yue and Vigfusson, SOSP 2023"),
          entry(
              Policies.SIEVE,
              "the first page from the hand on that was not visited goes",
              "the hand decides: from the oldest page to the newest and round again; what is spared keeps its place",
              "Zhang, Yang, Yue, Vigfusson and Rashmi, NSDI 2024"),
          entry(
              Policies.OPT,
              "the page whose next use is farthest goes, of those never used again the one in the lowest frame",
              "pages that are never used again before all others, of those the lowest frame; otherwise none, since no two pages are used by one reference",
              "Belady, IBM Systems Journal 1966"));

  /**
   * What is said of a built-in policy.
   *
   * @param rule which page goes, in one sentence
   * @param ties how it decides where the rule says nothing, and how a page begins
   * @param source where it comes from
   */
  public record Said(String rule, String ties, String source) {}

  private PolicyWords() {}

  private static Map.Entry<String, Said> entry(
      PolicyKind kind, String rule, String ties, String source) {
    return Map.entry(kind.word(), new Said(rule, ties, source));
  }

  /** What is said of a policy, if it is a built-in one. */
  public static Optional<Said> said(String policy) {
    return Optional.ofNullable(SAID.get(policy));
  }

  /** Which page goes by a built-in rule, in one sentence. */
  public static Optional<String> rule(String policy) {
    return said(policy).map(Said::rule);
  }

  /** What an option sets. */
  public static String meaning(PolicyOption option) {
    return switch (option) {
      case SET_ON_LOAD -> "whether loading a page counts as referring to it";
      case INTERVAL ->
          "references of the set between two ticks; as many as it has frames unless given";
      case BITS -> "bits of a page's history, one a tick";
      case TAU ->
          "references of its process for which an unused page belongs to the working set; 4 for each frame unless given";
      case IN -> "the part of the frames for pages used once";
      case OUT -> "the part of the frames for as many of which it remembers who left";
      case SMALL -> "the part of the frames for pages that are new";
      case GHOST -> "the part of the frames for as many of which it remembers who left";
      case PROMOTION -> "uses behind the load that take a page into the main queue";
      case CAP -> "uses that are counted at most";
    };
  }

  /** What a rule compared of a page: {@code used twice, loaded at reference 4}. */
  public static String of(List<Measure> measures) {
    return String.join(", ", measures.stream().map(PolicyWords::of).toList());
  }

  private static String of(Measure measure) {
    long amount = measure.amount();
    return switch (measure.what()) {
      case LOADED -> "loaded at reference " + amount;
      case LAST_USE -> "last used at reference " + amount;
      case NEXT_USE -> "next used at reference " + amount;
      case NO_NEXT_USE -> "never used again";
      case USES -> "used " + times(amount);
      case USES_BEHIND_LOAD ->
          (amount == 0 ? "not used" : "used " + times(amount)) + " since its load";
      case REFERENCED -> "referenced " + amount;
      case DIRTY -> "dirty " + amount;
      case VISITED -> "visited " + amount;
      case TAG -> "tag " + amount;
      case CLASS -> "class " + amount;
      case HISTORY -> "history " + bits(amount, (int) measure.beside());
      case AGE -> "age " + amount + " of " + Printed.real(measure.beside());
      case FRAME -> "in frame " + Printed.hex(amount);
      case SMALL_QUEUE -> "in the small queue";
      case MAIN_QUEUE -> "in the main queue";
      case A1IN ->
          "in A1in (" + pages(amount) + ", " + Printed.real(measure.beside()) + " may stay)";
      case AM -> "in Am";
      case T1 -> "in T1 (" + pages(amount) + target(measure);
      case T2 -> "in T2 (" + pages(amount) + target(measure);
    };
  }

  private static String target(Measure measure) {
    return ", T1's target " + Printed.real(measure.beside()) + ")";
  }

  private static String pages(long number) {
    return Numerals.count(number, "page", "pages");
  }

  private static String times(long number) {
    return number == 1 ? "once" : number == 2 ? "twice" : number + " times";
  }

  private static String bits(long history, int width) {
    String digits = Long.toBinaryString(history);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
