package dev.vsim.cli;

import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.Prompt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim repl}. */
final class ReplCommand implements Subcommand {
  private static final Path HERE = Path.of("prompt.vsim");

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "repl",
            List.of(
                "A prompt: each statement runs at once. With a scenario, goes through it event by event."),
            "vsim repl",
            "vsim repl lab3.vsim              step, back, go, show frames, help WORD",
            "echo 'print 4K * 3' | vsim repl")
        .addPositional(Specs.paths("FILE", "0..1", "A scenario to go through."));
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    Prompt prompt = new Prompt(HERE);
    boolean good =
        Specs.paths(given).isEmpty()
            || tell(DeepStack.call(() -> prompt.open(Specs.path(given))), terminal);
    if (!good) {
      return ExitCode.REFUSED;
    }
    return terminal.interactive()
        ? new LineEditing(prompt, terminal).run()
        : read(prompt, terminal);
  }

  /** Answers what is piped in; an input ends where its brackets are closed. */
  private static int read(Prompt prompt, Terminal terminal) {
    boolean good = true;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))) {
      StringBuilder input = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        input.append(line).append('\n');
        if (!prompt.breaksOff(input.toString())) {
          Prompt.Answer answer = answer(prompt, input.toString());
          input.setLength(0);
          good &= tell(answer, terminal);
          if (answer.over()) {
            break;
          }
        }
      }
      if (input.length() > 0) {
        good &= tell(answer(prompt, input.toString()), terminal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return good ? ExitCode.HELD : ExitCode.FAILED;
  }

  static Prompt.Answer answer(Prompt prompt, String input) {
    return DeepStack.call(() -> prompt.answer(input));
  }

  /** Prints an answer; says whether nothing was wrong. */
  static boolean tell(Prompt.Answer answer, Terminal terminal) {
    answer.lines().forEach(terminal.out()::println);
    terminal.out().flush();
    Outcomes outcomes = new Outcomes(terminal, FormatOption.TEXT);
    outcomes.diagnostics(answer.diagnostics(), 0, terminal.err());
    outcomes.results(answer.report());
    terminal.err().flush();
    return answer.isGood();
  }
}
