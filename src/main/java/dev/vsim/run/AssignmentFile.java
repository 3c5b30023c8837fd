package dev.vsim.run;

import dev.vsim.check.AssignedCheck;
import dev.vsim.check.Assignment;
import dev.vsim.check.AssignmentReader;
import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.exec.Limits;
import dev.vsim.grade.Visibility;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.syntax.Stmt;
import dev.vsim.verdict.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An assignment's file, read and checked, ready for any number of submissions. */
public final class AssignmentFile {
  /** What the file of an assignment is called in its folder. */
  public static final String NAME = "assignment.vsim";

  private static final Checker.Submission NONE_YET = Optional::empty;

  private final Path file;
  private final Assignment assignment;
  private final FileLibrary library;
  private final IdentityHashMap<AssignedCheck, CheckedProgram> programs;

  private AssignmentFile(
      Path file,
      Assignment assignment,
      FileLibrary library,
      IdentityHashMap<AssignedCheck, CheckedProgram> programs) {
    this.file = file;
    this.assignment = assignment;
    this.library = library;
    this.programs = programs;
  }

  /**
   * Reads an assignment; empty after errors.
   *
   * @param given its folder, or the file itself
   */
  public static Optional<AssignmentFile> read(Path given, Diagnostics diagnostics) {
    Path file = Files.isDirectory(given) ? given.resolve(NAME) : given;
    String name = shown(file);
    FileLibrary library = new FileLibrary(name, file);
    Optional<SourceText> text = SourceFiles.read(file, name, diagnostics);
    return text.isEmpty()
        ? Optional.empty()
        : read(file, new ScenarioParser().parse(text.get(), diagnostics), library, diagnostics);
  }

  /** Students read it, too, so it does not tell where in the computer it stands. */
  private static String shown(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path last = folder == null ? null : folder.getFileName();
    return (last == null ? "" : last + "/") + file.getFileName();
  }

  private static Optional<AssignmentFile> read(
      Path file, Scenario scenario, FileLibrary library, Diagnostics diagnostics) {
    Optional<Assignment> assignment =
        diagnostics.hasErrors()
            ? Optional.empty()
            : new AssignmentReader(scenario, Language.vocabulary(), diagnostics).read();
    IdentityHashMap<AssignedCheck, CheckedProgram> programs = new IdentityHashMap<>();
    assignment.ifPresent(
        a ->
            a.checks().stream()
                .filter(check -> !check.usesSubmission())
                .forEach(
                    check ->
                        checker(library, diagnostics, NONE_YET)
                            .check(check.scenario())
                            .ifPresent(program -> programs.put(check, program))));
    return diagnostics.hasErrors()
        ? Optional.empty()
        : assignment.map(a -> new AssignmentFile(file, a, library, programs));
  }

  /** Looks for mistakes in a scenario that is an assignment. */
  static void check(Path file, Scenario scenario, FileLibrary library, Diagnostics diagnostics) {
    read(file, scenario, library, diagnostics)
        .ifPresent(assignment -> assignment.checkOnSample(diagnostics));
  }

  /**
   * Checks that use the submission's definitions cannot be checked without one: the best of the
   * samples serves, if there is any.
   */
  private void checkOnSample(Diagnostics diagnostics) {
    Diagnostics ofSample = new Diagnostics();
    Optional<HandedIn> sample =
        new Samples(this)
            .best()
            .flatMap(path -> HandedIn.open(path, assignment.submit(), ofSample));
    if (sample.isPresent()) {
      try (HandedIn in = sample.get()) {
        Submitted.read(in, ofSample)
            .ifPresent(
                submitted ->
                    assignment.checks().stream()
                        .filter(AssignedCheck::usesSubmission)
                        .forEach(check -> program(check, submitted, diagnostics)));
      } catch (IOException e) {
        return; // it was only read
      }
    }
  }

  /** Says that an assignment is not run by itself, unless it has mistakes to be told of first. */
  static void refuse(Path file, Scenario scenario, FileLibrary library, Diagnostics diagnostics) {
    check(file, scenario, library, diagnostics);
    if (diagnostics.hasErrors()) {
      return;
    }
    SourceText source = scenario.source();
    Span place = scenario.statements().stream().findFirst().map(Stmt::span).orElse(new Span(0, 0));
    Path folder = Path.of(source.name()).getParent();
    diagnostics.add(GradeProblem.NOT_RUN, source, place, folder == null ? "." : folder);
  }

  private static Checker checker(
      Checker.Library library, Diagnostics diagnostics, Checker.Submission submission) {
    return new Checker(Language.vocabulary(), library, diagnostics, Optional.of(submission));
  }

  /** What each check may use. */
  public Limits limits() {
    Limits limits = Limits.GRADE;
    for (Map.Entry<String, Long> limit : assignment.limits().entrySet()) {
      String name = limit.getKey().equals("trace") ? "events" : limit.getKey();
      limits = limits.with(name, limit.getValue()).orElseThrow();
    }
    return limits;
  }

  /** How many checks it has. */
  public int size() {
    return assignment.checks().size();
  }

  /** The assignment as it was read. */
  Assignment assignment() {
    return assignment;
  }

  /** Where it stands. */
  public Path file() {
    return file;
  }

  FileLibrary library() {
    return library;
  }

  /** The program of a check for this submission; empty after errors. */
  Optional<CheckedProgram> program(
      AssignedCheck check, Submitted submitted, Diagnostics diagnostics) {
    if (!check.usesSubmission()) {
      return Optional.of(programs.get(check));
    }
    Scenario handedIn = submitted.files().own().get(0);
    GradingFiles files = new GradingFiles(library, submitted.files());
    return checker(files, diagnostics, () -> Optional.of(handedIn)).check(check.scenario());
  }

  /**
   * Whether a place of the assignment is on a line on which a hidden check stands, too: then the
   * line is not shown with what came of another check.
   */
  boolean isBesideHidden(Where where) {
    SourceText source = assignment.source();
    return where.file().equals(source.name())
        && assignment.checks().stream()
            .filter(check -> CheckRun.visibility(check) != Visibility.VISIBLE)
            .map(CheckRun::place)
            .anyMatch(
                hidden -> hidden.line() <= where.endLine() && where.line() <= hidden.endLine());
  }

  /** Whether each student has a variant of his own. */
  boolean hasVariants() {
    return assignment.checks().stream()
        .flatMap(check -> check.scenario().statements().stream())
        .anyMatch(
            s ->
                s instanceof Stmt.Param param
                    && List.of(Grading.STUDENT, Grading.SEED).contains(param.name().text()));
  }
}
