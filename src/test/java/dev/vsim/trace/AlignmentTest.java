package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Sequences of letters: what is wanted and what was found, from their first difference on. */
class AlignmentTest {
  @Test
  void oneElementHasChanged() {
    assertAligned(1, 1, "a", "x");
    assertAligned(1, 1, "abc", "xbc");
    assertAligned(1, 1, "ab", "xb");
  }

  @Test
  void someAreMissing() {
    assertAligned(1, 0, "abc", "bc");
    assertAligned(2, 0, "aabc", "bc");
    assertAligned(3, 0, "abc", "");
    assertAligned(1, 0, "ab", "b");
  }

  @Test
  void someAreExtra() {
    assertAligned(0, 1, "bc", "abc");
    assertAligned(0, 3, "bcd", "xyxbcd");
    assertAligned(0, 2, "", "xy");
  }

  @Test
  void oneAgreementThatDoesNotLastIsNone() {
    assertAligned(0, 4, "abc", "xayzabc");
  }

  @Test
  void withoutAgreementOneHasChanged() {
    assertAligned(1, 1, "abcdef", "uvwxyz");
    int far = Alignment.REACH + 1;
    assertAligned(1, 1, "abc", "x".repeat(far) + "abc");
    assertAligned(0, Alignment.REACH, "abc", "x".repeat(Alignment.REACH) + "abc");
  }

  private static void assertAligned(int missing, int extra, String wanted, String found) {
    assertEquals(
        new Alignment(missing, extra),
        Alignment.of(
            wanted.length(), found.length(), (w, f) -> wanted.charAt(w) == found.charAt(f)));
  }
}
