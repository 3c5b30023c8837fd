package dev.vsim.run;

import dev.vsim.check.Assignment;
import dev.vsim.grade.Grade;
import dev.vsim.grade.SubmissionMetadata;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The samples beside an assignment, by which its author tests it: each is to get the points that
 * the assignment declares for it.
 */
public final class Samples {
  private final Path folder;
  private final Map<String, Assignment.Expected> declared;

  public Samples(AssignmentFile assignment) {
    Path beside = assignment.file().toAbsolutePath().getParent();
    this.folder = beside.resolve("samples");
    this.declared = assignment.assignment().samples();
  }

  /** All of them, those that are declared first, in the order in which they are. */
  public List<Grading.Entry> entries() {
    Map<String, Path> found = new LinkedHashMap<>();
    declared.keySet().forEach(name -> found.put(name, null));
    files().forEach(file -> found.put(SubmissionMetadata.nameOf(file), file));
    List<Grading.Entry> entries = new ArrayList<>();
    found.forEach(
        (name, file) -> {
          Path path = file == null ? folder.resolve(name + ".vsim") : file;
          entries.add(new Grading.Entry(path, "samples/" + path.getFileName(), name));
        });
    return entries;
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Samples::isSubmission).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The sample that is to get the most. */
  Optional<Path> best() {
    Optional<String> best =
        declared.entrySet().stream()
            .filter(sample -> sample.getValue().points().isPresent())
            .max(Comparator.comparing(sample -> sample.getValue().points().orElseThrow()))
            .map(Map.Entry::getKey);
    return entries().stream()
        .filter(entry -> best.equals(Optional.of(entry.student())))
        .map(Grading.Entry::path)
        .findFirst();
  }

  /** Goldens and the like may lie beside them. */
  private static boolean isSubmission(Path file) {
    String name = file.getFileName().toString();
    boolean handedIn = name.endsWith(".vsim") || name.endsWith(".zip");
    return !name.startsWith(".") && (handedIn || Files.isDirectory(file));
  }

  /** The samples that do not get what is declared, and what they get instead. */
  public Map<String, String> differing(List<Grade> grades) {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Grade grade : grades) {
      Optional<Assignment.Expected> expected = Optional.ofNullable(declared.get(grade.student()));
      String why =
          expected
              .map(e -> difference(e, grade))
              .orElse(
                  "gets "
                      + got(grade)
                      + ", and the assignment declares nothing: `samples < "
                      + grade.student()
                      + " "
                      + got(grade)
                      + " >`");
      if (!why.isEmpty()) {
        wrong.put(grade.submission(), why);
      }
    }
    return wrong;
  }

  private static String difference(Assignment.Expected expected, Grade grade) {
    boolean ungradable = grade.state() == Grade.State.UNGRADABLE;
    if (expected.points().isEmpty()) {
      return ungradable ? "" : "gets " + got(grade) + ", and is declared as ungradable";
    }
    BigDecimal points = expected.points().get();
    boolean same = grade.state() != Grade.State.ERROR && grade.score().compareTo(points) == 0;
    return same ? "" : "gets " + got(grade) + ", and is declared to get " + points.toPlainString();
  }

  private static String got(Grade grade) {
    return switch (grade.state()) {
      case GRADED -> grade.score().stripTrailingZeros().toPlainString();
      case UNGRADABLE -> "ungradable";
      case ERROR -> "an error";
    };
  }
}
