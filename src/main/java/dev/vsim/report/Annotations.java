package dev.vsim.report;

import dev.vsim.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Workflow commands of GitHub Actions, which shows them beside the lines they are about: {@code
 * ::error file=lab3.vsim,line=9::…}. It shows ten a step, so the worst come first and the rest are
 * counted.
 */
final class Annotations {
  private static final int SHOWN = 10;

  /** How bad it is, from the worst on; a word of the command. */
  enum Level {
    ERROR("error"),
    WARNING("warning");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  /** Lines and columns from 1, columns 0 where they are not known; the end is behind the last. */
  record Lines(int line, int column, int endLine, int endColumn) {}

  /**
   * One of them.
   *
   * @param place where in the file, if that is known
   * @param message a line or more
   */
  record Annotation(
      Level level, String file, Optional<Lines> place, String title, String message) {}

  private final List<Annotation> all = new ArrayList<>();
  private long leftOut;

  /** Adds one; of two that are equally bad the one added first is shown first. */
  void add(Annotation annotation) {
    all.add(annotation);
  }

  /** So many more will never be added. */
  void leaveOut(long number) {
    leftOut += number;
  }

  String write() {
    StringBuilder out = new StringBuilder();
    all.stream()
        .sorted(Comparator.comparing(Annotation::level))
        .limit(SHOWN)
        .forEach(annotation -> write(annotation, out));
    long more = Math.max(0, all.size() - SHOWN) + leftOut;
    if (more > 0) {
      out.append("::notice title=vsim::").append(more);
      out.append(more == 1 ? " more is not shown here\n" : " more are not shown here\n");
    }
    return out.toString();
  }

  private static void write(Annotation annotation, StringBuilder out) {
    out.append("::").append(annotation.level().word);
    out.append(" file=").append(property(annotation.file()));
    annotation.place().ifPresent(lines -> write(lines, out));
    out.append(",title=").append(property(annotation.title())).append("::");
    StringBuilder message = new StringBuilder();
    PlainText.lines(annotation.message()).forEach(line -> message.append(line).append('\n'));
    out.append(escaped(message.toString().stripTrailing())).append('\n');
  }

  private static void write(Lines place, StringBuilder out) {
    out.append(",line=").append(place.line()).append(",endLine=").append(place.endLine());
    if (place.column() > 0) {
      out.append(",col=").append(place.column()).append(",endColumn=").append(place.endColumn());
    }
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(PlainText.shown(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
