package dev.vsim.run.importing;

import dev.vsim.text.PlainText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** The text of a scenario that declares one virtual machine. */
final class ScenarioText {
  private final String name;
  private final List<String> heads = new ArrayList<>();
  private final List<String> properties = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();

  /**
   * @param name a name of the language
   */
  ScenarioText(String name) {
    this.name = name;
  }

  /** A comment above the declaration. */
  void head(String comment) {
    heads.add("# " + PlainText.shown(comment));
  }

  void property(String written) {
    properties.add("  " + written);
  }

  /** A comment below the declaration. */
  void rest(String comment) {
    rest.add("# " + PlainText.shown(comment));
  }

  String text() {
    List<String> lines = new ArrayList<>(heads);
    if (properties.isEmpty()) {
      lines.add("vm " + name);
    } else {
      lines.add("vm " + name + " <");
      lines.addAll(properties);
      lines.add(">");
    }
    if (!rest.isEmpty()) {
      lines.add("");
      lines.addAll(rest);
    }
    return String.join("\n", lines) + "\n";
  }

  /** A name of the language that is as much like a text as can be; perhaps empty. */
  static String nameOf(String text) {
    String name =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{Nd}_]+", "-")
            .replaceAll("^-+|-+$", "");
    boolean begins = name.isEmpty() || Character.isLetter(name.codePointAt(0));
    return begins ? name : "vm-" + name;
  }
}
