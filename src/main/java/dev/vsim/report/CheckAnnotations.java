package dev.vsim.report;

import dev.vsim.report.Annotations.Level;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.util.List;
import java.util.Optional;

/** Annotations of GitHub Actions for mistakes, the errors before the warnings. */
final class CheckAnnotations implements CheckReport {
  @Override
  public String word() {
    return "github";
  }

  @Override
  public String write(List<File> files) {
    Annotations annotations = new Annotations();
    for (File file : files) {
      file.found().forEach(diagnostic -> annotations.add(annotation(diagnostic)));
      annotations.leaveOut(file.unlisted());
    }
    return annotations.write();
  }

  private static Annotations.Annotation annotation(Diagnostic diagnostic) {
    String help = diagnostic.help().isEmpty() ? "" : "\nhelp: " + diagnostic.help();
    return new Annotations.Annotation(
        diagnostic.isError() ? Level.ERROR : Level.WARNING,
        diagnostic.source().name(),
        place(diagnostic),
        diagnostic.problem().code(),
        diagnostic.message() + help);
  }

  private static Optional<Annotations.Lines> place(Diagnostic diagnostic) {
    SourceText source = diagnostic.source();
    Span span = diagnostic.span();
    return source.text().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Annotations.Lines(
                source.line(span.start()),
                source.column(span.start()),
                source.line(span.end()),
                source.column(span.end())));
  }
}
