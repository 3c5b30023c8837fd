package dev.vsim.cli;

import dev.vsim.report.TestReport;
import dev.vsim.report.TestReports;
import dev.vsim.run.ExitCode;
import dev.vsim.source.Suggestions;
import dev.vsim.trace.Blessing;
import dev.vsim.verdict.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code --report junit=target/vsim.xml}: a report for programs, and where it goes. */
record ReportOption(TestReport form, Optional<Path> file) {
  static ReportOption of(String text, ParseResult given) {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    Optional<Path> file =
        equals < 0 ? Optional.empty() : Optional.of(Path.of(text.substring(equals + 1)));
    return new ReportOption(TestReports.named(word).orElseThrow(() -> unknown(word, given)), file);
  }

  private static ParameterException unknown(String word, ParseResult given) {
    List<String> known = TestReports.ALL.stream().map(TestReport::word).toList();
    String near =
        Suggestions.nearest(word, known).map(w -> "did you mean `" + w + "`? ").orElse("");
    return new ParameterException(
        given.commandSpec().commandLine(),
        "there is no report `" + word + "`; " + near + "There are " + String.join(", ", known));
  }

  /** Whether it takes standard output, so that the one for people has to go elsewhere. */
  boolean isToOutput() {
    return file.isEmpty();
  }

  /** Writes it; the exit status says whether that could be done. */
  int write(TestRun run, Terminal terminal) {
    String text = form.write(run);
    if (file.isEmpty()) {
      terminal.out().print(text);
      return ExitCode.HELD;
    }
    if (isWritten(text, file.get())) {
      return ExitCode.HELD;
    }
    terminal.complain(file.get() + " cannot be written");
    return ExitCode.REFUSED;
  }

  private static boolean isWritten(String text, Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      return false;
    }
    Blessing written = Blessing.bless(file, text, new Blessing.Permission.Granted());
    return !(written instanceof Blessing.Failed);
  }
}
