package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.event.EventKind;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Interpreter;
import dev.vsim.exec.Limits;
import dev.vsim.exec.Meter;
import dev.vsim.machine.Machine;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.LimitProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.SyntaxProblem;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.syntax.Stmt;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.KeptRoom;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.Recording;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Report;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A scenario that grows: each statement that is submitted runs on the machine as those before it
 * have left it. Every event is kept, so that later assertions can look at all of them.
 */
public final class Session {
  private static final long SEED = 42;
  private static final int KEPT = 4_000_000;
  private static final Limits LIMITS =
      new Limits(
          Long.MAX_VALUE,
          Limits.RUN.depth(),
          KEPT,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Limits.RUN.memory(),
          0);

  private final String name;
  private final FileLibrary library;
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final TraceWriter writer =
      new TraceWriter(output, TraceWriter.Content.EVERYTHING, Long.MAX_VALUE);
  private final SessionWitness witness = new SessionWitness();
  private final Machine machine;
  private final Interpreter interpreter;

  /** The text of all statements that have run, and the program that it is. */
  private String text = "";

  private CheckedProgram program;

  /**
   * What came of a submission.
   *
   * @param lines what was printed: events, comments
   * @param diagnostics mistakes and warnings
   * @param report what its assertions came to
   * @param ran whether all of it has run
   */
  public record Reply(
      List<String> lines, List<Diagnostic> diagnostics, Report report, boolean ran) {}

  /**
   * A session of its own, with nothing in it.
   *
   * @param file where its statements are taken to stand: paths in them are relative to its folder
   */
  public Session(Path file) {
    this.name = file.toString();
    this.library = new FileLibrary(name, file);
    EventLog log = new EventLog(everything(), writer, this::violation);
    this.machine = new Machine(log, LIMITS.memory(), SEED);
    machine.decisions().listen();
    this.program =
        check(new SourceText(name, ""), new Diagnostics())
            .orElseThrow(() -> new IllegalStateException("nothing is a program"));
    Job job = new Job(program, library, Map.of(), writer, witness, this::progress, false);
    Account account =
        new Account(
            LIMITS, new Meter(LIMITS, interrupted::get), machine.budget(), new KeptRoom(KEPT));
    this.interpreter =
        new Interpreter(
            program.source().shortName(),
            Language.vocabulary(),
            new RunSetting(machine, log, job, account.meter()),
            log,
            writer,
            account.meter(),
            witness,
            new WorldSimulator(job, account));
    start();
  }

  private void start() {
    if (interpreter.goOn(program).sort() != Ending.Sort.COMPLETE) {
      throw new IllegalStateException("nothing runs");
    }
  }

  private void violation(Mismatch.Forbidden violation) {
    interpreter.running().ifPresent(during -> witness.violation(violation, during));
  }

  private static Recording everything() {
    return new Recording(new LinkedHashSet<>(EventKind.all()), true, true, KEPT);
  }

  /** Stops the statement that is running, from another thread. */
  public void interrupt() {
    interrupted.set(true);
  }

  public Machine machine() {
    return machine;
  }

  /** Whether a text breaks off inside a bracket, so that more lines belong to it. */
  public static boolean breaksOff(String input) {
    Diagnostics found = new Diagnostics();
    SourceText source = new SourceText("", input);
    new ScenarioParser().parse(source, found);
    return found.sorted().stream()
        .anyMatch(
            d ->
                d.problem() == SyntaxProblem.UNCLOSED_BRACKET
                    || d.problem() == SyntaxProblem.UNCLOSED_PROPERTIES);
  }

  /** Reads, checks and runs what is new; what has run stays, whatever becomes of the rest. */
  public Reply submit(String input) {
    interrupted.set(false);
    witness.begin();
    Diagnostics found = new Diagnostics();
    String whole = text + input + (input.endsWith("\n") ? "" : "\n");
    SourceText source = new SourceText(name, whole);
    Optional<CheckedProgram> checked = check(source, found);
    List<Diagnostic> said = new ArrayList<>(news(found));
    boolean ran = checked.isPresent() && run(checked.get(), said);
    said.addAll(witness.warnings());
    return new Reply(printed(), said, witness.report(name), ran);
  }

  private Optional<CheckedProgram> check(SourceText source, Diagnostics found) {
    Scenario scenario = new ScenarioParser().parse(source, found);
    Optional<CheckedProgram> checked =
        new Checker(Language.vocabulary(), library, found).check(scenario);
    return found.hasErrors() ? Optional.empty() : checked;
  }

  /** What is said about the new text; what was said about the old is not said again. */
  private List<Diagnostic> news(Diagnostics found) {
    return found.sorted().stream()
        .filter(
            d ->
                d.isError() || !d.source().name().equals(name) || d.span().start() >= text.length())
        .toList();
  }

  private boolean run(CheckedProgram whole, List<Diagnostic> said) {
    Optional<Diagnostic> unusable = interpreter.goOn(whole).diagnostic();
    if (unusable.isPresent()) {
      said.add(unusable.get());
      return false;
    }
    List<Stmt> statements = whole.statements();
    for (int i = program.statements().size(); i < statements.size(); i++) {
      Optional<Diagnostic> stopped = run(whole, i);
      if (stopped.isPresent()) {
        said.add(stopped.get());
        keep(whole, i == 0 ? 0 : statements.get(i - 1).span().end());
        return false;
      }
    }
    text = whole.source().text();
    program = whole;
    return true;
  }

  private Optional<Diagnostic> run(CheckedProgram whole, int statement) {
    Span span = whole.statements().get(statement).span();
    try {
      Ending ending = interpreter.goOn(statement);
      boolean broken = ending.sort() == Ending.Sort.LIMIT && interrupted.get();
      return broken ? Optional.of(stopped(whole, span)) : ending.diagnostic();
    } catch (Interruption e) {
      return Optional.of(stopped(whole, span));
    }
  }

  private static Diagnostic stopped(CheckedProgram whole, Span span) {
    return Diagnostic.of(LimitProblem.INTERRUPTED, whole.source(), span);
  }

  /** The statements up to a place have run, and those behind it have not. */
  private void keep(CheckedProgram whole, int end) {
    if (end <= text.length()) {
      return;
    }
    String kept = whole.source().text().substring(0, end) + "\n";
    program =
        check(new SourceText(name, kept), new Diagnostics())
            .orElseThrow(() -> new IllegalStateException("what has run is a program"));
    text = kept;
  }

  private List<String> printed() {
    writer.flush();
    String all = output.toString(StandardCharsets.UTF_8);
    output.reset();
    return all.isEmpty() ? List.of() : all.lines().toList();
  }

  private void progress(String file, long references, double fraction, boolean over) {
    if (interrupted.get()) {
      throw new Interruption();
    }
  }

  /** A replay was interrupted. */
  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;

    Interruption() {
      super("interrupted", null, false, false);
    }
  }
}
