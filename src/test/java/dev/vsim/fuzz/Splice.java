package dev.vsim.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes texts of the scenarios that come with vsim: their words and lines cut, joined, exchanged
 * and put into blocks, as bytes say. Most of them are nearly right, so that they come far.
 */
final class Splice {
  private static final int MOST_EDITS = 12;
  private static final int MOST_TOKENS = 1_500;

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "9223372036854775807",
          "-9223372036854775808",
          "0xFFFF_FFFF_FFFF_FFFF",
          "0x7FFF_FFFF_FFFF_F000",
          "4611686018427387904",
          "2147483648",
          "65536",
          "255",
          "16T",
          "1ns",
          "100000000s",
          "0.0",
          "-2.5",
          "80%",
          "1Gbps",
          "none",
          "true",
          "\"x\"",
          "[]",
          "[1, [2]]",
          "[:]",
          "[\"a\": 1]",
          "0..9",
          "9..0",
          "10.0.0.1:80",
          "00:0C:29:00:00:01",
          "?",
          "_");

  private static final List<String> OPENERS =
      List.of(
          "repeat 3 {",
          "while true {",
          "for i in 0..3 {",
          "for k, v in [\"a\": 1] {",
          "if true {",
          "check \"c\" {",
          "def g(a, b = 1) {",
          "policy mine {",
          "on linux {",
          "at 5ms {",
          "expect any {",
          "expect exactly {",
          "after access 0x1000 {",
          "{",
          "<");

  private final List<List<String>> scenarios;

  Splice(Path folder) {
    this.scenarios = read(folder);
  }

  private static List<List<String>> read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<List<String>> all = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".vsim")).sorted().toList()) {
        List<String> tokens = tokens(withoutComments(text(file)));
        if (tokens.size() <= MOST_TOKENS) {
          all.add(tokens);
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String withoutComments(String text) {
    return String.join("\n", text.lines().filter(line -> !line.startsWith("#")).toList());
  }

  /** Words, blanks, line ends, and single signs. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start + 1;
      if (isOfWord(text.charAt(start))) {
        while (end < text.length() && isOfWord(text.charAt(end))) {
          end++;
        }
      }
      tokens.add(text.substring(start, end));
      start = end;
    }
    return tokens;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '%';
  }

  /** The text that these bytes mean. */
  String text(byte[] bytes) {
    Choices choices = new Choices(bytes);
    List<String> text = new ArrayList<>(any(choices));
    for (int i = 0; i < MOST_EDITS && !choices.isOver(); i++) {
      edit(text, choices);
    }
    return String.join("", text) + "\n";
  }

  private List<String> any(Choices choices) {
    return scenarios.get(choices.of(scenarios.size()));
  }

  private void edit(List<String> text, Choices choices) {
    int at = text.isEmpty() ? 0 : choices.of(text.size());
    switch (choices.of(9)) {
      case 0 -> replace(text, at, word(any(choices), choices));
      case 1 -> replace(text, at, "");
      case 2 -> text.add(at, word(text, choices));
      case 3 -> text.addAll(lineStart(text, at), line(any(choices), choices));
      case 4 -> text.subList(lineStart(text, at), lineEnd(text, at)).clear();
      case 5 -> text.addAll(lineStart(text, at), line(text, choices));
      case 6 -> replace(text, at, NUMBERS.get(choices.of(NUMBERS.size())));
      case 7 -> wrap(text, at, choices);
      default -> text.addAll(any(choices));
    }
  }

  private static void replace(List<String> text, int at, String by) {
    if (!text.isEmpty()) {
      text.set(at, by);
    }
  }

  private static String word(List<String> from, Choices choices) {
    return from.isEmpty() ? "" : from.get(choices.of(from.size()));
  }

  private static List<String> line(List<String> from, Choices choices) {
    int at = from.isEmpty() ? 0 : choices.of(from.size());
    List<String> line =
        from.isEmpty()
            ? new ArrayList<>()
            : new ArrayList<>(from.subList(lineStart(from, at), lineEnd(from, at)));
    Collections.addAll(line, "\n");
    return line;
  }

  /** Puts some lines into a block. */
  private static void wrap(List<String> text, int at, Choices choices) {
    int start = lineStart(text, at);
    int end = at;
    for (int lines = choices.of(4); lines >= 0 && end < text.size(); lines--) {
      end = Math.min(lineEnd(text, end) + 1, text.size());
    }
    String opener = OPENERS.get(choices.of(OPENERS.size()));
    text.add(end, opener.equals("<") ? " >\n" : "\n}\n");
    text.add(start, opener + "\n");
  }

  private static int lineStart(List<String> text, int at) {
    int start = Math.min(at, text.size());
    while (start > 0 && !text.get(start - 1).equals("\n")) {
      start--;
    }
    return start;
  }

  private static int lineEnd(List<String> text, int at) {
    int end = Math.min(at, text.size());
    while (end < text.size() && !text.get(end).equals("\n")) {
      end++;
    }
    return end;
  }
}
