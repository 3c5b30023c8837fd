package dev.vsim.run;

import dev.vsim.check.AssignedCheck;
import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Limits;
import dev.vsim.grade.CheckGrade;
import dev.vsim.grade.Grade;
import dev.vsim.grade.OwnAssertions;
import dev.vsim.grade.Shortened;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Diagnostics;
import dev.vsim.syntax.Scenario;
import dev.vsim.text.Paint;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Where;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Grades submissions of one assignment, several at a time. */
public final class Grading {
  static final String STUDENT = "student";
  static final String SEED = "seed";

  private static final long USUAL_SEED = 42;
  private static final int SEEDS = 1_000_000;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long FNV_BASIS = 0xcbf29ce484222325L;

  /**
   * How it is graded.
   *
   * @param limits what each check may use
   * @param seed of all submissions, or what those of variants are made from
   * @param traces whether the trace of each submission by itself is kept for the report
   */
  public record Settings(Limits limits, OptionalLong seed, boolean traces) {}

  /**
   * A submission.
   *
   * @param path where it is
   * @param shown its path as it was given
   * @param student whose it is
   */
  public record Entry(Path path, String shown, String student) {}

  private final AssignmentFile assignment;
  private final Settings settings;

  public Grading(AssignmentFile assignment, Settings settings) {
    this.assignment = assignment;
    this.settings = settings;
  }

  /**
   * Grades them all; grades in the order of {@code entries}.
   *
   * @param sofar is told of each submission after each check, with those to come as not run, from
   *     any thread
   */
  public List<Grade> grade(List<Entry> entries, int jobs, Consumer<Grade> sofar) {
    List<Attempt> attempts =
        new Workers("vsim-grade", jobs)
            .all(entries, entry -> attempt(entry, sofar), (entry, why) -> failed(entry, why));
    List<Grade> grades = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Attempt attempt = attempts.get(i);
      // What took all memory or time beside it may have been another's: now it has them alone.
      boolean again = attempt.starved() && entries.size() > 1;
      grades.add((again ? attempt(entries.get(i), sofar) : attempt).grade());
    }
    return grades;
  }

  /**
   * What came of one submission.
   *
   * @param starved whether memory or time of the computer ran out, for which it may not be to blame
   */
  private record Attempt(Grade grade, boolean starved) {}

  /** Grades one; whatever it does, there is a grade. */
  private Attempt attempt(Entry entry, Consumer<Grade> sofar) {
    OneSubmission one = new OneSubmission(entry, sofar);
    try {
      Grade grade = DeepStack.call(one::grade);
      return new Attempt(grade, one.starved);
    } catch (OutOfMemoryError e) {
      return failed(entry, "the computer has no memory left for it");
    }
  }

  private Attempt failed(Entry entry, String why) {
    Grade grade =
        new OneSubmission(entry, sofar -> {}).ended(Grade.State.ERROR, why, why, Where.NOWHERE);
    return new Attempt(grade, true);
  }

  /** One submission on its way through the checks. */
  private final class OneSubmission {
    private final Entry entry;
    private final Consumer<Grade> sofar;
    private final long begin = System.nanoTime();
    private final List<CheckGrade> checks = new ArrayList<>();
    private final long seed;
    private OwnAssertions own = OwnAssertions.NONE;
    private Grade.State state = Grade.State.GRADED;
    private String problem = "";
    private boolean starved;

    OneSubmission(Entry entry, Consumer<Grade> sofar) {
      this.entry = entry;
      this.sofar = sofar;
      this.seed = seedOf(entry.student());
    }

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
        SubmissionFiles files = new SubmissionFiles(in.folder());
        Optional<CheckedProgram> program = program(in, files, found);
        return program.isEmpty() ? refused(found) : checks(new Submitted(program.get(), files));
      } catch (IOException e) {
        return ended(
            Grade.State.ERROR,
            "it could not be closed",
            "the archive could not be closed",
            Where.NOWHERE);
      }
    }

    private Optional<CheckedProgram> program(
        HandedIn in, SubmissionFiles files, Diagnostics found) {
      Optional<Scenario> scenario = files.read(in.file(), in.name(), found);
      scenario.ifPresent(s -> files.keep(in.name(), s));
      return found.hasErrors()
          ? Optional.empty()
          : scenario.flatMap(s -> new Checker(Language.vocabulary(), files, found).check(s));
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
      return now();
    }

    private Grade checks(Submitted submitted) {
      own = own(submitted);
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
      return Map.of(STUDENT, entry.student(), SEED, Long.toString(seed));
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

    /** Runs the submission by itself: what it asserts is told, and counts nothing. */
    private OwnAssertions own(Submitted submitted) {
      try {
        return ownRun(submitted);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        return new OwnAssertions(0, 0, "vsim itself has failed on it", "");
      }
    }

    private OwnAssertions ownRun(Submitted submitted) {
      Limits limits = settings.limits();
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      TraceWriter writer =
          new TraceWriter(
              printed,
              settings.traces() ? TraceWriter.Content.EVERYTHING : TraceWriter.Content.NOTHING,
              limits.output());
      AssertionWitness witness = new AssertionWitness(true);
      Job job =
          new Job(
              submitted.program(),
              submitted.files(),
              Map.of(),
              writer,
              witness,
              RunRequest.ReplayProgress.NONE,
              false);
      writer.header();
      Ending ending =
          OneRun.play(job, Account.of(limits, ScenarioRun.deadline(limits)), Optional.empty())
              .ending();
      writer.flush();
      witness.runEnds(ending);
      return own(witness.report(""), ending, printed);
    }

    private OwnAssertions own(Report report, Ending ending, ByteArrayOutputStream printed) {
      Optional<String> ended = ending.diagnostic().map(CheckRun::sentence);
      Optional<String> first =
          report.results().stream()
              .findFirst()
              .map(result -> "line " + result.where().line() + ": " + result.message());
      return new OwnAssertions(
          report.held(),
          report.results().size() + report.unlisted(),
          ended.or(() -> first).orElse(""),
          Shortened.of(printed.toString(StandardCharsets.UTF_8)));
    }
  }

  /** Each student's own seed where the assignment has variants, else the same for all. */
  private long seedOf(String student) {
    long base = settings.seed().orElse(USUAL_SEED);
    return assignment.hasVariants() ? new SplitMix64(hash(student) ^ base).below(SEEDS) : base;
  }

  /** Fowler, Noll and Vo's 64-bit hash (FNV-1a), the same on every machine. */
  private static long hash(String text) {
    long hash = FNV_BASIS;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b & 0xff) * FNV_PRIME;
    }
    return hash;
  }
}
