package dev.vsim.source;

/**
 * One kind of mistake that a user can make, with its stable code. The catalogue is the enums that
 * implement this, a family each: {@link SyntaxProblem}, {@link FormProblem} and {@link
 * HabitProblem} V01, {@link NameProblem} V02, {@link TypeProblem} V03, {@link ActionProblem} V04,
 * {@link AssertionProblem} V05, {@link FileProblem} V06, {@link LimitProblem} V07, {@link
 * ProcessorProblem} V08, {@link NetProblem} V09, {@link DeviceProblem} V11, {@link GradeProblem}
 * V12.
 */
public interface Problem {
  /** The stable code, {@code V0203}. */
  String code();

  /**
   * One sentence without a full stop; {@code {0}}, {@code {1}} stand for what this case is about.
   */
  String template();

  /** What to do, with the same placeholders, or an empty string where the sentence says it all. */
  String help();

  /** The long text of {@code vsim explain CODE}: why it is so, a wrong example, a right one. */
  String explanation();

  default Severity severity() {
    return Severity.ERROR;
  }

  /** How bad it is: an error refuses the scenario, a warning does not. */
  enum Severity {
    ERROR,
    WARNING
  }
}
