package dev.vsim.grade;

import dev.vsim.report.TestReports;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms of grades; a new one is a class and a line here. */
public final class GradeFormats {
  /** All of them, in the order in which they are documented. */
  public static final List<GradeFormat> ALL =
      List.of(
          new GradeJson(),
          new Gradescope(),
          new PrairieLearn(),
          new Check50(),
          new Classroom(),
          new GradeCsv(),
          new GradePage(),
          tests("junit", ".xml"),
          tests("tap", ".tap"),
          tests("github", ".txt"));

  private static final Map<String, String> OTHER_WORDS =
      Map.of("github-classroom", "classroom", "annotations", "github");

  private GradeFormats() {}

  private static GradeFormat tests(String word, String ending) {
    return new AsTests(TestReports.named(word).orElseThrow(), ending);
  }

  /** The form of this name. */
  public static Optional<GradeFormat> named(String word) {
    String own = OTHER_WORDS.getOrDefault(word, word);
    return ALL.stream().filter(form -> form.word().equals(own)).findFirst();
  }
}
