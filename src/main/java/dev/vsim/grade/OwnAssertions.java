package dev.vsim.grade;

/**
 * What came of the assertions that a submission itself makes: reported, never counted.
 *
 * @param held how many held
 * @param failed how many did not
 * @param remark what to say of the first that did not, or of how the run ended, or empty
 * @param trace what the submission prints when it runs by itself, shortened, or empty
 */
public record OwnAssertions(long held, long failed, String remark, String trace) {
  /** Nothing was run. */
  public static final OwnAssertions NONE = new OwnAssertions(0, 0, "", "");

  /** A sentence, or nothing where the submission asserts nothing. */
  public String sentence() {
    if (held + failed == 0 && remark.isEmpty()) {
      return "";
    }
    String counted = "your own assertions: " + held + " hold, " + failed + " fail";
    return remark.isEmpty() ? counted : counted + " (" + remark + ")";
  }
}
