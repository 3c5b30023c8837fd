package dev.vsim.source;

/** Names and words that are not there, or there twice (V02). */
public enum NameProblem implements Problem {
  /** No such command or kind of declaration. */
  UNKNOWN_COMMAND(
      "V0201",
      "`{0}` is neither a command nor a kind of thing to declare",
      "",
      """
      A statement begins with a command (access, map, show …) or with what it declares (vm, process, host …).
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  NameProblem(String code, String template, String help, String explanation) {
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
