package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.exec.Meter;
import dev.vsim.exec.Witness;
import dev.vsim.machine.net.Capture;
import dev.vsim.run.export.GuestLog;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.Recording;
import dev.vsim.trace.TraceWriter;
import dev.vsim.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * One scenario that is to be run.
 *
 * @param program the scenario, checked
 * @param library the files that it names
 * @param given what its {@code param}s are given, by name
 * @param writer where its trace goes
 * @param witness who is told what its assertions come to
 * @param progress who is told how far replays have come
 * @param explains whether each eviction is printed with its reason
 * @param capture where the frames at the ports of its network go
 * @param guestLog what becomes of its VMs is written down here, if anywhere
 * @param seed what its random numbers begin with
 * @param submitted what was handed in, if it is an assignment's check
 */
record Job(
    CheckedProgram program,
    ScenarioFiles library,
    Map<String, Value> given,
    TraceWriter writer,
    Witness witness,
    RunRequest.ReplayProgress progress,
    boolean explains,
    Capture capture,
    Optional<GuestLog> guestLog,
    long seed,
    Optional<Submitted> submitted) {
  /** What the generator begins with unless it is told otherwise. */
  static final long SEED = 42;

  /** One whose frames nobody keeps, and of which there is no log. */
  Job(
      CheckedProgram program,
      ScenarioFiles library,
      Map<String, Value> given,
      TraceWriter writer,
      Witness witness,
      RunRequest.ReplayProgress progress,
      boolean explains) {
    this(
        program,
        library,
        given,
        writer,
        witness,
        progress,
        explains,
        Capture.NONE,
        Optional.empty());
  }

  /** One that begins with the usual seed, and looks at no submission. */
  Job(
      CheckedProgram program,
      ScenarioFiles library,
      Map<String, Value> given,
      TraceWriter writer,
      Witness witness,
      RunRequest.ReplayProgress progress,
      boolean explains,
      Capture capture,
      Optional<GuestLog> guestLog) {
    this(
        program,
        library,
        given,
        writer,
        witness,
        progress,
        explains,
        capture,
        guestLog,
        SEED,
        Optional.empty());
  }

  /** The same in silence, its assertions passed over. */
  Job rehearsed() {
    return new Job(
        program,
        library,
        given,
        TraceWriter.silent(),
        new AssertionWitness(false),
        RunRequest.ReplayProgress.NONE,
        false,
        Capture.NONE,
        Optional.empty(),
        seed,
        submitted);
  }

  /** Whether a policy may be called so, in it or in what it is given. */
  boolean mentions(String policy) {
    return program.mentions(policy)
        || given.values().stream().anyMatch(v -> v.print().contains(policy));
  }

  /** The log of its own events. */
  EventLog log(Account account) {
    return log(program.observed(), writer, account);
  }

  /** The log of what its assertions look at in a world that it simulates. */
  EventLog logElsewhere(Account account) {
    return log(program.observedElsewhere(), TraceWriter.silent(), account);
  }

  private EventLog log(CheckedProgram.Observed observed, TraceWriter to, Account account) {
    Meter meter = account.meter();
    return new EventLog(
        recording(observed),
        account.kept(),
        to,
        violation -> witness.violation(violation, meter.running().orElseThrow()));
  }

  /** What has to be kept for assertions. */
  private static Recording recording(CheckedProgram.Observed observed) {
    return new Recording(
        observed.kinds(), observed.inOrder(), observed.counts(), Recording.DEFAULT_LIMIT);
  }
}
