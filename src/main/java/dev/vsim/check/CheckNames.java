package dev.vsim.check;

import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Value;
import java.util.HashMap;
import java.util.Map;

/** The names of a file's checks, by which their results are told apart. */
final class CheckNames {
  private final SourceText source;
  private final Diagnostics diagnostics;
  private final Map<Value, Span> places = new HashMap<>();

  CheckNames(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** One more check; a name that only the run tells is not compared. */
  void add(Stmt.Check check) {
    Span place = check.name().span();
    Constants.of(check.name())
        .map(name -> places.putIfAbsent(name, place))
        .ifPresent(
            first ->
                diagnostics.add(
                    Diagnostic.of(AssertionProblem.CHECK_TWICE, source, place, source.text(place))
                        .withNote(first, "here for the first time")));
  }
}
