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
import java.util.ArrayList;
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
      terminal.complain("the handbook cannot be written to " + folder);
      return ExitCode.REFUSED;
    }
    terminal.out().println(files.size() + " files in " + folder + ": open index.html");
    return ExitCode.HELD;
  }

  /** What a scenario of the handbook prints, which may name others. */
  private static String printed(String scenario, Map<String, String> others) {
    try {
      Path folder = Files.createTempDirectory("vsim");
      List<Path> files = new ArrayList<>();
      try {
        for (Map.Entry<String, String> other : others.entrySet()) {
          files.add(Files.writeString(folder.resolve(other.getKey()), other.getValue()));
        }
        Path file = Files.writeString(folder.resolve("example.vsim"), scenario);
        files.add(file);
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
        for (Path file : files) {
          Files.delete(file);
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
