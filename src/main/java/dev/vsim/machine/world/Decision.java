package dev.vsim.machine.world;

import dev.vsim.value.Subject;
import java.util.List;

/**
 * Why a page went: which rule, and what it compared.
 *
 * @param policy the rule's name
 * @param process whose page went
 * @param page which
 * @param candidates some of the pages that could have gone, in the order in which the rule looks at
 *     them; the one that went is among them
 * @param more how many more there were
 * @param sight what the rule knew
 * @param copy what became of the page's contents
 */
public record Decision(
    String policy,
    Subject process,
    long page,
    List<Candidate> candidates,
    int more,
    Sight sight,
    Copy copy) {

  /** A page that could have gone. */
  public record Candidate(Subject process, long page, List<Measure> measures, boolean goes) {}

  /** What a rule knows of the references. */
  public enum Sight {
    /** What a kernel can know: loads, and the bits that hardware sets. */
    BITS,
    /** Every reference, which no hardware tells. */
    EVERY_REFERENCE,
    /** Those to come. */
    FUTURE
  }

  /**
   * What became of the contents.
   *
   * @param dirty whether they were written
   * @param slot where they are in swap, or −1
   */
  public record Copy(boolean dirty, int slot) {}

  Decision with(Copy known) {
    return new Decision(policy, process, page, candidates, more, sight, known);
  }
}
