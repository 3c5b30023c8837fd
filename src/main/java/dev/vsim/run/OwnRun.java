package dev.vsim.run;

import dev.vsim.exec.Ending;
import dev.vsim.exec.Limits;
import dev.vsim.grade.OwnAssertions;
import dev.vsim.grade.Shortened;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Report;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The run of a submission by itself: what it asserts is told, and counts nothing. */
record OwnRun(Submitted submitted, Grading.Settings settings) {
  /** Runs it. */
  OwnAssertions run() {
    try {
      return play();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new OwnAssertions(0, 0, "vsim itself has failed on it", "");
    }
  }

  private OwnAssertions play() {
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
    return told(witness.report(""), ending, printed);
  }

  private static OwnAssertions told(Report report, Ending ending, ByteArrayOutputStream printed) {
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
