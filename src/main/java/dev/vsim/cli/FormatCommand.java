package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import dev.vsim.run.SourceFiles;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Formatter;
import dev.vsim.text.PlainText;
import dev.vsim.trace.Blessing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim fmt}. */
final class FormatCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
            "fmt",
            List.of(
                "Lays scenarios out in the usual way, in place.",
                "Comments, the spelling of literals, and one line or many stay as written."),
            "vsim fmt lab3.vsim",
            "vsim fmt --check scenarios/*.vsim   only tells which would change (exit 1)",
            "vsim fmt --stdout lab3.vsim         prints it, changes nothing")
        .addPositional(Specs.paths("FILE", "1..*", "The scenarios."))
        .addOption(Specs.flag("--check", "Changes nothing; tells which files would change."))
        .addOption(Specs.flag("--stdout", "Changes nothing; prints the result."))
        .addOption(FormatOption.OPTION);
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    int worst = ExitCode.HELD;
    for (Path file : Specs.somePaths(given)) {
      worst = Math.max(worst, one(file, given, terminal));
    }
    return worst;
  }

  private static int one(Path file, ParseResult given, Terminal terminal) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<SourceText> text = SourceFiles.read(file, file.toString(), diagnostics);
    Optional<String> laidOut = text.flatMap(t -> Formatter.format(t, diagnostics));
    if (laidOut.isEmpty()) {
      new Outcomes(terminal, FormatOption.of(given))
          .diagnostics(diagnostics.sorted(), diagnostics.dropped(), terminal.err());
      return ExitCode.REFUSED;
    }
    if (Specs.value(given, "--stdout", false)) {
      terminal.out().print(laidOut.get());
      return ExitCode.HELD;
    }
    return laidOut.get().equals(text.get().text())
        ? ExitCode.HELD
        : changed(file, laidOut.get(), given, terminal);
  }

  private static int changed(Path file, String laidOut, ParseResult given, Terminal terminal) {
    if (Specs.value(given, "--check", false)) {
      terminal.out().println(PlainText.path(file.toString()));
      return ExitCode.FAILED;
    }
    Blessing written = Blessing.bless(file, laidOut, new Blessing.Permission.Granted());
    if (written instanceof Blessing.Failed) {
      terminal.complain(file + " cannot be written");
      return ExitCode.REFUSED;
    }
    return ExitCode.HELD;
  }
}
