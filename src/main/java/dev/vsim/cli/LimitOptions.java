package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.value.Quantities;
import dev.vsim.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code --limit steps=20_000_000}: what a run may use. */
final class LimitOptions {
  @Option(
      names = "--limit",
      paramLabel = "NAME=N",
      description = {
        "Raise or lower a limit: steps, depth, events, output, work, memory, seconds.",
        "Numbers as in a scenario: --limit steps=20_000_000 --limit memory=4G."
      })
  private Map<String, String> given = new LinkedHashMap<>();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Limits limits() {
    Limits limits = Limits.RUN;
    for (Map.Entry<String, String> entry : given.entrySet()) {
      limits =
          limits
              .with(entry.getKey(), number(entry))
              .orElseThrow(
                  () ->
                      new CommandLine.ParameterException(
                          spec.commandLine(),
                          "there is no limit `"
                              + entry.getKey()
                              + "`; the limits are "
                              + String.join(", ", Limits.NAMES)));
    }
    return limits;
  }

  private long number(Map.Entry<String, String> entry) {
    String text = entry.getValue();
    boolean digit = !text.isEmpty() && Character.isDigit(text.charAt(0));
    if (digit
        && Quantities.read(text) instanceof Quantities.Reading.Good good
        && good.value() instanceof Value.Whole whole
        && whole.amount() > 0) {
      return whole.amount();
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "--limit " + entry.getKey() + " takes a number above 0, not `" + text + "`");
  }
}
