package dev.vsim.check;

import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What functions and assertions do beside giving a value, over all files of a program: an assertion
 * only looks, so that leaving it out never changes an event (language.md, "Assertions only look").
 */
final class Effects {
  private final IdentityHashMap<Symbol.Function, Body> functions = new IdentityHashMap<>();
  private final List<Body> assertions = new ArrayList<>();
  private final Deque<Body> open = new ArrayDeque<>();

  /** Something that is done, and what it is called: {@code draws a random number}. */
  private record Deed(SourceText source, Span span, String prose) {}

  /** A call of a function. */
  private record Called(SourceText source, Span span, Symbol.Function function) {}

  /** What stands in a function, or in an assertion. */
  private static final class Body {
    private final Optional<Symbol.Function> function;
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Called> calls = new ArrayList<>();

    Body(Optional<Symbol.Function> function) {
      this.function = function;
    }
  }

  /** What follows stands in a function, until {@link #end}. */
  void begin(Symbol.Function function) {
    Body body = new Body(Optional.of(function));
    functions.put(function, body);
    open.push(body);
  }

  /** What follows stands in an assertion, until {@link #end}. */
  void beginAssertion() {
    Body body = new Body(Optional.empty());
    assertions.add(body);
    open.push(body);
  }

  void end() {
    open.pop();
  }

  /** Something is done here. */
  void does(SourceText source, Span span, String prose) {
    if (!open.isEmpty()) {
      open.peek().deeds.add(new Deed(source, span, prose));
    }
  }

  /** A function is called here. */
  void calls(SourceText source, Span span, Symbol.Function function) {
    if (!open.isEmpty()) {
      open.peek().calls.add(new Called(source, span, function));
    }
  }

  /**
   * A variable, or what it holds, is changed here: that is a deed unless the variable is the
   * function's own.
   *
   * @param inside whether what it holds is changed, which a parameter may share with others
   */
  void changes(SourceText source, Span span, Symbol.Variable variable, boolean inside) {
    if (!open.isEmpty() && !isOwn(variable, inside)) {
      does(source, span, "changes `" + variable.name() + "`");
    }
  }

  private boolean isOwn(Symbol.Variable variable, boolean inside) {
    return open.peek()
        .function
        .filter(f -> f.activation() == variable.activation())
        .filter(f -> !inside || !f.parameters().contains(variable))
        .isPresent();
  }

  /** Reports the assertions that were read since the last time and do more than look. */
  void report(Diagnostics diagnostics) {
    for (Body assertion : assertions) {
      assertion.deeds.stream()
          .findFirst()
          .ifPresent(d -> diagnostics.add(about(d.source, d.span, d.prose)));
      for (Called call : assertion.calls) {
        deed(call.function, new ArrayList<>())
            .ifPresent(
                d ->
                    diagnostics.add(
                        about(call.source, call.span, "acts")
                            .withNote(
                                new Diagnostic.Note(
                                    Optional.of(d.source), d.span, "it " + d.prose))));
      }
    }
    assertions.clear();
  }

  private static Diagnostic about(SourceText source, Span span, String prose) {
    return Diagnostic.of(AssertionProblem.ASSERTION_ACTS, source, span, source.text(span), prose);
  }

  /** The first thing that a function does, or one that it calls. */
  private Optional<Deed> deed(Symbol.Function function, List<Symbol.Function> seen) {
    Body body = functions.get(function);
    if (body == null || seen.contains(function)) {
      return Optional.empty();
    }
    seen.add(function);
    return body.deeds.stream()
        .findFirst()
        .or(
            () ->
                body.calls.stream()
                    .map(call -> deed(call.function, seen))
                    .flatMap(Optional::stream)
                    .findFirst());
  }
}
