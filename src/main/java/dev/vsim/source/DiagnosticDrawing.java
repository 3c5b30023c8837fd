package dev.vsim.source;

import dev.vsim.text.Paint;
import dev.vsim.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws diagnostics for people: where, what, the source line with the place underlined, further
 * places, and the edit that helps.
 *
 * <pre>
 * lab3.vsim:9:14: error V0310: a size and a duration cannot be added
 *   9 | let x = 4K + 10ms
 *     |         ^^   ^^^^ a duration
 *     |         a size
 * </pre>
 */
public final class DiagnosticDrawing {
  private final Paint paint;

  /**
   * @param paint colours help to find one's way; only on a terminal
   */
  public DiagnosticDrawing(Paint paint) {
    this.paint = paint;
  }

  /** All of them, and how many there were besides. */
  public String draw(List<Diagnostic> diagnostics, int unlisted) {
    StringBuilder out = new StringBuilder();
    diagnostics.forEach(each -> out.append(draw(each)));
    if (unlisted > 0) {
      boolean counted = unlisted <= Diagnostics.MOST_COUNTED;
      out.append("… and ")
          .append(counted ? unlisted : "over " + Diagnostics.MOST_COUNTED)
          .append(unlisted == 1 ? " more mistake\n" : " more mistakes\n");
    }
    return out.toString();
  }

  /** One, in several lines, each ended. */
  public String draw(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    out.append(headline(diagnostic));
    excerpts(diagnostic)
        .forEach(
            (source, excerpt) -> {
              if (source != diagnostic.source()) {
                out.append(paint.strong(place(source, excerpt.first()) + ": "))
                    .append("see also\n");
              }
              out.append(excerpt.draw());
            });
    if (!diagnostic.help().isEmpty()) {
      out.append(paint.good("help:")).append(' ').append(visible(diagnostic.help())).append('\n');
    }
    return out.toString();
  }

  private String headline(Diagnostic diagnostic) {
    String severity = diagnostic.isError() ? "error" : "warning";
    String kind = severity + " " + diagnostic.problem().code() + ":";
    return paint.strong(place(diagnostic.source(), diagnostic.span()) + ": ")
        + (diagnostic.isError() ? paint.error(kind) : paint.warning(kind))
        + " "
        + visible(diagnostic.message())
        + "\n";
  }

  /** {@code lab3.vsim:4:24}; a file that could not be read has no lines. */
  private static String place(SourceText source, Span span) {
    String name = PlainText.path(source.name());
    return source.text().isEmpty()
        ? name
        : name + ":" + source.line(span.start()) + ":" + source.column(span.start());
  }

  private Map<SourceText, Excerpt> excerpts(Diagnostic diagnostic) {
    Map<SourceText, List<Mark>> marks = new LinkedHashMap<>();
    marks
        .computeIfAbsent(diagnostic.source(), source -> new ArrayList<>())
        .add(new Mark(diagnostic.span(), visible(diagnostic.label()), true));
    for (Diagnostic.Note note : diagnostic.others()) {
      marks
          .computeIfAbsent(note.source().orElse(diagnostic.source()), source -> new ArrayList<>())
          .add(new Mark(note.span(), visible(note.label()), false));
    }
    Map<SourceText, Excerpt> excerpts = new LinkedHashMap<>();
    marks.forEach(
        (source, places) -> {
          places.sort(Comparator.comparingInt(mark -> mark.span().start()));
          if (!source.text().isEmpty()) {
            excerpts.put(source, new Excerpt(source, places, paint));
          }
        });
    return excerpts;
  }

  /** What came from a user's text, harmless on a terminal and in one line. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.append(c == '\t' ? " " : c == ' ' ? " " : Characters.shown(c)));
    return PlainText.withoutCommand(out.toString());
  }

  /** A place that is underlined, with what stands beside it. */
  record Mark(Span span, String label, boolean primary) {}
}
