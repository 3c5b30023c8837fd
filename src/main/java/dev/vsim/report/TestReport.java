package dev.vsim.report;

import dev.vsim.verdict.TestRun;

/** A form in which programs read what came of a test run; {@link TestReports} lists them. */
public interface TestReport {
  /** Its name on the command line. */
  String word();

  /** Who reads it, in a few words. */
  String readers();

  /** The whole text. */
  String write(TestRun run);
}
