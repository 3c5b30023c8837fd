package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import dev.vsim.run.SourceFiles;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Formatter;
import dev.vsim.trace.Blessing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vsim fmt}. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description = {
      "Lays scenarios out in the usual way, in place. Comments, the spelling of",
      "literals, and one line or many stay as written."
    },
    footer = {
      "",
      "Examples:",
      "  vsim fmt lab3.vsim",
      "  vsim fmt --check scenarios/*.vsim   only tells which would change (exit 1)",
      "  vsim fmt --stdout lab3.vsim         prints it, changes nothing"
    })
final class FormatCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The scenarios.")
  private List<Path> files;

  @Option(names = "--check", description = "Changes nothing; tells which files would change.")
  private boolean check;

  @Option(names = "--stdout", description = "Changes nothing; prints the result.")
  private boolean stdout;

  @Mixin private FormatOption format = new FormatOption();

  FormatCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int worst = ExitCode.HELD;
    for (Path file : files) {
      worst = Math.max(worst, one(file));
    }
    return worst;
  }

  private int one(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<SourceText> text = SourceFiles.read(file, file.toString(), diagnostics);
    Optional<String> laidOut = text.flatMap(t -> Formatter.format(t, diagnostics));
    if (laidOut.isEmpty()) {
      new Outcomes(terminal, format)
          .diagnostics(diagnostics.sorted(), diagnostics.dropped(), terminal.err());
      return ExitCode.REFUSED;
    }
    if (stdout) {
      terminal.out().print(laidOut.get());
      return ExitCode.HELD;
    }
    return laidOut.get().equals(text.get().text()) ? ExitCode.HELD : changed(file, laidOut.get());
  }

  private int changed(Path file, String laidOut) {
    if (check) {
      terminal.out().println(file);
      return ExitCode.FAILED;
    }
    Blessing written = Blessing.bless(file, laidOut, new Blessing.Permission.Granted());
    if (written instanceof Blessing.Failed) {
      terminal.err().println("vsim: " + file + " cannot be written");
      return ExitCode.REFUSED;
    }
    return ExitCode.HELD;
  }
}
