package dev.vsim.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The pieces of which the subcommands build what they take. */
final class Specs {
  private Specs() {}

  /** A command of this name with {@code --help} and {@code --version}. */
  static CommandSpec command(String name, List<String> description, String... examples) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    spec.version(Version.text());
    spec.usageMessage().description(description.toArray(new String[0]));
    String[] footer = new String[examples.length + 2];
    footer[0] = "";
    footer[1] = "Examples:";
    for (int i = 0; i < examples.length; i++) {
      footer[i + 2] = "  " + examples[i];
    }
    spec.usageMessage().footer(footer);
    return spec;
  }

  /** An option with a text. */
  static OptionSpec text(String name, String label, String usual, String... description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .defaultValue(usual)
        .description(description)
        .build();
  }

  /** An option that is there or not. */
  static OptionSpec flag(String name, String... description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  /** An option that may be given several times, {@code NAME=VALUE}. */
  static OptionSpec pairs(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(Map.class)
        .auxiliaryTypes(String.class, String.class)
        .description(description)
        .build();
  }

  /** Paths; {@code arity} says how many. */
  static PositionalParamSpec paths(String label, String arity, String... description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity(arity)
        .type(List.class)
        .auxiliaryTypes(Path.class)
        .description(description)
        .build();
  }

  /** What an option was given, or its default. */
  static <T> T value(ParseResult given, String option, T usual) {
    return given.matchedOptionValue(option, usual);
  }

  /** The one path that is wanted. */
  static Path path(ParseResult given) {
    List<Path> paths = paths(given);
    if (paths.size() != 1) {
      String why =
          paths.isEmpty() ? "a file is missing" : "one file is wanted, not " + paths.size();
      throw new ParameterException(given.commandSpec().commandLine(), why);
    }
    return paths.get(0);
  }

  /** The paths that were given, at least one. */
  static List<Path> somePaths(ParseResult given) {
    if (paths(given).isEmpty()) {
      throw new ParameterException(given.commandSpec().commandLine(), "a file is missing");
    }
    return paths(given);
  }

  /** The paths that were given. */
  static List<Path> paths(ParseResult given) {
    return given.matchedPositionals().isEmpty()
        ? List.of()
        : given.matchedPositionals().stream()
            .distinct()
            .map(ArgSpec::<List<Path>>getValue)
            .flatMap(List::stream)
            .toList();
  }
}
