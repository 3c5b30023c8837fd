package dev.vsim.trace;

import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostic;

/**
 * An {@code expect no} or a count that looked at nothing: no event happened since its cursor was
 * set (rules.md R39).
 */
public final class EmptyWindow {
  private final Place at;
  private final EventPattern pattern;
  private final Window window;

  EmptyWindow(Place at, EventPattern pattern, Window window) {
    this.at = at;
    this.pattern = pattern;
    this.window = window;
  }

  /**
   * The warning, which also says how many matches lie before the cursor since the last {@code
   * mark}.
   */
  public Diagnostic diagnostic() {
    Diagnostic plain =
        Diagnostic.of(
            AssertionProblem.EMPTY_WINDOW,
            at.source(),
            at.span(),
            Wording.since(at, window),
            pattern.print());
    int earlier = window.earlier(pattern);
    return earlier == 0 ? plain : plain.withHelp(Wording.earlier(earlier));
  }
}
