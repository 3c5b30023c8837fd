package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.commands.looking.WhyEach;
import dev.vsim.event.EventSink;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Interpreter;
import dev.vsim.machine.Machine;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.world.Decisions;
import dev.vsim.machine.world.Foresight;
import dev.vsim.trace.EventLog;
import dev.vsim.value.Value;
import java.util.Optional;

/** One world, from its first statement to its end. */
final class OneRun {
  private final Job job;
  private final Account account;
  private final Foresight foresight;
  private final EventLog log;
  private final Optional<EventLog> outer;
  private final Machine machine;
  private final Interpreter interpreter;

  /** The run of a scenario by itself. */
  OneRun(Job job, Account account, Foresight foresight) {
    this(job, account, foresight, Optional.empty());
  }

  /**
   * @param outer what the one who simulates it sees of its events
   */
  OneRun(Job job, Account account, Foresight foresight, Optional<EventLog> outer) {
    this.job = job;
    this.account = account;
    this.foresight = foresight;
    this.outer = outer;
    this.log = job.log(account);
    EventSink own =
        job.explains()
            ? new WhyEach(log, log::prints, job.writer()::comment, this::decisions)
            : log;
    EventSink heard = outer.isPresent() ? new TwoLogs(log, outer.get()) : own;
    EventSink sink = job.guestLog().map(l -> l.before(heard, this::clock)).orElse(heard);
    this.machine = new Machine(sink, account.memory(), job.seed(), foresight);
    machine.network().captureTo(job.capture());
    if (job.program().hasSeveralHosts()) {
      machine.network().expectSeveralHosts();
    }
    if (job.explains() || job.program().performs("why")) {
      machine.decisions().listen();
    }
    this.interpreter =
        new Interpreter(
            job.program().source().shortName(),
            Language.vocabulary(),
            new RunSetting(machine, log, job, account.meter()),
            log,
            job.writer(),
            account.meter(),
            job.witness(),
            new WorldSimulator(job, account));
  }

  /**
   * Runs a scenario to its end. One that uses {@code opt} runs twice (rules.md R14): first with
   * {@code lru} in its place, silently; then it knows what was noted.
   */
  static Played play(Job job, Account account, Optional<EventLog> outer) {
    if (!job.mentions("opt")) {
      return new OneRun(job, account, Foresight.none(), outer).play();
    }
    Foresight noting = Foresight.noting();
    Account first = account.rehearsal();
    Ending rehearsed = new OneRun(job.rehearsed(), first, noting).run();
    account.meter().rehearsed(first.meter(), noting.noted());
    long noted = noting.noted() * Integer.BYTES;
    boolean fits = noted <= account.memory().limit() - account.memory().used();
    if (rehearsed.sort() == Ending.Sort.LIMIT || !fits) {
      return new Played(rehearsed, Optional.empty());
    }
    account.memory().charge(noted);
    Foresight known = noting.isWanted() ? noting.known() : Foresight.none();
    return new OneRun(job, account, known, outer).play();
  }

  /**
   * What came of a run.
   *
   * @param over the run itself, if it came to its end
   */
  record Played(Ending ending, Optional<OneRun> over) {}

  private Played play() {
    Ending ending = run();
    boolean over = ending.sort() == Ending.Sort.COMPLETE;
    return new Played(ending, over ? Optional.of(this) : Optional.empty());
  }

  /** How many visible events lie behind the cursor. */
  int visibleLeft() {
    return interpreter.visibleLeft();
  }

  /** Reads the expressions that a text about this world prints. */
  Interpreter.Reading read(CheckedProgram text) {
    return interpreter.read(text);
  }

  /** The world that it has left behind, for who simulates it. */
  Optional<Value.World> world() {
    return outer.map(
        seen -> interpreter.world(new RunSetting(machine, seen, job, account.meter()), seen));
  }

  private Ending run() {
    Ending ending = interpreter.run(job.program());
    return ending.sort() == Ending.Sort.COMPLETE
        ? foresight
            .shortfall()
            .map(missing -> Endings.shortfall(job.program(), missing))
            .orElse(ending)
        : ending;
  }

  /** The machine that it has left behind. */
  Machine machine() {
    return machine;
  }

  private Clock clock() {
    return machine.clock();
  }

  private Decisions decisions() {
    return machine.decisions();
  }
}
