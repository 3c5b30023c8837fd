package dev.vsim.exec;

import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.time.Outstanding;
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
  void start(Operation operation) {
    outstanding.add(operation);
  }

  /** Waits for all that was started: how a scenario ends. */
  void finish(Node last) {
    happen(last, outstanding);
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
