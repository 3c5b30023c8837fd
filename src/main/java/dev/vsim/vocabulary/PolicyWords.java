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
  private static final Map<String, String> RULES =
      Map.ofEntries(
          entry(Policies.FIFO, "the page loaded longest ago goes"),
          entry(Policies.LRU, "the page used longest ago goes"),
          entry(
              Policies.CLOCK,
              "the first page from the hand on that was not referred to since the hand last passed goes"),
          entry(
              Policies.NRU,
              "of the lowest class by (referenced, dirty) the page in the lowest frame goes"),
          entry(
              Policies.LFU,
              "the page used least since its load goes, among equals the one loaded first"),
          entry(Policies.MRU, "the page used last goes"),
          entry(
              Policies.RANDOM, "the page in the frame that the next random number counts to goes"),
          entry(
              Policies.AGING,
              "the page with the lowest history goes, among equals the one in the lowest frame"),
          entry(
              Policies.WSCLOCK,
              "the first clean page from the hand on that is out of its working set goes, else such a dirty one, else a clean one"),
          entry(
              Policies.TWO_QUEUES,
              "of the pages used once the one loaded first goes if they are too many, else the page used longest ago"),
          entry(
              Policies.ARC,
              "the page used longest ago goes, of those used once or of those used again, as the ghosts have taught"),
          entry(
              Policies.S3_FIFO,
              "the first page in the small queue that was hardly used goes, or the first in the main queue that was not"),
          entry(Policies.SIEVE, "the first page from the hand on that was not visited goes"),
          entry(
              Policies.OPT,
              "the page whose next use is farthest goes, of those never used again the one in the lowest frame"));

  private PolicyWords() {}

  private static Map.Entry<String, String> entry(PolicyKind kind, String rule) {
    return Map.entry(kind.word(), rule);
  }

  /** Which page goes by a built-in rule, and how ties are decided, in one sentence. */
  public static Optional<String> rule(String policy) {
    return Optional.ofNullable(RULES.get(policy));
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
