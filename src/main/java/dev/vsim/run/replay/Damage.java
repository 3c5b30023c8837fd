package dev.vsim.run.replay;

import dev.vsim.source.Problem;
import java.io.IOException;
import java.util.List;

/**
 * Carries a mistake found in packed data up through {@link java.io.InputStream}'s contract; {@link
 * Unpacking} turns it into a {@link ReplayError}, and nobody else sees it.
 */
final class Damage extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient List<Object> details;

  Damage(Problem problem, Object... details) {
    super(problem.template(), null);
    this.problem = problem;
    this.details = List.of(details);
  }

  /** What it means to the user of the file of this name, which is each template's {@code {0}}. */
  ReplayError in(String file) {
    return ReplayError.of(problem, file, details.toArray());
  }
}
