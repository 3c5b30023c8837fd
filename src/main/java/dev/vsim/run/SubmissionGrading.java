package dev.vsim.run;

import dev.vsim.check.AssignedCheck;
import dev.vsim.grade.CheckGrade;
import dev.vsim.grade.Grade;
import dev.vsim.grade.OwnAssertions;
import dev.vsim.grade.Shortened;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Diagnostics;
import dev.vsim.text.Paint;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Where;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One submission on its way through the checks. */
final class SubmissionGrading {
  private final AssignmentFile assignment;
  private final Grading.Settings settings;
  private final Grading.Entry entry;
  private final Consumer<Grade> sofar;
  private final long begin = System.nanoTime();
  private final List<CheckGrade> checks = new ArrayList<>();
  private final long seed;
  private OwnAssertions own = OwnAssertions.NONE;
  private Grade.State state = Grade.State.GRADED;
  private String problem = "";
  private boolean starved;

  /**
   * @param seed what the random numbers of its checks begin with
   * @param sofar is told after each check, with those to come as not run
   */
  SubmissionGrading(
      AssignmentFile assignment,
      Grading.Settings settings,
      Grading.Entry entry,
      long seed,
      Consumer<Grade> sofar) {
    this.assignment = assignment;
    this.settings = settings;
    this.entry = entry;
    this.seed = seed;
    this.sofar = sofar;
  }

  /** Whether memory or time of the computer ran out, for which it may not be to blame. */
  boolean isStarved() {
    return starved;
  }

  /** Grades it; whatever it does, there is a grade. */
  Grade grade() {
    try {
      return open();
    } catch (RuntimeException | StackOverflowError e) {
      return ended(
          Grade.State.ERROR,
          "vsim itself has failed on it",
          "a defect in vsim: " + e,
          Where.NOWHERE);
    } catch (OutOfMemoryError e) {
      starved = true;
      return ended(
          Grade.State.ERROR,
          "the computer has no memory left for it",
          "out of memory",
          Where.NOWHERE);
    }
  }

  private Grade open() {
    Diagnostics found = new Diagnostics(CheckRun.MOST_MISTAKES);
    Optional<HandedIn> handed =
        HandedIn.open(entry.path(), assignment.assignment().submit(), found);
    if (handed.isEmpty()) {
      return refused(found);
    }
    try (HandedIn in = handed.get()) {
      Optional<Submitted> submitted = Submitted.read(in, found);
      return submitted.isEmpty() ? refused(found) : checks(submitted.get());
    } catch (IOException e) {
      return ended(
          Grade.State.ERROR,
          "it could not be closed",
          "the archive could not be closed",
          Where.NOWHERE);
    }
  }

  private Grade refused(Diagnostics found) {
    Diagnostic first =
        found.sorted().stream().filter(Diagnostic::isError).findFirst().orElseThrow();
    String drawn = new DiagnosticDrawing(Paint.PLAIN).draw(found.sorted(), found.dropped());
    return ended(Grade.State.UNGRADABLE, CheckRun.sentence(first), drawn, CheckRun.where(first));
  }

  /** All checks that have not been run come out as errors. */
  Grade ended(Grade.State how, String message, String drawn, Where where) {
    state = how;
    problem = Shortened.of(drawn);
    List<AssignedCheck> all = assignment.assignment().checks();
    for (AssignedCheck check : all.subList(checks.size(), all.size())) {
      checks.add(not(Status.ERROR, check, message, where));
    }
    Grade grade = now();
    sofar.accept(grade);
    return grade;
  }

  private Grade checks(Submitted submitted) {
    own = new OwnRun(submitted, settings).run();
    for (AssignedCheck check : assignment.assignment().checks()) {
      checks.add(check(check, submitted));
      sofar.accept(now());
    }
    return now();
  }

  private CheckGrade check(AssignedCheck check, Submitted submitted) {
    Optional<String> missing =
        check.needs().stream()
            .filter(need -> checks.stream().noneMatch(c -> c.name().equals(need) && c.holds()))
            .findFirst();
    if (missing.isPresent()) {
      return not(Status.SKIP, check, "left out: \"" + missing.get() + "\" did not hold");
    }
    try {
      CheckRun run = new CheckRun(assignment, check, submitted, settings.limits(), given(), seed);
      CheckGrade grade = run.run();
      starved |= run.isLate();
      return grade;
    } catch (RuntimeException | StackOverflowError e) {
      state = Grade.State.ERROR;
      return not(Status.ERROR, check, "a defect in vsim: " + e);
    } catch (OutOfMemoryError e) {
      starved = true;
      return not(Status.ERROR, check, "the computer has no memory left for it");
    }
  }

  private Map<String, String> given() {
    return Map.of(Grading.STUDENT, entry.student(), Grading.SEED, Long.toString(seed));
  }

  private CheckGrade not(Status status, AssignedCheck check, String message) {
    return not(status, check, message, CheckRun.place(check));
  }

  private CheckGrade not(Status status, AssignedCheck check, String message, Where where) {
    return CheckGrade.not(
        status,
        check.name(),
        CheckRun.visibility(check),
        check.points(),
        check.needs(),
        message,
        where);
  }

  /** The grade as it stands; what is still to come has not been run. */
  private Grade now() {
    List<CheckGrade> all = new ArrayList<>(checks);
    List<AssignedCheck> assigned = assignment.assignment().checks();
    for (AssignedCheck check : assigned.subList(all.size(), assigned.size())) {
      all.add(not(Status.NOT_RUN, check, "not run"));
    }
    return new Grade(
        assignment.assignment().title(),
        entry.shown(),
        entry.student(),
        state,
        seed,
        all,
        own,
        problem,
        Duration.ofNanos(System.nanoTime() - begin));
  }
}
