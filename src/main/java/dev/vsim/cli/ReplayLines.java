package dev.vsim.cli;

import dev.vsim.run.RunRequest;
import dev.vsim.run.replay.ProgressLine;

/** Draws how far a replay is, on a terminal only. */
final class ReplayLines implements RunRequest.ReplayProgress {
  private final Terminal terminal;
  private ProgressLine line;

  ReplayLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void tell(String name, long references, double fraction, boolean over) {
    if (!terminal.interactive()) {
      return;
    }
    if (line == null) {
      line =
          new ProgressLine(
              "replay " + name, "references", terminal.columns(), System::nanoTime, this::write);
    }
    if (over) {
      line.erase();
      line = null;
    } else {
      line.update(fraction, references);
    }
  }

  private void write(String text) {
    terminal.err().print(text);
    terminal.err().flush();
  }
}
