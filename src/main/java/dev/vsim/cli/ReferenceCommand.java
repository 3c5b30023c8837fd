package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import dev.vsim.run.Reference;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim reference}. */
final class ReferenceCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
        "reference",
        List.of(
            "Prints the reference of the language as Markdown: kinds, commands, events, policies, costs, errors."),
        "vsim reference > src/site/reference.md");
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    terminal.out().print(Reference.markdown());
    return ExitCode.HELD;
  }
}
