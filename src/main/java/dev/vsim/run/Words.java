package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.value.Value;
import java.util.Collection;
import java.util.regex.Pattern;

/** Finds words that decide how a scenario is run, before it is. */
final class Words {
  private Words() {}

  /**
   * Whether a word stands anywhere in a scenario, in a file that it uses, or in what its params are
   * given.
   */
  static boolean in(CheckedProgram program, Collection<Value> given, String word) {
    Pattern pattern = Pattern.compile("\\b" + word + "\\b");
    return given.stream().anyMatch(v -> pattern.matcher(v.print()).find()) || in(program, pattern);
  }

  private static boolean in(CheckedProgram program, Pattern pattern) {
    return pattern.matcher(program.source().text()).find()
        || program.used().stream().anyMatch(used -> in(used, pattern));
  }
}
