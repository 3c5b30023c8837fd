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
  private static final String EXAMPLE = "example.vsim";

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

  /** What a scenario of the handbook prints, among those of its page that have names. */
  private static String printed(String scenario, Map<String, String> files) {
    try {
      Path folder = Files.createTempDirectory("vsim");
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      Path example = Files.writeString(folder.resolve(EXAMPLE), scenario);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RunRequest request =
          new RunRequest(
              example,
              EXAMPLE,
              Map.of(),
              Limits.RUN,
              TraceWriter.Content.EVERYTHING,
              out,
              RunRequest.ReplayProgress.NONE);
      DeepStack.call(() -> ScenarioRun.run(request));
      Files.delete(example);
      for (String name : files.keySet()) {
        Files.delete(folder.resolve(name));
      }
      Files.delete(folder);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
