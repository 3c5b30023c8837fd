package dev.vsim.exec;

import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.time.Outstanding;
import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.vocabulary.Outcome;

/**
 * Lets happen what the event queue holds, at its place between the commands of the scenario
 * (rules.md R17, R36). Each happening is a step of the statement that waits for it.
 */
final class Timeline {
  private final EventQueue queue;
  private final Outstanding outstanding;
  private final Context context;

  Timeline(Context context) {
    this.context = context;
    this.queue = context.setting().machine().queue();
    this.outstanding = context.setting().machine().outstanding();
  }

  /** Lets happen what comes before a command that is about to act. */
  void before(Node command) {
    if (queue.isDueBeforeAct()) {
      happen(command, () -> !queue.isDueBeforeAct());
    }
  }

  /** Lets happen what fell due while a command acted. */
  void after(Node command) {
    if (queue.isDueAfterAct()) {
      happen(command, () -> !queue.isDueAfterAct());
    }
  }

  /** Lets things happen until an operation is over, or nothing is left that could end it. */
  void until(Node command, Operation operation) {
    happen(command, operation);
  }

  /** An operation goes on beside what follows. */
  void start(Node command, Operation operation) {
    outstanding.add(new Instants.Started(command, operation));
  }

  /** Says what was started and is not over, where a scenario ends. */
  void end() {
    long now = context.setting().machine().clock().now();
    String instant = Printed.whole(now, Dimension.DURATION);
    for (Operation operation : outstanding.open()) {
      if (operation instanceof Instants.Placed placed) {
        Node node = placed.node();
        context
            .witness()
            .warning(
                Diagnostic.of(AssertionProblem.NOT_AWAITED, node.source(), node.span(), instant));
      }
    }
  }

  private void happen(Node command, Operation end) {
    context.within(
        command,
        () -> {
          while (!end.isOver() && !queue.isEmpty()) {
            context.meter().step(command);
            queue.step();
            context.checkLog(command);
          }
          return Outcome.DONE;
        });
  }
}
