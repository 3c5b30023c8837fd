package dev.vsim.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One subcommand: what it takes, and what it does. */
interface Subcommand {
  /**
   * Its options and parameters. They are built by calls rather than read from annotations, whose
   * proxy classes cost a start tens of milliseconds.
   */
  CommandSpec spec();

  /** Does it; gives the exit status. */
  int run(ParseResult given, Terminal terminal);
}
