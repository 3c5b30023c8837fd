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
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  AssertionProblem(String code, String template, String help, String explanation) {
    this.code = code;
    this.template = template;
    this.help = help;
    this.explanation = explanation;
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
