package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.handbook.Handbook;
import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.RunRequest;
import dev.vsim.run.ScenarioRun;
import dev.vsim.trace.TraceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim handbook}. */
final class HandbookCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
            "handbook",
            List.of(
                "Writes the handbook as HTML: tutorial, pages by area, reference; each example is run."),
            "vsim handbook target/handbook        then open target/handbook/index.html")
        .addPositional(Specs.paths("DIR", "1", "The folder to write it to; made if need be."));
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    Path folder = Specs.path(given);
    Map<String, String> files = new Handbook(HandbookCommand::printed).html();
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      terminal.err().println("vsim: the handbook cannot be written to " + folder);
      return ExitCode.REFUSED;
    }
    terminal.out().println(files.size() + " files in " + folder + ": open index.html");
    return ExitCode.HELD;
  }

  /** What a scenario of the handbook prints. */
  private static String printed(String scenario) {
    try {
      Path file = Files.createTempFile("vsim", ".vsim");
      try {
        Files.writeString(file, scenario);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunRequest request =
            new RunRequest(
                file,
                "example.vsim",
                Map.of(),
                Limits.RUN,
                TraceWriter.Content.EVERYTHING,
                out,
                RunRequest.ReplayProgress.NONE);
        DeepStack.call(() -> ScenarioRun.run(request));
        return out.toString(StandardCharsets.UTF_8);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
