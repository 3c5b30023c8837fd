package dev.vsim.syntax;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Unread;

/**
 * Takes what is wrong with a statement whose shape is right. On the hasty reading it only notes
 * that there was something; the statement is then read again with care.
 */
final class Complaints {
  private final SourceText source;
  private final Diagnostics diagnostics;
  private boolean silent;
  private boolean any;

  Complaints(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** Begins another statement. */
  void begin(boolean hasty) {
    silent = hasty;
    any = false;
  }

  /** Whether there was something since the statement began. */
  boolean any() {
    return any;
  }

  void add(Unread problem, Span span, Object... arguments) {
    add(Diagnostic.of(problem, source, span, arguments));
  }

  void add(Diagnostic diagnostic) {
    any = true;
    if (!silent) {
      diagnostics.add(diagnostic);
    }
  }

  SourceText source() {
    return source;
  }

  String text(Span span) {
    return source.text(span);
  }
}
