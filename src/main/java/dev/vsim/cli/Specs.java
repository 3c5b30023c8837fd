package dev.vsim.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    CommandSpec spec = CommandSpec.create().name(name).addOption(help()).addOption(version());
    spec.version(Version.text());
    spec.usageMessage().description(firstAndRest(String.join(" ", description)));
    String[] footer = new String[examples.length + 2];
    footer[0] = "";
    footer[1] = "Examples:";
    for (int i = 0; i < examples.length; i++) {
      footer[i + 2] = "  " + examples[i];
    }
    spec.usageMessage().footer(footer);
    return spec;
  }

  /** As picocli's own mixin has it, whose annotations would be read at every start. */
  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .arity("0")
        .type(boolean.class)
        .usageHelp(true)
        .description("Show this help message and exit.")
        .build();
  }

  private static OptionSpec version() {
    return OptionSpec.builder("-V", "--version")
        .arity("0")
        .type(boolean.class)
        .versionHelp(true)
        .description("Print version information and exit.")
        .build();
  }

  /** The first sentence stands in the list of commands, so that it is told from the others. */
  private static String[] firstAndRest(String description) {
    int end = description.indexOf(". ");
    return end < 0
        ? new String[] {description}
        : new String[] {description.substring(0, end + 1), description.substring(end + 2)};
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

  /** An option with a number above 0; {@link #positive} reads it. */
  static OptionSpec number(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  /** An option that may be given several times, {@code NAME=VALUE}; {@link #pairs} reads it. */
  static OptionSpec pairs(String name, String label, String... description) {
    return several(name, label, description);
  }

  /** An option that may be given several times. */
  static OptionSpec several(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  /** Paths; {@code arity} says how many. */
  static PositionalParamSpec paths(String label, String arity, String... description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity(arity)
        .hideParamSyntax(arity.endsWith("1"))
        .type(List.class)
        .auxiliaryTypes(Path.class)
        .description(description)
        .build();
  }

  /** The number above 0 that an option was given, or its default. */
  static int positive(ParseResult given, String option, int usual) {
    String text = value(given, option, Integer.toString(usual));
    if (text.matches("0*[1-9][0-9]{0,8}")) {
      return Integer.parseInt(text);
    }
    throw misused(given, option + " takes a number above 0, not `" + text + "`");
  }

  /** What an option of pairs was given, in order; of several for one name the last holds. */
  static Map<String, String> pairs(ParseResult given, String option, String form) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : value(given, option, List.<String>of())) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw misused(given, option + " takes " + form + ", not `" + text + "`");
      }
      pairs.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return pairs;
  }

  /** Bad usage, told with a pointer to the subcommand's help. */
  static ParameterException misused(ParseResult given, String why) {
    return new ParameterException(given.commandSpec().commandLine(), why);
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
    List<PositionalParamSpec> places = given.matchedPositionals();
    return places.isEmpty() ? List.of() : places.get(0).getValue();
  }
}
