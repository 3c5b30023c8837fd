package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.grade.Audience;
import dev.vsim.grade.GradeFormat;
import dev.vsim.grade.GradeFormats;
import dev.vsim.grade.SubmissionMetadata;
import dev.vsim.run.Grading;
import dev.vsim.source.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code vsim grade} was given.
 *
 * @param assignment its folder or file
 * @param submissions what was handed in
 * @param format in which grades are written; empty for a person's table
 * @param out where they go
 * @param audience who reads them, if that is said
 * @param student whose the one submission is, if that is said
 */
record GradeOptions(
    Path assignment,
    List<Path> submissions,
    Optional<GradeFormat> format,
    Optional<Path> out,
    Optional<Audience> audience,
    boolean tries,
    Optional<String> packaged,
    int jobs,
    OptionalLong seed,
    Optional<String> student,
    ParseResult given) {
  private static final String GRADESCOPE = "gradescope";
  private static final String TABLE = "table";

  static final List<OptionSpec> ALL =
      List.of(
          Specs.text(
              "--format",
              "FORMAT",
              TABLE,
              "How grades are written (default: a table): "
                  + GradeFormats.ALL.stream()
                      .map(form -> form.word() + " (" + form.readers() + ")")
                      .collect(Collectors.joining(", "))
                  + "."),
          Specs.text(
              "--out",
              "PATH",
              "",
              "Where they are written: a file, or a folder where there are several."),
          Specs.text(
              "--audience",
              "student|teacher",
              "",
              "Who reads them: a student is not told of hidden checks (the default of student-facing formats)."),
          Specs.flag("--try", "Grades the samples beside the assignment, and holds their totals."),
          Specs.text("--package", GRADESCOPE, "", "Makes the autograder's zip instead of grading."),
          Specs.number("--jobs", "N", "How many are graded at a time (default: the cores)."),
          Specs.text("--seed", "N", "", "The seed of the random numbers, or of the variants."),
          Specs.text("--student", "NAME", "", "Whose the submission is (default: its name)."),
          LimitOptions.OPTION);

  static GradeOptions of(ParseResult given) {
    List<Path> paths = Specs.somePaths(given);
    String format = Specs.value(given, "--format", TABLE);
    return new GradeOptions(
        paths.get(0),
        paths.subList(1, paths.size()),
        format.equals(TABLE) ? Optional.empty() : Optional.of(format(format, given)),
        text(given, "--out").map(Path::of),
        text(given, "--audience").map(word -> audience(word, given)),
        Specs.value(given, "--try", false),
        text(given, "--package").map(word -> platform(word, given)),
        Specs.positive(given, "--jobs", Runtime.getRuntime().availableProcessors()),
        seed(given),
        text(given, "--student"),
        given);
  }

  private static Optional<String> text(ParseResult given, String option) {
    return Optional.of(Specs.value(given, option, "")).filter(text -> !text.isEmpty());
  }

  private static GradeFormat format(String word, ParseResult given) {
    List<String> known = new ArrayList<>(List.of(TABLE));
    GradeFormats.ALL.forEach(form -> known.add(form.word()));
    String near =
        Suggestions.nearest(word, known).map(w -> "did you mean `" + w + "`? ").orElse("");
    return GradeFormats.named(word)
        .orElseThrow(
            () ->
                Specs.misused(
                    given,
                    "there is no format `"
                        + word
                        + "`; "
                        + near
                        + "There are "
                        + String.join(", ", known)));
  }

  private static Audience audience(String word, ParseResult given) {
    for (Audience audience : Audience.values()) {
      if (audience.word().equals(word.toLowerCase(Locale.ROOT))) {
        return audience;
      }
    }
    throw Specs.misused(given, "--audience is student or teacher, not `" + word + "`");
  }

  private static String platform(String word, ParseResult given) {
    if (word.equals(GRADESCOPE)) {
      return word;
    }
    throw Specs.misused(given, "--package makes a package for gradescope, not for `" + word + "`");
  }

  private static OptionalLong seed(ParseResult given) {
    Optional<String> text = text(given, "--seed");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    } else if (text.get().matches("[0-9]{1,18}")) {
      return OptionalLong.of(Long.parseLong(text.get()));
    }
    throw Specs.misused(given, "--seed takes a number, not `" + text.get() + "`");
  }

  /** What each check may use: as the assignment says, unless the command line does. */
  Limits limits(Limits ofAssignment) {
    return LimitOptions.of(given, ofAssignment);
  }

  /** Who reads grades in a form. */
  Audience audience(GradeFormat form) {
    return audience.orElse(form.usual());
  }

  /** What is to be graded, each with whose it is. */
  List<Grading.Entry> entries() {
    return submissions.stream().map(this::entry).toList();
  }

  private Grading.Entry entry(Path path) {
    String name =
        student
            .or(() -> SubmissionMetadata.student(path))
            .orElseGet(() -> SubmissionMetadata.nameOf(path));
    return new Grading.Entry(path, path.toString(), name);
  }
}
