package dev.vsim.report;

import java.util.List;
import java.util.Optional;

/** The forms in which mistakes are written for programs; a new one is a class and a line here. */
public final class CheckReports {
  /** All of them, in the order in which they are documented. */
  public static final List<CheckReport> ALL =
      List.of(new CheckJson(), new Sarif(), new CheckAnnotations());

  private CheckReports() {}

  /** The form of this name. */
  public static Optional<CheckReport> named(String word) {
    return ALL.stream().filter(form -> form.word().equals(word)).findFirst();
  }
}
