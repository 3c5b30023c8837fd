package dev.vsim.run;

import dev.vsim.exec.Ending;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.text.Numerals;
import dev.vsim.text.Paint;
import dev.vsim.trace.Blessing;
import dev.vsim.trace.Golden;
import dev.vsim.trace.Place;
import dev.vsim.trace.TextGolden;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Verdicts;
import dev.vsim.verdict.Where;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Holds one scenario against its assertions and the golden beside it. */
final class GoldenTest {
  private static final String EVENT = "expect ";

  private final Path scenario;
  private final String name;
  private final GoldenTests.Settings settings;
  private final Function<RunRequest, RunResult> runner;
  private final Path trace;
  private final Path refusal;
  private Report report;

  GoldenTest(Path scenario, GoldenTests.Settings settings) {
    this(scenario, settings, ScenarioRun::run);
  }

  /**
   * @param runner runs the scenario
   */
  GoldenTest(Path scenario, GoldenTests.Settings settings, Function<RunRequest, RunResult> runner) {
    this.scenario = scenario;
    this.runner = runner;
    this.name = scenario.toString();
    this.settings = settings;
    this.trace = Discovery.golden(scenario, Discovery.TRACE);
    this.refusal = Discovery.golden(scenario, Discovery.REFUSAL);
    this.report = Report.empty(name);
  }

  /** One run of the scenario, and what it printed. */
  private record Attempt(RunResult result, String printed) {}

  Report run() {
    if (!Files.exists(refusal)) {
      accepted();
    } else if (Files.exists(trace)) {
      String both = "has two goldens, " + fileName(trace) + " and " + fileName(refusal);
      runIs(Result.ofRun(Status.ERROR, both + ": it either runs or is refused"));
    } else {
      refused();
    }
    return report.proof();
  }

  private void refused() {
    Attempt attempt = attempt(TraceWriter.Content.NOTHING, fileName(scenario));
    String drawn = draw(attempt.result());
    if (attempt.result().isComplete()) {
      String says = "is to be refused, as " + fileName(refusal) + " says, and runs";
      goldenIs(golden(refusal, Status.FAIL, says));
    } else if (!repeats(drawn, () -> draw(again(TraceWriter.Content.NOTHING).result()))) {
      return;
    } else if (settings.bless()) {
      written(refusal, drawn, "");
    } else {
      read(refusal)
          .map(golden -> TextGolden.compare(golden.text(), drawn))
          .ifPresent(d -> goldenIs(Verdicts.of(refusal.toString(), d, blessing())));
    }
  }

  private Attempt again(TraceWriter.Content content) {
    return attempt(content, fileName(scenario));
  }

  private void accepted() {
    boolean hasGolden = Files.exists(trace);
    boolean wanted = settings.bless() || hasGolden || settings.repeat() > 1;
    TraceWriter.Content content =
        wanted ? TraceWriter.Content.EVERYTHING : TraceWriter.Content.NOTHING;
    Attempt attempt = attempt(content, name);
    RunResult result = attempt.result();
    report = result.report();
    if (!result.isComplete()) {
      runIs(broken(result));
    } else if (repeats(attempt.printed(), () -> attempt(content, name).printed())) {
      golden(attempt, hasGolden);
    }
  }

  private void golden(Attempt attempt, boolean hasGolden) {
    if (attempt.result().worksheet()) {
      return;
    } else if (settings.bless()) {
      bless(attempt);
    } else if (hasGolden) {
      read(trace)
          .map(golden -> Golden.compare(golden, attempt.printed()))
          .ifPresent(c -> goldenIs(Verdicts.of(trace.toString(), c, blessing())));
    } else if (!attempt.result().proves()) {
      runIs(
          Result.ofRun(
              Status.ERROR,
              "nothing was checked: it has no assertion and no golden",
              "  to record its trace: " + blessing() + "\n",
              Where.line(name, 0)));
    }
  }

  /** A trace is recorded only if all held, and two runs come out the same. */
  private void bless(Attempt attempt) {
    if (attempt.result().report().status() != Status.PASS) {
      return;
    }
    String again = attempt(TraceWriter.Content.EVERYTHING, name).printed();
    if (isSame(2, attempt.printed(), again)) {
      long events = attempt.printed().lines().filter(line -> line.startsWith(EVENT)).count();
      written(trace, attempt.printed(), ", " + Numerals.count(events, "event", "events"));
    }
  }

  /** Whether every further run that was asked for comes out like the first, byte for byte. */
  private boolean repeats(String first, Supplier<String> further) {
    for (int run = 2; run <= settings.repeat(); run++) {
      if (!isSame(run, first, further.get())) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(int run, String first, String other) {
    if (first.equals(other)) {
      return true;
    }
    String message = "run " + run + " does not come out as the first did";
    String drawing =
        TextGolden.compare(first, other)
            .map(TextGolden.Difference::draw)
            .orElse("  only how lines end differs\n");
    runIs(Result.ofRun(Status.ERROR, message, drawing, Where.line(name, 0)));
    return false;
  }

  private void written(Path golden, String text, String size) {
    Blessing blessing = Blessing.bless(golden, text, settings.permission());
    if (blessing instanceof Blessing.Failed) {
      goldenIs(golden(golden, Status.ERROR, golden + " cannot be written"));
    } else if (blessing instanceof Blessing.Refused refused) {
      goldenIs(golden(golden, Status.ERROR, "is not recorded: " + refused.reason()));
    } else {
      String remark = blessing instanceof Blessing.Written ? "written" + size : "unchanged";
      goldenIs(golden(golden, Status.PASS, remark));
    }
  }

  private void runIs(Result result) {
    report = report.with(Case.of(result));
  }

  private void goldenIs(Result result) {
    report = report.with(Case.ofGolden(result));
  }

  private static Result golden(Path golden, Status status, String message) {
    return new Result(
        Result.Origin.GOLDEN,
        fileName(golden),
        status,
        message,
        "",
        Where.line(golden.toString(), 0));
  }

  private Optional<SourceText> read(Path golden) {
    Diagnostics problems = new Diagnostics();
    Optional<SourceText> text = SourceFiles.read(golden, golden.toString(), problems);
    problems.sorted().stream()
        .filter(Diagnostic::isError)
        .findFirst()
        .ifPresent(d -> goldenIs(golden(golden, Status.ERROR, d.message())));
    return problems.hasErrors() ? Optional.empty() : text;
  }

  private Attempt attempt(TraceWriter.Content content, String shownName) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    RunResult result =
        runner.apply(
            new RunRequest(
                scenario,
                shownName,
                Map.of(),
                settings.limits(),
                content,
                output,
                RunRequest.ReplayProgress.NONE));
    return new Attempt(result, output.toString(StandardCharsets.UTF_8));
  }

  private Result broken(RunResult result) {
    Optional<Diagnostic> last =
        result.diagnostics().stream().filter(Diagnostic::isError).reduce((a, b) -> b);
    String message = last.map(Diagnostic::message).orElse("did not come to its end");
    Where where = last.map(GoldenTest::where).orElse(Where.line(name, 0));
    return Result.ofRun(status(result), message, draw(result), where);
  }

  private static Where where(Diagnostic diagnostic) {
    return Where.of(new Place(diagnostic.source(), diagnostic.span()));
  }

  private static Status status(RunResult result) {
    Optional<Ending.Sort> sort = result.ending().map(Ending::sort);
    if (sort.filter(s -> s == Ending.Sort.LIMIT).isPresent()) {
      return Status.LIMIT;
    }
    return sort.filter(s -> s == Ending.Sort.FAILED).isPresent() ? Status.FAIL : Status.ERROR;
  }

  private static String draw(RunResult result) {
    return new DiagnosticDrawing(Paint.PLAIN).draw(result.diagnostics(), result.unlisted());
  }

  private static String fileName(Path file) {
    return file.getFileName().toString();
  }

  private String blessing() {
    return "vsim test " + name + " --bless";
  }
}
