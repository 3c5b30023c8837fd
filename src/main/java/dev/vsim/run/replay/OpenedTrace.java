package dev.vsim.run.replay;

/** What comes of opening a recorded trace. */
public sealed interface OpenedTrace {
  /** It can be replayed, at least its beginning. */
  record Ready(RecordedTrace trace) implements OpenedTrace {}

  /** It cannot. */
  record Refused(ReplayError error) implements OpenedTrace {}
}
