package dev.vsim.exec;

import dev.vsim.machine.world.LimitReached;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.LimitProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.trace.Place;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Counts what a run uses against its limits (grading.md, "Limits"): the same count on every
 * machine.
 */
public final class Meter {
  private static final int BETWEEN_LOOKS = 1 << 14;
  private static final long WORK_BETWEEN_LOOKS = 1 << 22;

  /**
   * What an element of a list, or a character, is taken to cost at the most, with all copies that
   * are about.
   */
  private static final int BYTES_AN_ELEMENT = 64;

  /** The part of the memory that lists, maps and texts may take together. */
  private static final int VALUES_OF_MEMORY = 16;

  /** How deep simulations may run inside each other. */
  private static final int MOST_SIMULATIONS = 8;

  private final Limits limits;
  private final Watch watch;
  private final Deque<Node> loops = new ArrayDeque<>();
  private final ValueRoom values;
  private long steps;
  private long nextLook;
  private long work;
  private long nextClock = WORK_BETWEEN_LOOKS;
  private long handled;

  /** The statement in the middle of which a handler runs, and what it holds. */
  private Node interrupted;

  private long heldMeanwhile;

  private int depth;
  private Node running;

  /** The scenarios that run inside each other, the outermost first. */
  private final Deque<String> scenarios = new ArrayDeque<>();

  /** Tells whether the wall time that a run may take is over; asked now and then. */
  public interface Watch {
    boolean isOver();
  }

  public Meter(Limits limits, Watch watch) {
    this(limits, watch, new ValueRoom(limits.memory() / VALUES_OF_MEMORY));
  }

  private Meter(Limits limits, Watch watch, ValueRoom values) {
    this.limits = limits;
    this.watch = watch;
    this.values = values;
    this.nextLook = Math.min(limits.steps(), BETWEEN_LOOKS);
  }

  /**
   * A meter for the first run of a world that runs twice (rules.md R14). It begins where this one
   * is, but for the steps; {@link #rehearsed} takes over what it has counted.
   */
  public Meter rehearsal() {
    Meter first = new Meter(limits, watch, new ValueRoom(values.left()));
    first.work = work;
    first.depth = depth;
    first.loops.addAll(loops);
    first.scenarios.addAll(scenarios);
    return first;
  }

  /** The first run is over: its steps count as work, and so does what it has noted. */
  public void rehearsed(Meter first, long noted) {
    work = first.work + first.steps + noted;
  }

  /** One more statement, or one more round of a loop. */
  void step(Node node) {
    running = node;
    values.begin();
    if (++steps > nextLook) {
      look(node);
    }
  }

  /** So many events more. */
  void steps(Node node, long more) {
    steps += more;
    if (steps > nextLook) {
      look(node);
    }
  }

  /** The statement that began last, in whichever world. */
  public Optional<Place> running() {
    return Optional.ofNullable(running).map(node -> new Place(node.source(), node.span()));
  }

  public Limits limits() {
    return limits;
  }

  public long steps() {
    return steps;
  }

  /** Counts what takes time in proportion to {@code amount}: references, elements, characters. */
  void work(Node node, long amount) {
    work += amount;
    if (work > limits.work()) {
      throw limit(node, LimitProblem.WORK, limits.work());
    }
    if (work > nextClock) {
      nextClock = work + WORK_BETWEEN_LOOKS;
      lookAtClock(node);
    }
  }

  private void lookAtClock(Node node) {
    if (watch.isOver()) {
      throw limit(node, LimitProblem.TIME, limits.seconds() + "s");
    }
  }

  /** Counts the elements of a text or list that is about to be looked through, all at once. */
  void length(Node node, long elements) {
    work(node, elements);
    room(node, elements);
  }

  /** A list of so many elements is about to be made. */
  void list(Node node, long elements) {
    length(node, elements);
    take(node, ValueRoom.LIST + ValueRoom.ELEMENT * elements);
  }

  /** A map of so many entries is about to be made. */
  void map(Node node, long entries) {
    length(node, entries);
    take(node, ValueRoom.MAP + ValueRoom.ENTRY * entries);
  }

  /** A text of so many UTF-16 code units is about to be made. */
  void text(Node node, long characters) {
    length(node, characters);
    take(node, ValueRoom.TEXT + ValueRoom.CHARACTER * characters);
  }

  /** So many bytes of lists, maps and texts are about to be made. */
  void take(Node node, long bytes) {
    if (!values.take(bytes)) {
      throw limit(node, LimitProblem.VALUES, Printed.whole(values.limit(), Dimension.SIZE));
    }
    work(node, values.effort());
  }

  /** What variables hold is counted here. */
  ValueRoom values() {
    return values;
  }

  /** Refuses a text or a list that would take a part of the memory that no scenario needs. */
  void room(Node node, long elements) {
    if (elements > limits.memory() / BYTES_AN_ELEMENT) {
      throw limit(node, LimitProblem.LENGTH, elements, limits.memory() / BYTES_AN_ELEMENT);
    }
  }

  /**
   * A strategy's handler begins, which runs for the machine as references of a replay do: its steps
   * are counted as work. Gives what {@link #leaveHandler} wants to know.
   */
  long enterHandler() {
    interrupted = running;
    heldMeanwhile = values.suspend();
    return steps;
  }

  /** A strategy's handler ends; while it ran, its steps counted against the limit of steps. */
  void leaveHandler(Node handler, long before) {
    work(handler, steps - before);
    handled += steps - before;
    steps = before;
    running = interrupted;
    values.resume(heldMeanwhile);
    if (handled > BETWEEN_LOOKS) {
      handled = 0;
      look(handler);
    }
  }

  /** Counts work where the limit can be told later; whether it is within the limit. */
  public boolean spend(long amount) {
    work += amount;
    return work <= limits.work();
  }

  /** Whether the wall time is over; for who works long without a statement. */
  public boolean isLate() {
    return watch.isOver();
  }

  private void look(Node node) {
    if (steps > limits.steps()) {
      throw limit(node, LimitProblem.STEPS, limits.steps());
    }
    work(node, 0);
    lookAtClock(node);
    nextLook = Math.min(limits.steps(), steps + BETWEEN_LOOKS);
  }

  void enterLoop(Node loop) {
    loops.push(loop);
  }

  void leaveLoop() {
    loops.pop();
  }

  /** What was running has been broken off: no loop runs, and no call. */
  void unwind() {
    loops.clear();
    values.unwind();
    depth = 0;
  }

  /**
   * A call begins.
   *
   * @param variables of the call
   */
  void enterCall(Node call, Frame variables) {
    values.enterCall(variables);
    if (++depth > limits.depth()) {
      throw limit(call, LimitProblem.DEPTH, limits.depth());
    }
  }

  void leaveCall() {
    values.leaveCall();
    depth--;
  }

  /** A scenario begins, perhaps inside others. */
  void enterScenario(String name) {
    scenarios.addLast(name);
  }

  void leaveScenario() {
    scenarios.removeLast();
  }

  /** Refuses one more simulation where too many are running inside each other. */
  void simulate(Node node) {
    if (scenarios.size() > MOST_SIMULATIONS) {
      throw limit(node, LimitProblem.SIMULATIONS, MOST_SIMULATIONS, String.join(" → ", scenarios));
    }
  }

  /**
   * How a run ends whose model met its limit where no statement was acting: in what an expression
   * reads.
   */
  Ending memoryReached(SourceText source, LimitReached reached) {
    Span start = new Span(0, 0);
    Diagnostic diagnostic = Diagnostic.of(problem(reached), source, start, shown(reached));
    return new Ending(Ending.Sort.LIMIT, Optional.of(withLoop(diagnostic)));
  }

  /** What to throw where the model has met its limit. */
  Stopped memoryReached(Node at, LimitReached reached) {
    return limit(at, problem(reached), shown(reached));
  }

  private static LimitProblem problem(LimitReached reached) {
    return reached.isComputers() ? LimitProblem.COMPUTER : LimitProblem.MEMORY;
  }

  private static String shown(LimitReached reached) {
    return Printed.whole(reached.limit(), Dimension.SIZE);
  }

  /** What to throw where a limit is met, naming the loop that was running. */
  Stopped limit(Node at, LimitProblem problem, Object... arguments) {
    Diagnostic diagnostic = Diagnostic.of(problem, at.source(), at.span(), arguments);
    return new Stopped(Ending.Sort.LIMIT, withLoop(diagnostic));
  }

  private Diagnostic withLoop(Diagnostic diagnostic) {
    return Optional.ofNullable(loops.peek())
        .map(
            loop ->
                diagnostic.withNote(
                    new Diagnostic.Note(
                        Optional.of(loop.source()), loop.span(), "this loop was running")))
        .orElse(diagnostic);
  }
}
