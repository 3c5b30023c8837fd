package dev.vsim.exec;

import dev.vsim.exec.StatementNode.Flow;

/** Statements one behind the other. */
final class Block {
  private final StatementNode[] statements;

  Block(StatementNode[] statements) {
    this.statements = statements;
  }

  Flow run(Frame frame) {
    for (StatementNode statement : statements) {
      Flow flow = statement.run(frame);
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  /** The same, but tells before it runs the last statement that has so many behind it. */
  void run(Frame frame, int behind, Runnable tell) {
    int last = statements.length - behind - 1;
    for (int i = 0; i < statements.length; i++) {
      if (i == last) {
        tell.run();
      }
      statements[i].run(frame);
    }
  }
}
