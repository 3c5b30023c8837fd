package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.PcapFiles;
import dev.vsim.run.RunRequest;
import dev.vsim.run.RunResult;
import dev.vsim.run.ScenarioRun;
import dev.vsim.trace.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim run}. */
final class RunCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
            "run",
            List.of(
                "Runs a scenario: prints what happens as a trace, and what its assertions come to."),
            "vsim run lab3.vsim",
            "vsim run lab3.vsim --set frames=3 --set rule=lru",
            "vsim run lab3.vsim --trace none          print and show only",
            "vsim run lab3.vsim --trace lab3.trace    the trace into a file",
            "vsim run lab7.vsim --export files        its VMs as .vmx and .vmdk files",
            "vsim run net.vsim --pcap captures        and look into captures/*.pcap with Wireshark")
        .addPositional(Specs.paths("FILE", "1", "The scenario."))
        .addOption(Specs.pairs("--set", "NAME=VALUE", "Turns a `param` of the scenario."))
        .addOption(
            Specs.text(
                "--trace",
                "none|-|FILE",
                "-",
                "Where the trace goes; `none` leaves what the scenario prints and shows."))
        .addOption(
            Specs.flag(
                "--why",
                "Prints under each eviction why that page goes: rule, candidates, values."))
        .addOption(
            Specs.text(
                "--export",
                "DIR",
                "",
                "Writes the VMs that are there at the end as real files: .vmx, .nvram, .log and a"
                    + " .vmdk for every file of their disks."))
        .addOption(
            Specs.text(
                "--pcap",
                "DIR",
                "",
                "Writes the frames at every port of the network there, a capture a port."))
        .addOption(LimitOptions.OPTION)
        .addOption(FormatOption.OPTION);
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    String trace = Specs.value(given, "--trace", "-");
    Path scenario = Specs.path(given);
    if (trace.equals("-") || trace.equals("none")) {
      return run(given, terminal, terminal.out());
    }
    if (isScenario(Path.of(trace), scenario)) {
      terminal.complain("--trace " + trace + " would overwrite the scenario");
      return ExitCode.REFUSED;
    }
    try (OutputStream output = Files.newOutputStream(Path.of(trace))) {
      return run(given, terminal, output);
    } catch (IOException e) {
      terminal.complain("the trace cannot be written to " + trace);
      return ExitCode.REFUSED;
    }
  }

  private static boolean isScenario(Path trace, Path scenario) {
    try {
      return Files.isSameFile(trace, scenario);
    } catch (IOException e) {
      return false;
    }
  }

  private static int run(ParseResult given, Terminal terminal, OutputStream output) {
    Path file = Specs.path(given);
    Map<String, String> set = Specs.pairs(given, "--set", "NAME=VALUE");
    boolean silent = Specs.value(given, "--trace", "-").equals("none");
    Limits limits = LimitOptions.of(given);
    FormatOption format = FormatOption.of(given);
    Optional<PcapFiles> captures = captures(given);
    RunRequest request =
        new RunRequest(
            file,
            file.toString(),
            set,
            limits,
            silent ? TraceWriter.Content.COMMENTS : TraceWriter.Content.EVERYTHING,
            output,
            new ReplayLines(terminal),
            Specs.value(given, "--why", false),
            captures,
            Optional.of(Specs.value(given, "--export", ""))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of));
    RunResult result = DeepStack.call(() -> ScenarioRun.run(request));
    terminal.out().flush();
    new Outcomes(terminal, format).tell(result);
    Optional<String> unwritten = captures.flatMap(PcapFiles::close);
    unwritten.ifPresent(
        port -> terminal.err().println("vsim: the capture of " + port + " cannot be written"));
    return unwritten.isPresent() ? ExitCode.REFUSED : result.exitCode();
  }

  private static Optional<PcapFiles> captures(ParseResult given) {
    String folder = Specs.value(given, "--pcap", "");
    return folder.isEmpty() ? Optional.empty() : Optional.of(new PcapFiles(Path.of(folder)));
  }
}
