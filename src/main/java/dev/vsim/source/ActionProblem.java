package dev.vsim.source;

/** What a statement asks of the machine and cannot mean (V04). */
public enum ActionProblem implements Problem {
  /** An object is read before it is declared. */
  NOT_THERE(
      "V0401",
      "there is no `{0}` at this point",
      "",
      """
      An object exists from its declaration on.
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  ActionProblem(String code, String template, String help, String explanation) {
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
