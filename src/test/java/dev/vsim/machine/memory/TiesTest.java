package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.event.Op;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a rule finds several pages equal, which of them goes. */
final class TiesTest {
  /** References as letters: small ones read, capital ones write. */
  private static String victims(PolicyChoice policy, int frames, String references) {
    Told told = Told.only("evict");
    Hosts.twice(told, machine -> make(Hosts.host(machine, frames, policy).init(), references));
    StringBuilder victims = new StringBuilder();
    for (String line : told.lines()) {
      victims.append((char) ('a' + Integer.decode(line.split(" ", -1)[3])));
    }
    return victims.toString();
  }

  private static void make(Process process, String references) {
    for (int i = 0; i < references.length(); i++) {
      char c = references.charAt(i);
      process.accessPage(
          Character.toLowerCase(c) - 'a', Character.isUpperCase(c) ? Op.WRITE : Op.READ);
    }
  }

  private static PolicyChoice with(PolicyKind kind, PolicyOption option, double value) {
    return new PolicyChoice(kind, new PolicyOptions(Map.of(option, value)));
  }

  private static String victims(PolicyKind kind, int frames, String references) {
    return victims(PolicyChoice.of(kind), frames, references);
  }

  @Test
  void lruAndFifoDifferWhereAPageIsUsedAgain() {
    assertEquals("b", victims(Policies.LRU, 3, "abcad"));
    assertEquals("a", victims(Policies.FIFO, 3, "abcad"));
  }

  @Test
  void mruTakesTheLastUsedAndNotTheLastLoaded() {
    assertEquals("a", victims(Policies.MRU, 3, "abcad"));
  }

  @Test
  void clockWithAllBitsSetTakesTheFirstFromTheHand() {
    assertEquals("ab", victims(Policies.CLOCK, 3, "abcde"));
    assertEquals("abc", victims(Policies.CLOCK, 3, "abcdef"));
  }

  @Test
  void clockSparesOnlyWhatWasUsedAfterItsLoadIfLoadingSetsNothing() {
    PolicyChoice off = with(Policies.CLOCK, PolicyOption.SET_ON_LOAD, 0);
    assertEquals("b", victims(off, 3, "abcad"));
    assertEquals("a", victims(Policies.CLOCK, 3, "abcad"));
  }

  @Test
  void nruTakesTheLowestFrameOfAClass() {
    assertEquals(
        "a", victims(Policies.NRU, 3, "abcd"), "all are of class 2 before the first tick's effect");
    assertEquals(
        "b",
        victims(Policies.NRU, 3, "Abcd"),
        "after the tick b and c are of class 0, A of class 1");
  }

  @Test
  void nruPutsReferencedBeforeDirty() {
    PolicyChoice ofThree = with(Policies.NRU, PolicyOption.INTERVAL, 3);
    assertEquals(
        "a",
        victims(ofThree, 3, "AbcbcD"),
        "not referenced and dirty goes before referenced and clean");
  }

  @Test
  void nruTicksBeforeTheReferenceBehindAnInterval() {
    PolicyChoice ofFour = with(Policies.NRU, PolicyOption.INTERVAL, 4);
    assertEquals(
        "b",
        victims(ofFour, 3, "abcaad"),
        "the tick before the fifth reference; a was used after it");
    PolicyChoice ofFive = with(Policies.NRU, PolicyOption.INTERVAL, 5);
    assertEquals(
        "a",
        victims(ofFive, 3, "abcaad"),
        "the tick before the sixth reference; nobody was used after it");
  }

  @Test
  void lfuTakesTheOldestLoadAmongEquals() {
    assertEquals("b", victims(Policies.LFU, 3, "abcacbbad".replace("bb", "")), "b was used once");
    assertEquals(
        "a", victims(Policies.LFU, 3, "abccbad"), "all were used twice; a was loaded first");
  }

  @Test
  void lfuForgetsTheCountOfWhoLeaves() {
    assertEquals("cdc", victims(Policies.LFU, 3, "aaabbbcdcd"));
  }

  @Test
  void agingTakesTheLowestFrameAmongEquals() {
    assertEquals("a", victims(Policies.AGING, 3, "abcd"));
  }

  @Test
  void agingKnowsOlderUsesThanTheLastTick() {
    PolicyChoice ofThree = with(Policies.AGING, PolicyOption.INTERVAL, 3);
    assertEquals("c", victims(ofThree, 3, "abcabbabad"), "c was not used since the first tick");
  }

  @Test
  void wsclockTakesTheFirstCleanPageFromTheHandWhenNoneIsOld() {
    assertEquals("b", victims(Policies.WSCLOCK, 3, "Abcd"));
    assertEquals("a", victims(Policies.WSCLOCK, 3, "ABCd"), "none is clean: the one at the hand");
  }

  @Test
  void wsclockPrefersAnOldCleanPageToAnOldDirtyOne() {
    PolicyChoice two = with(Policies.WSCLOCK, PolicyOption.TAU, 2);
    assertEquals(
        "ac",
        victims(two, 3, "aBcdddde"),
        "a goes while nobody is old; then the hand passes B for c");
  }

  @Test
  void randomCountsFramesUpwards() {
    // SplitMix64 from seed 0 begins with 0xe220a8397b1dcdaf, which is 1 modulo 3.
    assertEquals(1, Long.remainderUnsigned(0xe220a8397b1dcdafL, 3));
    assertEquals("b", victims(Policies.RANDOM, 3, "abcd"));
  }

  @Test
  void twoQueuesTakesFromTheQueueUntilItIsShort() {
    assertEquals("abc", victims(Policies.TWO_QUEUES, 4, "abcdefg"));
    assertEquals(
        "abcd", victims(Policies.TWO_QUEUES, 4, "abcdefbg"), "b comes back: it is of Am now");
  }

  @Test
  void arcTakesFromPagesUsedOnce() {
    assertEquals("b", victims(Policies.ARC, 3, "abcacd"));
    assertEquals(
        "ba",
        victims(Policies.ARC, 3, "abcacdb"),
        "b comes out of B1: T1 may keep d, T2's first goes");
  }

  @Test
  void s3FifoPromotesAtTwoUses() {
    assertEquals("b", victims(Policies.S3_FIFO, 3, "abcaad"));
    assertEquals("a", victims(Policies.S3_FIFO, 3, "abcad"), "one use is too few");
  }

  @Test
  void sieveLeavesWhatItSparesInItsPlace() {
    assertEquals("b", victims(Policies.SIEVE, 3, "abcad"));
    assertEquals("bc", victims(Policies.SIEVE, 3, "abcade"), "the hand goes on where it was");
  }

  @Test
  void optTakesNeverUsedAgainFirstThenTheLowestFrame() {
    assertEquals("b", victims(Policies.OPT, 3, "abcdca"));
    assertEquals("a", victims(Policies.OPT, 3, "abcd"), "nobody is used again");
    assertEquals(
        "ca", victims(Policies.OPT, 3, "abcdabc"), "c is the farthest; then nobody is used again");
  }

  @Test
  void everyPolicyIsInTheList() {
    assertEquals(
        List.of(
            "fifo", "lru", "clock", "nru", "lfu", "mru", "random", "aging", "wsclock", "2q", "arc",
            "s3-fifo", "sieve", "opt"),
        Policies.ALL.stream().map(PolicyKind::word).toList());
  }
}
