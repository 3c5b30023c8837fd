package dev.vsim.run;

import dev.vsim.check.Checker;
import dev.vsim.run.importing.Imported;
import dev.vsim.run.importing.Takeover;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Formatter;
import dev.vsim.syntax.ScenarioParser;
import java.nio.file.Path;
import java.util.Optional;

/** Makes scenarios of real virtual machines. */
public final class Imports {
  private Imports() {}

  /**
   * The scenario of a {@code .vmx} or {@code .vmdk} file.
   *
   * @param name the file as the user calls it
   * @param base the folder that the scenario will be in
   */
  public static Imported of(Path file, String name, Path base) {
    Imported imported = new Takeover(file, name, base, Imports::canBeCalled).take();
    Optional<String> laidOut =
        imported
            .scenario()
            .flatMap(text -> Formatter.format(new SourceText(name, text), new Diagnostics()));
    return new Imported(laidOut, imported.diagnostics());
  }

  /** Whether a VM can have this name: it is no word of the language, and nothing else has it. */
  private static boolean canBeCalled(String name) {
    Diagnostics problems = new Diagnostics();
    SourceText text = new SourceText("name", "vm " + name + "\nprint " + name + ".mem\n");
    FileLibrary library = new FileLibrary("name", Path.of("name"));
    new Checker(Language.vocabulary(), library, problems)
        .check(new ScenarioParser().parse(text, problems));
    return problems.isEmpty();
  }
}
