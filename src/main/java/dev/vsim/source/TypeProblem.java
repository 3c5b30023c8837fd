package dev.vsim.source;

/** Values that do not fit: types, units, ranges (V03). */
public enum TypeProblem implements Problem {
  /** Two quantities of different units are added, subtracted or compared. */
  UNITS_DIFFER(
      "V0310",
      "{0} and {1} cannot be {2}",
      "",
      """
      Only quantities of the same unit can be added, subtracted and compared.
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  TypeProblem(String code, String template, String help, String explanation) {
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
