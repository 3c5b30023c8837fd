package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import dev.vsim.run.Imports;
import dev.vsim.run.importing.Imported;
import dev.vsim.trace.Blessing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim import}. */
final class ImportCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
            "import",
            List.of(
                "Makes a scenario of a real virtual machine: processors, memory, network cards and",
                "disks; settings that vsim does not know are kept as comments."),
            "vsim import Linux.vmx > linux.vsim",
            "vsim import Linux.vmx --to lab/linux.vsim    images are named from its folder",
            "vsim import Linux.vmdk                       a machine with this disk")
        .addPositional(Specs.paths("FILE", "1", "A configuration (.vmx) or a disk (.vmdk)."))
        .addOption(Specs.text("--to", "FILE", "", "Where the scenario goes."))
        .addOption(FormatOption.OPTION);
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    Path file = Specs.path(given);
    Optional<Path> to =
        Optional.of(Specs.value(given, "--to", "")).filter(t -> !t.isEmpty()).map(Path::of);
    Path base = to.map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of(""));
    Imported imported = Imports.of(file, file.toString(), base);
    new Outcomes(terminal, FormatOption.of(given))
        .diagnostics(
            imported.diagnostics().sorted(), imported.diagnostics().dropped(), terminal.err());
    if (imported.scenario().isEmpty()) {
      return ExitCode.REFUSED;
    }
    return to.isEmpty()
        ? print(imported.scenario().get(), terminal)
        : write(to.get(), imported.scenario().get(), terminal);
  }

  private static int print(String scenario, Terminal terminal) {
    terminal.out().print(scenario);
    return ExitCode.HELD;
  }

  private static int write(Path to, String scenario, Terminal terminal) {
    if (Blessing.bless(to, scenario, new Blessing.Permission.Granted())
        instanceof Blessing.Failed) {
      terminal.err().println("vsim: " + to + " cannot be written");
      return ExitCode.REFUSED;
    }
    return ExitCode.HELD;
  }
}
