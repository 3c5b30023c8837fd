package dev.vsim.run;

import dev.vsim.check.AssignedCheck;
import dev.vsim.check.CheckedProgram;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Limits;
import dev.vsim.exec.Meter;
import dev.vsim.grade.CheckGrade;
import dev.vsim.grade.Score;
import dev.vsim.grade.Shortened;
import dev.vsim.grade.Visibility;
import dev.vsim.machine.net.Capture;
import dev.vsim.report.ResultDrawing;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.LimitProblem;
import dev.vsim.text.Paint;
import dev.vsim.trace.Place;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Where;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one check of an assignment on one submission, in a world and with a budget of its own. */
final class CheckRun {
  /** How many mistakes are told of a submission (grading.md, "Limits"). */
  static final int MOST_MISTAKES = 20;

  private final AssignmentFile assignment;
  private final AssignedCheck check;
  private final Submitted submitted;
  private final Limits limits;
  private final Map<String, String> given;
  private final long seed;
  private final GradeWitness witness;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<Diagnostic> problems = new ArrayList<>();
  private Status ended = Status.PASS;
  private boolean late;
  private long steps;

  /**
   * @param given what the assignment's params are given
   * @param seed what the random numbers begin with
   */
  CheckRun(
      AssignmentFile assignment,
      AssignedCheck check,
      Submitted submitted,
      Limits limits,
      Map<String, String> given,
      long seed) {
    this.assignment = assignment;
    this.check = check;
    this.submitted = submitted;
    this.limits = limits;
    this.given = given;
    this.seed = seed;
    this.witness = new GradeWitness(check);
  }

  /** How it is seen. */
  static Visibility visibility(AssignedCheck check) {
    return switch (check.hidden()) {
      case NO -> Visibility.VISIBLE;
      case ALWAYS -> Visibility.HIDDEN;
      case UNTIL_DUE -> Visibility.AFTER_DUE_DATE;
      case UNTIL_PUBLISHED -> Visibility.AFTER_PUBLISHED;
    };
  }

  /** Whether the computer, not the submission, may be to blame for how it came out. */
  boolean isLate() {
    return late;
  }

  /** Runs it. */
  CheckGrade run() {
    long begin = System.nanoTime();
    if (rulesHold()) {
      start();
      if (ended == Status.PASS && !rulesHold()) {
        ended = Status.FAIL;
      }
    } else {
      ended = Status.FAIL;
    }
    return grade(Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Also after the run, when it is known what the submission itself has simulated. */
  private boolean rulesHold() {
    check.rules().stream()
        .flatMap(rule -> rule.broken(submitted.files().own()).stream())
        .forEach(problems::add);
    return problems.isEmpty();
  }

  private void start() {
    Diagnostics found = new Diagnostics(MOST_MISTAKES);
    Optional<CheckedProgram> program = assignment.program(check, submitted, found);
    if (program.isPresent()) {
      play(program.get());
    } else {
      found.sorted().stream().filter(Diagnostic::isError).forEach(problems::add);
      ended = Status.ERROR;
    }
  }

  private void play(CheckedProgram program) {
    TraceWriter writer = new TraceWriter(printed, TraceWriter.Content.COMMENTS, limits.output());
    Account account = Account.of(limits, ScenarioRun.deadline(limits));
    Job job =
        new Job(
            program,
            new GradingFiles(assignment.library(), submitted.files()),
            ParameterTexts.read(program, given),
            writer,
            witness,
            RunRequest.ReplayProgress.NONE,
            false,
            Capture.NONE,
            Optional.empty(),
            seed,
            Optional.of(submitted));
    Ending ending = OneRun.play(job, account, Optional.empty()).ending();
    writer.flush();
    witness.runEnds(ending);
    ending.diagnostic().ifPresent(problems::add);
    ended = status(ending);
    late = isTime(ending);
    steps = steps(account.meter());
  }

  private long steps(Meter meter) {
    return Math.min(meter.steps(), limits.steps());
  }

  static Status status(Ending ending) {
    return switch (ending.sort()) {
      case COMPLETE -> Status.PASS;
      case FAILED -> Status.FAIL;
      // Wall time is a safety net that no submission should meet: it decides nothing.
      case LIMIT -> isTime(ending) ? Status.ERROR : Status.LIMIT;
      case ERROR, BROKEN_OUTPUT -> Status.ERROR;
    };
  }

  /** Whether the run met the limit of wall time, which other work of the computer may have used. */
  static boolean isTime(Ending ending) {
    return ending.diagnostic().filter(d -> d.problem() == LimitProblem.TIME).isPresent();
  }

  private CheckGrade grade(Duration elapsed) {
    Report report = witness.report();
    Status status = ended.worse(report.status());
    boolean asserts = witness.asserts() || !check.rules().isEmpty();
    boolean nothing = status == Status.PASS && !asserts;
    Status whole = nothing ? Status.ERROR : status;
    Score score = witness.score(ended == Status.PASS && problems.isEmpty());
    return new CheckGrade(
        check.name(),
        visibility(check),
        whole,
        score.points(whole),
        check.points(),
        check.needs(),
        nothing ? "nothing was checked" : message(report),
        Shortened.of(detail(report)),
        Shortened.of(printed.toString(StandardCharsets.UTF_8)),
        nothing ? place() : where(report),
        steps,
        elapsed);
  }

  /** What stopped it says more than what it had found before. */
  private String message(Report report) {
    Optional<Diagnostic> stopped = problems.stream().findFirst();
    return stopped
        .map(CheckRun::sentence)
        .orElseGet(() -> worst(report).map(CheckRun::sentence).orElse(""));
  }

  /** What is said of an assertion; the lines that it may announce stand below it. */
  private static String sentence(Result result) {
    String message = result.message();
    return message.endsWith(":") ? message.substring(0, message.length() - 1) : message;
  }

  /** {@code V0203 at line 3: `vmxnet4` is not a network card}. */
  static String sentence(Diagnostic diagnostic) {
    int line = diagnostic.source().line(diagnostic.span().start());
    return diagnostic.problem().code() + " at line " + line + ": " + diagnostic.message();
  }

  private static Optional<Result> worst(Report report) {
    return report.results().stream()
        .filter(result -> result.status() == report.status())
        .findFirst();
  }

  private Where where(Report report) {
    Optional<Diagnostic> stopped = problems.stream().findFirst();
    return stopped
        .map(CheckRun::where)
        .orElseGet(() -> worst(report).map(Result::where).orElse(place()));
  }

  /** Where a diagnostic points. */
  static Where where(Diagnostic diagnostic) {
    return Where.of(new Place(diagnostic.source(), diagnostic.span()));
  }

  private Where place() {
    return place(check);
  }

  /** Where a check stands. */
  static Where place(AssignedCheck check) {
    return Where.of(new Place(check.scenario().source(), check.span()));
  }

  private String detail(Report report) {
    StringBuilder out = new StringBuilder();
    ResultDrawing drawing = new ResultDrawing(report);
    report.results().stream()
        .filter(result -> isShown(result.where()))
        .forEach(result -> out.append(drawing.draw(result)));
    List<Diagnostic> shown = problems.stream().filter(this::isShown).toList();
    out.append(new DiagnosticDrawing(Paint.PLAIN).draw(shown, 0));
    return out.toString();
  }

  private boolean isShown(Where where) {
    boolean open = visibility(check) == Visibility.VISIBLE;
    return !open || !assignment.isBesideHidden(where);
  }

  private boolean isShown(Diagnostic diagnostic) {
    return isShown(where(diagnostic))
        && diagnostic.others().stream()
            .map(note -> new Place(note.source().orElse(diagnostic.source()), note.span()))
            .allMatch(place -> isShown(Where.of(place)));
  }
}
