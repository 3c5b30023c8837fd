package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.run.Blanks;
import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.WorksheetMaker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code vsim worksheet}. */
final class WorksheetCommand implements Subcommand {
  private static final int USUAL_SHARE = 25;
  private static final int HUNDRED = 100;

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "worksheet",
            List.of(
                "Prints a scenario and its trace with values left blank, to be filled in. A filled-in",
                "sheet is run or tested like any scenario: it says which answers differ, not what would",
                "be right. It belongs into the folder of the scenario, whose paths it keeps."),
            "vsim worksheet lru.vsim --hide frame,cause > sheet.vsim      every frame and every cause",
            "vsim worksheet lru.vsim --hide evict > sheet.vsim            all fields of one event",
            "vsim worksheet lru.vsim --blank 12 --seed 7 > kim.vsim       twelve values; each seed is a variant",
            "vsim worksheet lru.vsim --hide page --blank 50% --set frames=3 > sheet.vsim",
            "vsim run sheet.vsim                                          which answers differ")
        .addPositional(Specs.paths("FILE", "1", "The scenario."))
        .addOption(
            Specs.text(
                "--hide",
                "WORD,…",
                "",
                "Asks only for these: fields (`frame`), events (`evict`), or both (`evict.page`)."))
        .addOption(
            Specs.text(
                "--blank",
                "N|P%",
                "",
                "How many values are left blank, chosen at random",
                "(default: all that --hide names, else 25%)."))
        .addOption(Specs.text("--seed", "N", "42", "What chance begins with: another variant."))
        .addOption(Specs.pairs("--set", "NAME=VALUE", "Turns a `param`; the sheet has it so."))
        .addOption(LimitOptions.OPTION)
        .addOption(FormatOption.OPTION);
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    Map<String, String> set = Specs.pairs(given, "--set", "NAME=VALUE");
    Limits limits = LimitOptions.of(given);
    WorksheetMaker maker =
        new WorksheetMaker(
            new WorksheetMaker.Settings(Specs.path(given), set, blanks(given), limits));
    WorksheetMaker.Made made = DeepStack.call(maker::make);
    new Outcomes(terminal, FormatOption.of(given))
        .diagnostics(maker.diagnostics().sorted(), maker.diagnostics().dropped(), terminal.err());
    if (made instanceof WorksheetMaker.Made.Sheet sheet) {
      terminal.out().print(sheet.text());
      return ExitCode.HELD;
    } else if (made instanceof WorksheetMaker.Made.NoBlanks none) {
      terminal.complain(none.why());
    }
    return ExitCode.REFUSED;
  }

  private static Blanks blanks(ParseResult given) {
    String hide = Specs.value(given, "--hide", "");
    List<String> hidden =
        Arrays.stream(hide.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
    String blank = Specs.value(given, "--blank", "");
    if (blank.isEmpty() && hidden.isEmpty()) {
      blank = USUAL_SHARE + "%";
    }
    boolean share = blank.endsWith("%");
    OptionalInt number =
        blank.isEmpty()
            ? OptionalInt.empty()
            : number(given, "--blank", blank.replaceFirst("%$", ""));
    if (share && number.getAsInt() > HUNDRED) {
      throw misused(given, "--blank takes at most 100%");
    }
    return new Blanks(
        hidden,
        share ? OptionalInt.empty() : number,
        share ? number : OptionalInt.empty(),
        number(given, "--seed", Specs.value(given, "--seed", "42")).getAsInt());
  }

  private static OptionalInt number(ParseResult given, String option, String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw misused(given, option + " takes a number, not `" + text + "`");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static ParameterException misused(ParseResult given, String why) {
    return new ParameterException(given.commandSpec().commandLine(), why);
  }
}
