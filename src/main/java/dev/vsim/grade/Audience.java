package dev.vsim.grade;

import java.util.Locale;

/** Who reads a report. */
public enum Audience {
  /** Who is graded: hidden checks tell him nothing but that they are there. */
  STUDENT,
  /** Who grades: everything is told. */
  TEACHER;

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
