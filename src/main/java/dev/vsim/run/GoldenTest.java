package dev.vsim.run;

import dev.vsim.exec.Ending;
import dev.vsim.exec.Limits;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.trace.Blessing;
import dev.vsim.trace.Golden;
import dev.vsim.trace.TextGolden;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Findings;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Verdicts;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds one scenario against its assertions and the golden beside it. */
final class GoldenTest {
  private final Path scenario;
  private final String name;
  private final boolean bless;
  private final Limits limits;
  private final Path trace;
  private final Path refusal;
  private final Findings findings = new Findings();

  GoldenTest(Path scenario, boolean bless, Limits limits) {
    this.scenario = scenario;
    this.name = scenario.toString();
    this.bless = bless;
    this.limits = limits;
    boolean usual = name.endsWith(GoldenTests.SCENARIO);
    String ending = usual ? GoldenTests.SCENARIO : "";
    this.trace = GoldenTests.sibling(scenario, ending, GoldenTests.TRACE);
    this.refusal = GoldenTests.sibling(scenario, ending, GoldenTests.REFUSAL);
  }

  Report run() {
    if (Files.exists(refusal)) {
      refused();
    } else {
      accepted();
    }
    return findings.proof(name);
  }

  private void refused() {
    RunResult result = execute(TraceWriter.Content.NOTHING, OutputStream.nullOutputStream());
    boolean refused =
        result.ending().isEmpty() || result.ending().get().sort() != Ending.Sort.COMPLETE;
    if (!refused) {
      findings.add(
          Result.ofRun(
              Status.FAIL,
              "is to be refused, as " + refusal.getFileName() + " says, and runs",
              ""));
      return;
    }
    String drawn = shortNamed(draw(result));
    if (bless) {
      written(Blessing.bless(refusal, drawn, new Blessing.Permission.Granted()));
    } else {
      read(refusal)
          .ifPresent(
              golden ->
                  findings.add(
                      Verdicts.of(
                          refusal.getFileName().toString(),
                          TextGolden.compare(golden.text(), drawn),
                          blessing())));
    }
  }

  private void accepted() {
    boolean wanted = bless || Files.exists(trace);
    ByteArrayOutputStream actual = new ByteArrayOutputStream();
    RunResult result =
        execute(wanted ? TraceWriter.Content.EVERYTHING : TraceWriter.Content.NOTHING, actual);
    boolean complete =
        result.ending().isPresent() && result.ending().get().sort() == Ending.Sort.COMPLETE;
    findings.addAll(result.report());
    if (!complete) {
      findings.add(Result.ofRun(status(result), headline(result), draw(result)));
    } else if (bless) {
      bless(actual, result);
    } else if (wanted) {
      read(trace)
          .ifPresent(
              golden ->
                  findings.add(
                      Verdicts.of(
                          trace.getFileName().toString(),
                          Golden.compare(golden, actual.toString(StandardCharsets.UTF_8)),
                          blessing())));
    } else if (!result.proves()) {
      findings.add(
          Result.ofRun(
              Status.ERROR,
              "nothing was checked: it has no assertion and no golden",
              "  to record its trace: " + blessing() + "\n"));
    }
  }

  private void bless(ByteArrayOutputStream actual, RunResult result) {
    if (!result.report().results().isEmpty()) {
      return;
    }
    String text = actual.toString(StandardCharsets.UTF_8);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    execute(TraceWriter.Content.EVERYTHING, again);
    if (text.equals(again.toString(StandardCharsets.UTF_8))) {
      written(Blessing.bless(trace, text, new Blessing.Permission.Granted()));
    } else {
      findings.add(
          Result.ofRun(Status.ERROR, "two runs do not come out the same: nothing is written", ""));
    }
  }

  private void written(Blessing blessing) {
    if (blessing instanceof Blessing.Failed failed) {
      findings.add(Result.ofRun(Status.ERROR, failed.file() + " cannot be written", ""));
    } else {
      findings.add(Result.ofRun(Status.PASS, "", ""));
    }
  }

  private Optional<SourceText> read(Path golden) {
    Diagnostics problems = new Diagnostics();
    Optional<SourceText> text = SourceFiles.read(golden, golden.toString(), problems);
    problems.sorted().stream()
        .filter(Diagnostic::isError)
        .findFirst()
        .ifPresent(d -> findings.add(Result.ofRun(Status.ERROR, d.message(), "")));
    return problems.hasErrors() ? Optional.empty() : text;
  }

  private RunResult execute(TraceWriter.Content content, OutputStream output) {
    return ScenarioRun.run(
        new RunRequest(
            scenario, name, Map.of(), limits, content, output, RunRequest.ReplayProgress.NONE));
  }

  private static Status status(RunResult result) {
    boolean ran = result.ending().isPresent();
    if (ran && result.ending().get().sort() == Ending.Sort.LIMIT) {
      return Status.LIMIT;
    }
    return ran && result.ending().get().sort() == Ending.Sort.FAILED ? Status.FAIL : Status.ERROR;
  }

  private static String headline(RunResult result) {
    List<Diagnostic> errors = result.diagnostics().stream().filter(Diagnostic::isError).toList();
    return errors.isEmpty() ? "did not come to its end" : errors.get(errors.size() - 1).message();
  }

  private static String draw(RunResult result) {
    return new DiagnosticDrawing(DiagnosticDrawing.Style.PLAIN)
        .draw(result.diagnostics(), result.unlisted());
  }

  /**
   * Golden diagnostics name files from the scenario's folder on, so that they hold wherever they
   * are tested from.
   */
  private String shortNamed(String drawn) {
    Path folder = scenario.getParent();
    return folder == null
        ? drawn
        : drawn.replace(folder + folder.getFileSystem().getSeparator(), "");
  }

  private String blessing() {
    return "vsim test " + name + " --bless";
  }
}
