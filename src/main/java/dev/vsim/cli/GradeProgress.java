package dev.vsim.cli;

import dev.vsim.grade.Grade;
import dev.vsim.run.replay.ProgressLine;

/** Draws how far grading is, on a terminal only. */
final class GradeProgress {
  private final long all;
  private final Terminal terminal;
  private final ProgressLine line;
  private long through;

  GradeProgress(int submissions, int checks, Terminal terminal) {
    this.all = (long) submissions * checks;
    this.terminal = terminal;
    this.line =
        new ProgressLine("grade", "checks", terminal.columns(), System::nanoTime, this::write);
  }

  /** One check more of a submission is through; told by any thread. */
  @SuppressWarnings("unused") // which one does not matter
  synchronized void done(Grade sofar) {
    through++;
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
