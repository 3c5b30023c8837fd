package dev.vsim.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mistake at its place, ready to be drawn.
 *
 * @param problem which kind of mistake
 * @param source the text it is in
 * @param span what is underlined
 * @param label what stands beside the underline, or empty
 * @param message the sentence, filled in
 * @param others further places that explain it, each with its label
 * @param help the edit that mends it, or empty
 */
public record Diagnostic(
    Problem problem,
    SourceText source,
    Span span,
    String label,
    String message,
    List<Note> others,
    String help) {
  private static final int LONGEST = 200;
  private static final int SHORTENED = 80;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

  /** A further place, in the same text unless it names another. */
  public record Note(Optional<SourceText> source, Span span, String label) {}

  /** A diagnostic with the problem's own template and help, filled in. */
  public static Diagnostic of(Problem problem, SourceText source, Span span, Object... arguments) {
    return new Diagnostic(
        problem,
        source,
        span,
        "",
        fill(problem.template(), arguments),
        List.of(),
        fill(problem.help(), arguments));
  }

  /** The same with another help line. */
  public Diagnostic withHelp(String newHelp) {
    return new Diagnostic(problem, source, span, label, message, others, newHelp);
  }

  /** The same with a text beside its underline. */
  public Diagnostic withLabel(String newLabel) {
    return new Diagnostic(problem, source, span, newLabel, message, others, help);
  }

  /** The same with one more place that explains it. */
  public Diagnostic withNote(Span place, String noteLabel) {
    return withNote(new Note(Optional.empty(), place, noteLabel));
  }

  /** The same with one more place, perhaps in another text. */
  public Diagnostic withNote(Note note) {
    List<Note> more = new java.util.ArrayList<>(others);
    more.add(note);
    return new Diagnostic(problem, source, span, label, message, List.copyOf(more), help);
  }

  public boolean isError() {
    return problem.severity() == Problem.Severity.ERROR;
  }

  /**
   * A name or a value that a sentence can hold; a megabyte of one character says no more than its
   * beginning.
   */
  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHORTENED)) + "…";
  }

  /** In one pass, so that what a user wrote is never taken for a placeholder. */
  private static String fill(String template, Object... arguments) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found -> {
              int index = found.group(1).charAt(0) - '0';
              String text =
                  index < arguments.length
                      ? shortened(String.valueOf(arguments[index]))
                      : found.group();
              return Matcher.quoteReplacement(text);
            });
  }
}
