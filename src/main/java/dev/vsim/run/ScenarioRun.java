package dev.vsim.run;

import dev.vsim.check.Assignment;
import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Limits;
import dev.vsim.exec.Meter;
import dev.vsim.machine.net.Capture;
import dev.vsim.run.export.Export;
import dev.vsim.run.export.GuestLog;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Candour;
import dev.vsim.verdict.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs one scenario from its file to its verdict: the stations of the house in their order. */
public final class ScenarioRun {
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final RunRequest request;
  private final Diagnostics diagnostics = new Diagnostics();

  private ScenarioRun(RunRequest request) {
    this.request = request;
  }

  /** Reads, checks and runs it, in the calling thread. */
  public static RunResult run(RunRequest request) {
    return new ScenarioRun(request).run();
  }

  /** Reads and checks it only. */
  public static Diagnostics check(RunRequest request) {
    Diagnostics diagnostics = new Diagnostics();
    FileLibrary library = new FileLibrary(request.name(), request.file());
    SourceFiles.read(request.file(), request.name(), diagnostics)
        .map(text -> new ScenarioParser().parse(text, diagnostics))
        .ifPresent(scenario -> check(request, scenario, library, diagnostics));
    return diagnostics;
  }

  private static void check(
      RunRequest request, Scenario scenario, FileLibrary library, Diagnostics diagnostics) {
    if (Assignment.isOne(scenario)) {
      AssignmentFile.check(request.file(), scenario, library, diagnostics);
    } else {
      new Checker(Language.vocabulary(), library, diagnostics).check(scenario);
    }
  }

  /** The program of a file; empty after errors. */
  static Optional<CheckedProgram> check(
      Path file, String name, FileLibrary library, Diagnostics diagnostics) {
    Optional<SourceText> text = SourceFiles.read(file, name, diagnostics);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Scenario scenario = new ScenarioParser().parse(text.get(), diagnostics);
    if (Assignment.isOne(scenario)) {
      AssignmentFile.refuse(file, scenario, library, diagnostics);
      return Optional.empty();
    }
    return new Checker(Language.vocabulary(), library, diagnostics).check(scenario);
  }

  private RunResult run() {
    FileLibrary library = new FileLibrary(request.name(), request.file());
    Optional<CheckedProgram> program = program(library);
    return program.isEmpty() ? refused() : run(program.get(), library);
  }

  private Optional<CheckedProgram> program(FileLibrary library) {
    Optional<CheckedProgram> program = check(request.file(), request.name(), library, diagnostics);
    program.ifPresent(p -> ParameterTexts.check(p, request.parameters(), diagnostics));
    return diagnostics.hasErrors() ? Optional.empty() : program;
  }

  private RunResult refused() {
    return new RunResult(
        diagnostics.sorted(),
        diagnostics.dropped(),
        List.of(),
        Optional.empty(),
        new Findings().report(request.name()),
        false,
        false,
        0);
  }

  private RunResult run(CheckedProgram program, FileLibrary library) {
    Limits limits = request.limits();
    boolean sheet = Worksheet.isOne(program.source());
    TraceWriter.Content content = sheet ? TraceWriter.Content.NOTHING : request.content();
    TraceWriter writer = new TraceWriter(request.output(), content, limits.output());
    AssertionWitness witness = new AssertionWitness(true, sheet ? Candour.DISCREET : Candour.FULL);
    Job job =
        new Job(
            program,
            library,
            ParameterTexts.read(program, request.parameters()),
            writer,
            witness,
            request.progress(),
            request.explains(),
            request.captures().<Capture>map(files -> files).orElse(Capture.NONE),
            request.export().map(folder -> new GuestLog()));
    Account account = Account.of(limits, deadline(limits));
    writer.header();
    OneRun.Played played = OneRun.play(job, account, Optional.empty());
    if (sheet) {
      played.over().ifPresent(run -> Worksheet.close(program, run.visibleLeft(), witness));
    }
    writer.flush();
    Ending ending = played.over().flatMap(run -> export(run, job)).orElse(played.ending());
    return result(program, witness, ending, account.meter().steps());
  }

  /** Writes the files that were asked for; how the run ends where that fails. */
  private Optional<Ending> export(OneRun run, Job job) {
    if (request.export().isEmpty()) {
      return Optional.empty();
    }
    Path folder = request.export().get();
    try {
      new Export(folder, job.guestLog().orElseThrow()).write(run.machine());
      return Optional.empty();
    } catch (IOException e) {
      SourceText nothing = new SourceText(folder.toString(), "");
      Diagnostic unwritable =
          Diagnostic.of(
              FileProblem.UNWRITABLE, nothing, new Span(0, 0), folder, "writing the files failed");
      return Optional.of(new Ending(Ending.Sort.ERROR, Optional.of(unwritable)));
    }
  }

  private RunResult result(
      CheckedProgram program, AssertionWitness witness, Ending ending, long steps) {
    witness.runEnds(ending);
    return new RunResult(
        diagnostics.sorted(),
        diagnostics.dropped(),
        witness.warnings(),
        Optional.of(ending),
        witness.report(request.name()),
        program.observed().proves(),
        Worksheet.isOne(program.source()),
        steps);
  }

  static Meter.Watch deadline(Limits limits) {
    long end = System.nanoTime() + limits.seconds() * NANOS_A_SECOND;
    return () -> System.nanoTime() - end > 0;
  }
}
