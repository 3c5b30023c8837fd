package dev.vsim.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code --format json}: how diagnostics are written. */
enum FormatOption {
  TEXT,
  JSON;

  static final OptionSpec OPTION =
      Specs.text(
          "--format", "text|json", "text", "How diagnostics are written; json: one object a line.");

  static FormatOption of(ParseResult given) {
    String form = Specs.value(given, "--format", "text");
    return switch (form) {
      case "text" -> TEXT;
      case "json" -> JSON;
      default ->
          throw new ParameterException(
              given.commandSpec().commandLine(), "--format is text or json, not `" + form + "`");
    };
  }

  boolean isJson() {
    return this == JSON;
  }
}
