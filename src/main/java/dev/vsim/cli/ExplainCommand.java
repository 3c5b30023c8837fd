package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import dev.vsim.source.Problem;
import dev.vsim.source.Problems;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vsim explain CODE}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says what an error means, with a wrong example and a right one.",
    footer = {"", "Examples:", "  vsim explain V0203", "  vsim explain          lists them all"})
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description = "The error's code, as it was printed.")
  private String code;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (code == null) {
      Problems.all().forEach(p -> terminal.out().println(p.code() + "  " + Problems.title(p)));
      return ExitCode.HELD;
    }
    Optional<Problem> problem = Problems.named(code.toUpperCase(Locale.ROOT));
    if (problem.isEmpty()) {
      terminal.err().println("vsim: there is no error " + code + "; codes look like V0203");
      return ExitCode.REFUSED;
    }
    terminal.out().println(problem.get().code() + ": " + Problems.title(problem.get()));
    terminal.out().println();
    terminal.out().print(problem.get().explanation());
    return ExitCode.HELD;
  }
}
