package dev.vsim.exec;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;

/** A piece of a planned program, which knows where it stands in the source. */
abstract class Node {
  private final SourceText source;
  private final Span span;

  Node(At at) {
    this.source = at.source();
    this.span = at.span();
  }

  /** A place in a source text. */
  record At(SourceText source, Span span) {
    Stopped stop(Problem problem, Object... arguments) {
      return new Stopped(Ending.Sort.ERROR, Diagnostic.of(problem, source, span, arguments));
    }
  }

  final At at() {
    return new At(source, span);
  }

  final Span span() {
    return span;
  }

  final SourceText source() {
    return source;
  }

  /** The text that it was planned from. */
  final String text() {
    return source.text(span);
  }

  /** What to throw when the run cannot go on here. */
  final Stopped stop(Problem problem, Object... arguments) {
    return at().stop(problem, arguments);
  }
}
