package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Symbol;
import dev.vsim.trace.Cursor;
import dev.vsim.trace.EventLog;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Setting;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * A world that {@code simulate} has made. Whoever holds it looks at its objects and events, with a
 * cursor of his own, and acts in it by {@code in r { … }}.
 */
final class SimulatedWorld implements Value.Universe {
  private final CheckedProgram program;
  private final Programs own;
  private final Setting setting;
  private final EventLog log;
  private final Cursor cursor;
  private final Inhabitants inhabitants;
  private final IdentityHashMap<Object, Block> visits = new IdentityHashMap<>();

  /** The files of the one who acts here, and the same for what acts here. */
  private Programs holder;

  private Programs visiting;

  /**
   * @param own the variables of the scenario that ran in it
   * @param log what the holder sees of its events
   */
  SimulatedWorld(CheckedProgram program, Programs own, Setting setting, EventLog log, String name) {
    this.program = program;
    this.own = own;
    this.setting = setting;
    this.log = log;
    this.cursor = new Cursor(log);
    this.inhabitants = new Inhabitants(name, setting.machine());
  }

  @Override
  public String name() {
    return inhabitants.name();
  }

  @Override
  public Optional<Value.Thing> find(String path) {
    return inhabitants.find(path);
  }

  /** What stands behind the dot of {@code r.frames}: an object, or a {@code param}. */
  Optional<Value> read(String name) {
    Optional<Value.Thing> thing = find(name);
    return thing.isPresent() ? thing.map(t -> t) : program.parameter(name).map(this::value);
  }

  private Value value(Symbol.Variable parameter) {
    Frame frame = own.frame(program.activation());
    return parameter.isBare()
        ? new Value.Whole(frame.wholes[parameter.slot()], parameter.type().dimension())
        : frame.values[parameter.slot()];
  }

  /** The path of who acts in it where no {@code on} says so. */
  String actor() {
    return program.actor();
  }

  Setting setting() {
    return setting;
  }

  EventLog log() {
    return log;
  }

  Cursor cursor() {
    return cursor;
  }

  Inhabitants inhabitants() {
    return inhabitants;
  }

  /**
   * The holder's statements, planned to act here; each block is planned once.
   *
   * @param block which statements
   * @param from the holder's files
   */
  Block visit(Object block, Programs from, Function<Programs, Block> plan) {
    if (holder != from) {
      holder = from;
      visiting = from.visiting(this);
    }
    Block planned = visits.get(block);
    if (planned == null) {
      planned = plan.apply(visiting);
      visits.put(block, planned);
    }
    return planned;
  }
}
