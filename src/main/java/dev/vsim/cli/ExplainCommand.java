package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import dev.vsim.source.Problem;
import dev.vsim.source.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim explain CODE}. */
final class ExplainCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
            "explain",
            List.of("Says what an error means, with a wrong example and a right one."),
            "vsim explain V0203",
            "vsim explain          lists them all")
        .addPositional(Specs.paths("CODE", "0..1", "The error's code, as it was printed."));
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    List<Path> codes = Specs.paths(given);
    if (codes.isEmpty()) {
      Problems.all().forEach(p -> terminal.out().println(p.code() + "  " + Problems.title(p)));
      return ExitCode.HELD;
    }
    String code = Specs.path(given).toString();
    Optional<Problem> problem = Problems.named(code.toUpperCase(Locale.ROOT));
    if (problem.isEmpty()) {
      terminal.complain("there is no error " + code + "; codes look like V0203");
      return ExitCode.REFUSED;
    }
    terminal.out().println(problem.get().code() + ": " + Problems.title(problem.get()));
    terminal.out().println();
    terminal.out().print(problem.get().explanation());
    return ExitCode.HELD;
  }
}
