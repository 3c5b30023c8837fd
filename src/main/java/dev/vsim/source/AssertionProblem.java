package dev.vsim.source;

/** Assertions that can never hold or say nothing (V05). */
public enum AssertionProblem implements Problem {
  /** A field that the event does not have. */
  UNKNOWN_FIELD(
      "V0501",
      "`{0}` has no field `{1}`",
      "",
      """
      Each event has its own fields.
      """),
  /** A negative window in which nothing happened at all. */
  EMPTY_WINDOW(
      Severity.WARNING,
      "V0510",
      "nothing at all happened {0}, so this says nothing about `{1}`",
      "",
      """
      `expect no P` and `expect N P` look from the cursor to now.
      """);

  private final Severity severity;
  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  AssertionProblem(String code, String template, String help, String explanation) {
    this(Severity.ERROR, code, template, help, explanation);
  }

  AssertionProblem(
      Severity severity, String code, String template, String help, String explanation) {
    this.severity = severity;
    this.code = code;
    this.template = template;
    this.help = help;
    this.explanation = explanation;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public String explanation() {
    return explanation;
  }
}
