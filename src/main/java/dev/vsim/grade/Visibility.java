package dev.vsim.grade;

/** Until when what came of a check is kept from who is graded. */
public enum Visibility {
  VISIBLE("visible"),
  HIDDEN("hidden"),
  AFTER_DUE_DATE("after_due_date"),
  AFTER_PUBLISHED("after_published");

  private final String word;

  Visibility(String word) {
    this.word = word;
  }

  /** Its name in reports, which is Gradescope's. */
  public String word() {
    return word;
  }

  /** Whether students see it from the beginning. */
  public boolean isOpen() {
    return this == VISIBLE;
  }
}
