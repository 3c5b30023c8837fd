package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import java.util.regex.Pattern;

/** Finds words that decide how a scenario is run, before it is. */
final class Words {
  private Words() {}

  /**
   * Whether a word stands anywhere in a scenario, in a file that it uses, or in what {@code --set}
   * gives.
   */
  static boolean in(CheckedProgram program, RunRequest request, String word) {
    Pattern pattern = Pattern.compile("\\b" + word + "\\b");
    return request.parameters().values().stream().anyMatch(v -> pattern.matcher(v).find())
        || in(program, pattern);
  }

  private static boolean in(CheckedProgram program, Pattern pattern) {
    return pattern.matcher(program.source().text()).find()
        || program.used().stream().anyMatch(used -> in(used, pattern));
  }
}
