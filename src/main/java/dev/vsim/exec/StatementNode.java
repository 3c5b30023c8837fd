package dev.vsim.exec;

/**
 * A statement ready to run. The step is counted in one place, so that no statement can forget it
 * (house rule 3).
 */
abstract class StatementNode extends Node {
  /** How a statement ends. */
  enum Flow {
    /** The next statement follows. */
    ON,
    BREAK,
    CONTINUE,
    RETURN
  }

  private final Meter meter;

  StatementNode(At at, Meter meter) {
    super(at);
    this.meter = meter;
  }

  final Flow run(Frame frame) {
    meter.step(this);
    return execute(frame);
  }

  /** Counts one more round of a loop. */
  final void round() {
    meter.step(this);
  }

  final Meter meter() {
    return meter;
  }

  abstract Flow execute(Frame frame);
}
