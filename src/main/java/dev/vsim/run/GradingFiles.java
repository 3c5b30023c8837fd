package dev.vsim.run;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Scenario;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of an assignment's check that uses definitions of the submission: each text finds only
 * those of its own side.
 */
record GradingFiles(FileLibrary assignment, SubmissionFiles submission) implements ScenarioFiles {
  /** What the standard library reads, it reads for whoever called it: that may be a student. */
  private ScenarioFiles of(SourceText user) {
    boolean theirs = submission.isOwn(user) || user.name().startsWith(FileLibrary.STANDARD);
    return theirs ? submission : assignment;
  }

  @Override
  public Optional<Scenario> open(String path, SourceText user, Diagnostics diagnostics, Span at) {
    return of(user).open(path, user, diagnostics, at);
  }

  @Override
  public Optional<Path> trace(String path, SourceText user) {
    return of(user).trace(path, user);
  }

  @Override
  public Optional<Path> disk(String path, SourceText user) {
    return of(user).disk(path, user);
  }
}
