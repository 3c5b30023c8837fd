package dev.vsim.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An assignment and submissions in a folder of a test's own, and what grading them comes to. */
final class Coursework {
  private final Path folder;

  Coursework(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Path assignment() {
    return folder.resolve("hw");
  }

  Path assignment(String text) {
    write("hw/assignment.vsim", text);
    return assignment();
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Grades with these options, which must come out well. */
  Cli grade(List<Path> submissions, String... options) {
    List<String> arguments = new ArrayList<>(List.of("grade", assignment().toString()));
    submissions.forEach(path -> arguments.add(path.toString()));
    arguments.addAll(Arrays.asList(options));
    Cli result = Cli.run(arguments.toArray(new String[0]));
    if (result.status() != 0) {
      throw new AssertionError(result.status() + ": " + result.out() + result.err());
    }
    return result;
  }

  /** The {@code vsim-grade/1} objects of submissions. */
  List<JsonObject> objects(List<Path> submissions, String... options) {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(Arrays.asList(options));
    return grade(submissions, all.toArray(new String[0]))
        .out()
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  /** The one object of one submission with this text. */
  JsonObject object(String submission, String... options) {
    return objects(List.of(write("subs/kim.vsim", submission)), options).get(0);
  }

  static Stream<JsonObject> checks(JsonObject grade) {
    return grade.getAsJsonArray("checks").asList().stream().map(JsonElement::getAsJsonObject);
  }

  static JsonObject check(JsonObject grade, String name) {
    return checks(grade)
        .filter(check -> check.get("name").getAsString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + name + " in " + grade));
  }

  static String status(JsonObject grade, String name) {
    return check(grade, name).get("status").getAsString();
  }

  static String message(JsonObject grade, String name) {
    return check(grade, name).get("message").getAsString();
  }

  static double points(JsonObject grade, String name) {
    return check(grade, name).get("points").getAsDouble();
  }
}
