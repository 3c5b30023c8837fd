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
}
