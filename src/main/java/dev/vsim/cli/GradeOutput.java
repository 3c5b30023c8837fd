package dev.vsim.cli;

import dev.vsim.grade.Audience;
import dev.vsim.grade.ClassPage;
import dev.vsim.grade.Grade;
import dev.vsim.grade.GradeFormat;
import dev.vsim.grade.GradeFormats;
import dev.vsim.grade.GradeTable;
import dev.vsim.trace.Blessing;
import dev.vsim.verdict.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where grades go. Files are replaced as a whole after each check, so that a run that is killed
 * keeps what it had.
 */
final class GradeOutput {
  private static final int OFTEN = 32;
  private static final String PAGE = "html";
  private static final String TABLE = "csv";
  private static final String OBJECTS = "json";

  private final GradeOptions options;
  private final Terminal terminal;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Grade> through = new HashMap<>();

  GradeOutput(GradeOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
    Map<String, Integer> taken = new HashMap<>(Map.of("report", 1, "grades", 1));
    options
        .entries()
        .forEach(entry -> names.put(entry.shown(), unique(plain(entry.student()), taken)));
  }

  /** A file's name that is harmless on every system. */
  private static String plain(String student) {
    StringBuilder name = new StringBuilder();
    student
        .codePoints()
        .forEach(
            c -> {
              boolean keeps = c < 0x80 ? isPlain(c) : Character.isLetterOrDigit(c);
              name.appendCodePoint(keeps ? c : '_');
            });
    return name.length() == 0 || name.charAt(0) == '.' ? "_" + name : name.toString();
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || "._-@+".indexOf(c) >= 0;
  }

  private static String unique(String name, Map<String, Integer> taken) {
    int before = taken.merge(name, 1, Integer::sum);
    return before == 1 ? name : name + "-" + before;
  }

  /** Whether the trace of each submission is shown somewhere. */
  boolean wantsTraces() {
    return options.format().isPresent()
        ? options.format().get().word().equals(PAGE)
        : options.out().isPresent();
  }

  private boolean single() {
    return names.size() == 1;
  }

  /** A submission's grade after one more check; told by any thread. */
  synchronized void sofar(Grade grade) {
    if (options.out().isEmpty()) {
      return;
    } else if (options.format().isEmpty()) {
      own(form(OBJECTS), grade);
    } else if (!options.format().get().joins()) {
      each(options.format().get(), grade);
    } else {
      joined(options.format().get(), grade);
    }
  }

  /** What is through of a class; of a single submission, what there is. */
  private void joined(GradeFormat form, Grade grade) {
    boolean over = grade.checks().stream().noneMatch(c -> c.status() == Status.NOT_RUN);
    if (over) {
      through.put(grade.submission(), grade);
    }
    // Of a large class not every time: each time is the whole text.
    boolean due = over && (through.size() <= OFTEN || through.size() % OFTEN == 0);
    if (single() || due) {
      List<Grade> all = single() ? List.of(grade) : inOrder();
      put(file(form), text(form, all));
    }
  }

  private List<Grade> inOrder() {
    return names.keySet().stream().filter(through::containsKey).map(through::get).toList();
  }

  private static GradeFormat form(String word) {
    return GradeFormats.named(word).orElseThrow();
  }

  private String text(GradeFormat form, List<Grade> grades) {
    Audience audience = options.audience(form);
    return form.write(grades.stream().map(grade -> grade.seenBy(audience, form.counts())).toList());
  }

  /** Writes everything; whether that could be done. */
  boolean write(List<Grade> grades) {
    boolean table = options.format().isEmpty();
    boolean written = options.out().isEmpty() || (table ? folder(grades) : files(grades));
    if (table) {
      String files = options.out().isPresent() && written ? "report.html  grades.csv" : "";
      terminal.out().print(new GradeTable(terminal.paint()).draw(seen(grades), files));
    } else if (options.out().isEmpty()) {
      terminal.out().print(text(options.format().get(), grades));
    }
    return written;
  }

  private List<Grade> seen(List<Grade> grades) {
    Audience audience = options.audience().orElse(Audience.TEACHER);
    return grades.stream().map(grade -> grade.seenBy(audience, false)).toList();
  }

  /**
   * A class: a page and an object for each, which students may see; a table, all objects, and a
   * page for the teacher.
   */
  private boolean folder(List<Grade> grades) {
    Path folder = options.out().orElseThrow();
    boolean written = true;
    for (Grade grade : grades) {
      written &= own(form(PAGE), grade);
      written &= own(form(OBJECTS), grade);
    }
    written &= put(folder.resolve("grades.json"), text(form(OBJECTS), grades));
    written &= put(folder.resolve("grades.csv"), text(form(TABLE), grades));
    written &= put(folder.resolve("report.html"), new ClassPage(grades).write());
    return written;
  }

  private boolean files(List<Grade> grades) {
    GradeFormat form = options.format().orElseThrow();
    if (form.joins()) {
      return put(file(form), text(form, grades));
    }
    boolean written = true;
    for (Grade grade : grades) {
      written &= each(form, grade);
    }
    if (form.word().equals(PAGE) && !single()) {
      Path page = options.out().orElseThrow().resolve("report.html");
      written &= put(page, new ClassPage(seen(grades)).write());
    }
    return written;
  }

  private Path file(GradeFormat form) {
    Path out = options.out().orElseThrow();
    return Files.isDirectory(out) ? out.resolve("grades" + form.ending()) : out;
  }

  /** Writes a file that who is graded is given. */
  private boolean own(GradeFormat form, Grade grade) {
    Grade seen = grade.seenBy(options.audience().orElse(Audience.STUDENT), form.counts());
    String name = names.get(grade.submission()) + form.ending();
    return put(options.out().orElseThrow().resolve(name), form.write(List.of(seen)));
  }

  /** Writes one submission's file in the form that was asked for. */
  private boolean each(GradeFormat form, Grade grade) {
    Path out = options.out().orElseThrow();
    boolean file = single() && !Files.isDirectory(out);
    String name = names.get(grade.submission()) + form.ending();
    return put(file ? out : out.resolve(name), text(form, List.of(grade)));
  }

  private boolean put(Path file, String text) {
    try {
      Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
      Files.createDirectories(folder);
    } catch (IOException e) {
      terminal.complain(file + " cannot be written");
      return false;
    }
    Blessing written = Blessing.bless(file, text, new Blessing.Permission.Granted());
    if (written instanceof Blessing.Failed) {
      terminal.complain(file + " cannot be written");
    }
    return !(written instanceof Blessing.Failed);
  }
}
