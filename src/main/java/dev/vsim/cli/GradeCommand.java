package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.grade.Grade;
import dev.vsim.grade.GradeTable;
import dev.vsim.run.AssignmentFile;
import dev.vsim.run.ExitCode;
import dev.vsim.run.Grading;
import dev.vsim.run.Samples;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Diagnostics;
import dev.vsim.text.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim grade}. */
final class GradeCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "grade",
                List.of(
                    "Grades submissions of an assignment.",
                    "ASSIGNMENT is a folder with assignment.vsim; a submission is a file, a folder or a zip."),
                "vsim grade hw3 submissions/*.vsim                  a table on the terminal",
                "vsim grade hw3 submissions/*.zip --out grades      a page each, grades.csv, report.html",
                "vsim grade hw3 kim.vsim --format json              one object a line",
                "vsim grade --try hw3                               hold the samples' totals",
                "vsim grade --package gradescope hw3 --out hw3.zip  the autograder for Gradescope")
            .addPositional(Specs.paths("PATH", "1..*", "The assignment, then what was handed in."));
    GradeOptions.ALL.forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    GradeOptions options = GradeOptions.of(given);
    Diagnostics found = new Diagnostics();
    Optional<AssignmentFile> assignment = AssignmentFile.read(options.assignment(), found);
    terminal
        .err()
        .print(new DiagnosticDrawing(terminal.paint()).draw(found.sorted(), found.dropped()));
    if (assignment.isEmpty()) {
      return ExitCode.REFUSED;
    } else if (options.packaged().isPresent()) {
      return pack(assignment.get(), options, terminal);
    } else if (options.tries()) {
      return samples(assignment.get(), options, terminal);
    } else if (options.submissions().isEmpty()) {
      return refuse(terminal, "there is nothing to grade: name a submission, or give --try");
    }
    return grade(assignment.get(), options, terminal);
  }

  private static int refuse(Terminal terminal, String why) {
    terminal.complain(why);
    return ExitCode.REFUSED;
  }

  private static Grading grading(AssignmentFile assignment, GradeOptions options, boolean traces) {
    Limits limits = options.limits(assignment.limits());
    return new Grading(assignment, new Grading.Settings(limits, options.seed(), traces));
  }

  private static int grade(AssignmentFile assignment, GradeOptions options, Terminal terminal) {
    GradeOutput output = new GradeOutput(options, terminal);
    List<Grading.Entry> entries = options.entries();
    GradeProgress progress = new GradeProgress(entries.size(), assignment.size(), terminal);
    List<Grade> grades =
        grading(assignment, options, output.wantsTraces())
            .grade(
                entries,
                options.jobs(),
                sofar -> {
                  output.sofar(sofar);
                  progress.done(sofar);
                });
    progress.erase();
    return output.write(grades) ? ExitCode.HELD : ExitCode.REFUSED;
  }

  private static int samples(AssignmentFile assignment, GradeOptions options, Terminal terminal) {
    Samples samples = new Samples(assignment);
    List<Grading.Entry> entries = samples.entries();
    if (entries.isEmpty()) {
      return refuse(terminal, "there are no samples: put some into the folder samples");
    }
    List<Grade> grades =
        grading(assignment, options, false).grade(entries, options.jobs(), grade -> {});
    terminal.out().print(new GradeTable(terminal.paint()).draw(grades, ""));
    Map<String, String> wrong = samples.differing(grades);
    wrong.forEach((name, why) -> terminal.out().println("✗ " + PlainText.path(name) + "   " + why));
    if (wrong.isEmpty()) {
      terminal.out().println("✓ every sample gets what the assignment declares");
    }
    return wrong.isEmpty() ? ExitCode.HELD : ExitCode.FAILED;
  }

  private static int pack(AssignmentFile assignment, GradeOptions options, Terminal terminal) {
    Path to = options.out().orElse(Path.of("autograder.zip"));
    try {
      GradescopePackage.write(assignment.file(), to);
      terminal.out().println(PlainText.path(to.toString()) + " written");
      return ExitCode.HELD;
    } catch (IOException e) {
      return refuse(terminal, to + " cannot be written: " + e.getMessage());
    }
  }
}
