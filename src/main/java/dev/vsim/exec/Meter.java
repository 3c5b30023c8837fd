package dev.vsim.exec;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.LimitProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Counts what a run uses against its limits (grading.md, "Limits"): the same count on every
 * machine.
 */
final class Meter {
  private static final int BETWEEN_LOOKS = 1 << 14;

  /**
   * What an element of a list, or a character, is taken to cost at the most, with all copies that
   * are about.
   */
  private static final int BYTES_AN_ELEMENT = 64;

  private final Limits limits;
  private final Watch watch;
  private final Deque<Node> loops = new ArrayDeque<>();
  private long steps;
  private long nextLook;
  private long work;
  private int depth;
  private Node running;

  /** Tells whether the time is over; asked now and then. */
  interface Watch {
    boolean isOver();
  }

  Meter(Limits limits, Watch watch) {
    this.limits = limits;
    this.watch = watch;
    this.nextLook = Math.min(limits.steps(), BETWEEN_LOOKS);
  }

  /** One more statement, or one more round of a loop. */
  void step(Node node) {
    running = node;
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

  /** The statement that began last. */
  Optional<Node> running() {
    return Optional.ofNullable(running);
  }

  Limits limits() {
    return limits;
  }

  long steps() {
    return steps;
  }

  /** Counts what takes time in proportion to {@code amount}: references, elements, characters. */
  void work(Node node, long amount) {
    work += amount;
    if (work > limits.work()) {
      throw limit(node, LimitProblem.WORK, limits.work());
    }
  }

  /** Refuses a text or a list that would take a part of the memory that no scenario needs. */
  void length(Node node, long elements) {
    work(node, elements);
    if (elements > limits.memory() / BYTES_AN_ELEMENT) {
      throw limit(node, LimitProblem.MEMORY, Printed.whole(limits.memory(), Dimension.SIZE));
    }
  }

  void begin(long before) {
    work = before;
  }

  long worked() {
    return work;
  }

  private void look(Node node) {
    if (steps > limits.steps()) {
      throw limit(node, LimitProblem.STEPS, limits.steps());
    }
    if (watch.isOver()) {
      throw limit(node, LimitProblem.TIME, limits.seconds());
    }
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
    depth = 0;
  }

  void enterCall(Node call) {
    if (++depth > limits.depth()) {
      throw limit(call, LimitProblem.DEPTH, limits.depth());
    }
  }

  void leaveCall() {
    depth--;
  }

  /**
   * How a run ends whose model met its limit where no statement was acting: in what an expression
   * reads.
   */
  Ending memoryReached(SourceText source, long limit) {
    String shown = Printed.whole(limit, Dimension.SIZE);
    Span start = new Span(0, 0);
    Diagnostic diagnostic = Diagnostic.of(LimitProblem.MEMORY, source, start, shown);
    return new Ending(Ending.Sort.LIMIT, Optional.of(diagnostic));
  }

  /** What to throw where a limit is met, naming the loop that was running. */
  Stopped limit(Node at, LimitProblem problem, Object... arguments) {
    Diagnostic diagnostic = Diagnostic.of(problem, at.source(), at.span(), arguments);
    Optional<Node> loop = Optional.ofNullable(loops.peek());
    if (loop.isPresent()) {
      diagnostic =
          diagnostic.withNote(
              new Diagnostic.Note(
                  Optional.of(loop.get().source()), loop.get().span(), "this loop was running"));
    }
    return new Stopped(Ending.Sort.LIMIT, diagnostic);
  }
}
