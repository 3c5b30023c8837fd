package dev.vsim.run.replay;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.FileProblem;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.text.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Why a recorded trace cannot be replayed.
 *
 * @param problem which kind of mistake
 * @param arguments what its template's places stand for; the first is the file's name as the user
 *     gave it
 * @param line the line of the trace, counted from 1, or the record's number in a binary one; 0
 *     where it is about the whole file
 */
public record ReplayError(Problem problem, List<Object> arguments, long line) {
  public ReplayError {
    arguments = List.copyOf(arguments);
  }

  static ReplayError of(Problem problem, String file, Object... details) {
    return at(0, problem, file, details);
  }

  static ReplayError at(long line, Problem problem, String file, Object... details) {
    List<Object> arguments = new ArrayList<>(details.length + 1);
    arguments.add(PlainText.shown(file));
    Collections.addAll(arguments, details);
    return new ReplayError(problem, arguments, line);
  }

  static ReplayError wrongFormat(String file, TraceFormat said, TraceFormat found, String line) {
    return of(FileProblem.TRACE_WRONG_FORMAT, file, said.word(), line, found.word());
  }

  /** The diagnostic to draw under the statement that named the trace. */
  public Diagnostic diagnostic(SourceText source, Span span) {
    return Diagnostic.of(problem, source, span, arguments.toArray());
  }
}
