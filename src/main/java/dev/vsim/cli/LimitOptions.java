package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.value.Quantities;
import dev.vsim.value.Value;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --limit steps=20_000_000}: what a run may use. */
final class LimitOptions {
  static final OptionSpec OPTION =
      Specs.pairs(
          "--limit",
          "NAME=N",
          "Raise or lower a limit: " + String.join(", ", Limits.NAMES) + ".",
          "Numbers as in a scenario: --limit steps=20_000_000 --limit memory=4G.");

  private LimitOptions() {}

  /** The limits as the command line has them. */
  static Limits of(ParseResult given) {
    return of(given, Limits.RUN);
  }

  /** The limits as the command line changes the usual ones. */
  static Limits of(ParseResult given, Limits usual) {
    Limits limits = usual;
    Map<String, String> changes = Specs.pairs(given, "--limit", "NAME=N");
    for (Map.Entry<String, String> change : changes.entrySet()) {
      long number = number(given, change);
      limits =
          limits
              .with(change.getKey(), number)
              .orElseThrow(
                  () ->
                      Specs.misused(
                          given,
                          "there is no limit `"
                              + change.getKey()
                              + "`; the limits are "
                              + String.join(", ", Limits.NAMES)));
    }
    return limits;
  }

  private static long number(ParseResult given, Map.Entry<String, String> change) {
    String text = change.getValue();
    boolean digit = !text.isEmpty() && Character.isDigit(text.charAt(0));
    if (digit
        && Quantities.read(text) instanceof Quantities.Reading.Good good
        && good.value() instanceof Value.Whole whole
        && whole.amount() > 0) {
      return whole.amount();
    }
    throw Specs.misused(
        given, "--limit " + change.getKey() + " takes a number above 0, not `" + text + "`");
  }
}
