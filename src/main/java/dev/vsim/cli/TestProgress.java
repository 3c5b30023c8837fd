package dev.vsim.cli;

import dev.vsim.run.replay.ProgressLine;

/** Draws how far a test run is, on a terminal only. */
final class TestProgress {
  private final int all;
  private final Terminal terminal;
  private final ProgressLine line;

  TestProgress(int all, Terminal terminal) {
    this.all = all;
    this.terminal = terminal;
    this.line =
        new ProgressLine("test", "scenarios", terminal.columns(), System::nanoTime, this::write);
  }

  /** So many are through; told by any thread. */
  synchronized void done(int through) {
    if (terminal.interactive()) {
      line.update((double) through / all, through);
    }
  }

  synchronized void erase() {
    line.erase();
  }

  private void write(String text) {
    terminal.err().print(text);
    terminal.err().flush();
  }
}
