package dev.vsim.source;

/** What cannot be read as the language: characters, brackets, statements (V01). */
public enum SyntaxProblem implements Problem {
  /** Something stands where nothing of the kind can. */
  UNEXPECTED(
      "V0101",
      "{0} cannot stand here",
      "{1}",
      """
      The text up to here is understood, but what follows does not continue it.
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  SyntaxProblem(String code, String template, String help, String explanation) {
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
