package dev.vsim.source;

/** Files that cannot be read, used or replayed (V06). */
public enum FileProblem implements Problem {
  /** A file that is not there or cannot be read. */
  UNREADABLE(
      "V0601",
      "`{0}` cannot be read: {1}",
      "",
      """
      The file named here could not be opened.
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  FileProblem(String code, String template, String help, String explanation) {
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
