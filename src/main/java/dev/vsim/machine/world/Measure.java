package dev.vsim.machine.world;

/**
 * One thing that a rule knows of a page, or of where it stands, when it chooses which page goes.
 *
 * @param what what is known
 * @param amount how much of it; references are counted from 1
 * @param beside what it is held against, where there is something
 */
public record Measure(What what, long amount, double beside) {
  /** What a rule can know. */
  public enum What {
    /** The reference for which the page was loaded. */
    LOADED,
    /** The last reference to it. */
    LAST_USE,
    /** The next reference to it. */
    NEXT_USE,
    /** It will never be referred to again. */
    NO_NEXT_USE,
    /** How often it was referred to, its load included. */
    USES,
    /** How often it was referred to behind its load, as far as that is counted. */
    USES_BEHIND_LOAD,
    /** Its referenced bit. */
    REFERENCED,
    /** Its dirty bit. */
    DIRTY,
    /** SIEVE's visited bit. */
    VISITED,
    /** What a policy of the scenario's own has noted of it, a number or a bit. */
    TAG,
    /** NRU's class, from 0. */
    CLASS,
    /** Aging's history, a bit a tick, the last tick leftmost; beside it the number of bits. */
    HISTORY,
    /** References of its process since it was seen in use; beside it how many make it old. */
    AGE,
    /** The number of its frame. */
    FRAME,
    /** It stands in S3-FIFO's small queue. */
    SMALL_QUEUE,
    /** It stands in S3-FIFO's main queue. */
    MAIN_QUEUE,
    /** It stands in 2Q's A1in, which has so many pages; beside it how many may stay. */
    A1IN,
    /** It stands in 2Q's Am. */
    AM,
    /** It stands in ARC's T1, which has so many pages; beside it T1's target. */
    T1,
    /** It stands in ARC's T2, which has so many pages; beside it T1's target. */
    T2
  }

  /** Something that is held against nothing. */
  public static Measure of(What what, long amount) {
    return new Measure(what, amount, 0);
  }

  /** A bit. */
  public static Measure of(What what, boolean set) {
    return of(what, set ? 1 : 0);
  }
}
