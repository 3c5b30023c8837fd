package dev.vsim.cli;

import picocli.CommandLine.Option;

/** {@code --format json}: how diagnostics are written. */
final class FormatOption {
  /** The forms of a diagnostic. */
  enum Form {
    text,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How diagnostics are written; json: one object a line.")
  private Form form = Form.text;

  boolean isJson() {
    return form == Form.json;
  }
}
