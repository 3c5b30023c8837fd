package dev.vsim.exec;

import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.LimitReached;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.FileProblem;
import dev.vsim.source.LimitProblem;
import dev.vsim.trace.Cursor;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.TraceWriter;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import dev.vsim.vocabulary.Vocabulary;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that the nodes of one run share.
 *
 * @param vocabulary what can be named
 * @param setting the machine and what the run lends it
 * @param log its events
 * @param cursor where its assertions have got to
 * @param writer its trace and printed lines
 * @param meter its limits
 * @param witness what its assertions find
 * @param reads what is read while an assertion is evaluated
 * @param simulator runs other scenarios
 * @param inhabitants the machine's objects
 * @param visited the world in which the nodes act, where it is not the scenario's own
 */
record Context(
    Vocabulary vocabulary,
    Setting setting,
    EventLog log,
    Cursor cursor,
    TraceWriter writer,
    Meter meter,
    Witness witness,
    Reads reads,
    Simulator simulator,
    Inhabitants inhabitants,
    Optional<SimulatedWorld> visited) {

  /** The object at a path, if it is there by now. */
  Optional<Value.Thing> find(String path) {
    return inhabitants.find(path);
  }

  /** The same run, its nodes acting in another world and looking there. */
  Context in(SimulatedWorld world) {
    return new Context(
        vocabulary,
        world.setting(),
        world.log(),
        world.cursor(),
        writer,
        meter,
        witness,
        reads,
        simulator,
        world.inhabitants(),
        Optional.of(world));
  }

  /** An object that must stand in the world in which the node acts. */
  Subject here(Node at, Value.Thing thing) {
    Optional<Value.Universe> other = thing.universe().filter(u -> u != inhabitants);
    if (other.isPresent()) {
      throw at.stop(
          ActionProblem.OTHER_WORLD,
          thing.subject().path(),
          other.get().name(),
          inhabitants.name());
    }
    return thing.subject();
  }

  /** Who acts where no {@code on} says so; an empty path is that of the host's first process. */
  Subject actor(Node at, String declared) {
    String path = visited.map(SimulatedWorld::actor).orElse(declared);
    return path.isEmpty()
        ? setting.machine().host().init()
        : find(path).map(Value.Thing::subject).orElseThrow(() -> notThere(at, path));
  }

  /** What to throw where an object is wanted that is not there. */
  Stopped notThere(Node at, String path) {
    return visited.isPresent()
        ? at.stop(ActionProblem.NOT_IN_WORLD, path, inhabitants.name())
        : at.stop(ActionProblem.NOT_THERE, path);
  }

  /** Ends the run where the log met its limit of kept events, or the writer its limit of output. */
  void checkLog(Node at) {
    if (log.isFull()) {
      throw meter.limit(at, LimitProblem.EVENTS, meter.limits().events());
    }
    if (writer.state() != TraceWriter.State.WHOLE) {
      throw writer.state() == TraceWriter.State.LIMITED
          ? meter.limit(
              at, LimitProblem.OUTPUT, Printed.whole(meter.limits().output(), Dimension.SIZE))
          : new Stopped(
              Ending.Sort.BROKEN_OUTPUT,
              Diagnostic.of(FileProblem.UNREADABLE, at.source(), at.span(), "", ""));
    }
  }

  /**
   * Does what acts on the machine, and counts the events that come of it; ends the run where the
   * model's memory, its time or its foresight is over.
   */
  Outcome within(Node at, Supplier<Outcome> work) {
    Outcome outcome;
    try {
      outcome = work.get();
    } catch (LimitReached e) {
      throw meter.memoryReached(at, e);
    }
    meter.steps(at, setting.machine().countEvents());
    meter.work(at, log.effort());
    if (setting.machine().clock().isOver()) {
      throw meter.limit(
          at,
          LimitProblem.VIRTUAL_TIME,
          Printed.whole(setting.machine().clock().now(), Dimension.DURATION));
    }
    if (setting.machine().foresight().isWanted()) {
      checkForesight(at);
    }
    return outcome;
  }

  private void checkForesight(Node at) {
    Foresight foresight = setting.machine().foresight();
    if (foresight.stage() == Foresight.Stage.NONE) {
      throw at.stop(ActionProblem.OPT_UNSEEN);
    }
    Optional<Foresight.Departure> departure = foresight.departure();
    if (departure.isPresent()) {
      Foresight.Departure d = departure.get();
      throw at.stop(ActionProblem.OTHER_REFERENCES, d.number(), d.made(), d.noted());
    }
  }
}
