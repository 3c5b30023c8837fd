package dev.vsim.grade;

import java.util.List;

/** A form in which grades are written; {@link GradeFormats} lists them. */
public interface GradeFormat {
  /** Its name on the command line. */
  String word();

  /** Who reads it, in a few words. */
  String readers();

  /** Who reads it unless that is said. */
  Audience usual();

  /** Whether grades of several submissions stand in one text; if not, each has one of its own. */
  boolean joins();

  /**
   * Whether a platform makes the grade out of it, so that hidden checks count in it though they
   * tell nothing.
   */
  boolean counts();

  /** How the names of its files end, with the dot. */
  String ending();

  /** The whole text of these grades, which are as their reader may see them. */
  String write(List<Grade> grades);
}
