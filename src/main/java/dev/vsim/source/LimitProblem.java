package dev.vsim.source;

/** Limits that a run met (V07). */
public enum LimitProblem implements Problem {
  /** More steps than allowed. */
  STEPS(
      "V0701",
      "the limit of {0} steps is reached",
      "",
      """
      Every statement and every event is a step.
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  LimitProblem(String code, String template, String help, String explanation) {
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
