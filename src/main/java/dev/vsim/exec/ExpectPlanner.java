package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.event.EventKind;
import dev.vsim.syntax.Expectation;
import dev.vsim.syntax.Pattern;
import dev.vsim.trace.Cursor;
import dev.vsim.trace.EventPattern;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the forms of {@code expect}. */
final class ExpectPlanner {
  private final CheckedProgram program;
  private final ExprPlanner exprs;

  ExpectPlanner(CheckedProgram program, ExprPlanner exprs) {
    this.program = program;
    this.exprs = exprs;
  }

  Patterns.Built pattern(Pattern pattern) {
    return Patterns.plan(program.events(pattern), exprs::plan);
  }

  Assertions.Form form(Expectation expectation) {
    if (expectation instanceof Expectation.Some some) {
      Patterns.Built pattern = pattern(some.pattern());
      return (cursor, at, frame) -> cursor.some(at, pattern.build(frame));
    } else if (expectation instanceof Expectation.Next next) {
      Patterns.Built pattern = pattern(next.pattern());
      return (cursor, at, frame) -> cursor.next(at, pattern.build(frame));
    } else if (expectation instanceof Expectation.No no) {
      Patterns.Built pattern = pattern(no.pattern());
      return (cursor, at, frame) -> cursor.no(at, pattern.build(frame));
    } else if (expectation instanceof Expectation.Count count) {
      return count(count);
    } else if (expectation instanceof Expectation.Any any) {
      List<Patterns.Built> patterns = patterns(any.patterns());
      return new AnyOrder(patterns);
    } else if (expectation instanceof Expectation.Exactly exactly) {
      List<Patterns.Built> patterns = patterns(exactly.patterns());
      return (cursor, at, frame) -> cursor.exactly(at, build(patterns, frame));
    }
    Expectation.Only only = (Expectation.Only) expectation;
    List<Patterns.Built> patterns = patterns(only.patterns());
    EventKind kind = EventKind.named(only.event().text()).orElseThrow();
    return (cursor, at, frame) -> cursor.only(at, kind, build(patterns, frame));
  }

  private Assertions.Form count(Expectation.Count count) {
    Patterns.Built pattern = pattern(count.pattern());
    ExprNode least = exprs.plan(count.least());
    Optional<ExprNode> most = Optional.ofNullable(count.most()).map(exprs::plan);
    return (cursor, at, frame) ->
        cursor.count(
            at,
            least.whole(frame),
            most.isPresent() ? most.get().whole(frame) : Cursor.OPEN,
            pattern.build(frame));
  }

  private List<Patterns.Built> patterns(List<Pattern> patterns) {
    return patterns.stream().map(this::pattern).toList();
  }

  private static List<EventPattern> build(List<Patterns.Built> patterns, Frame frame) {
    List<EventPattern> built = new ArrayList<>(patterns.size());
    for (Patterns.Built pattern : patterns) {
      built.add(pattern.build(frame));
    }
    return built;
  }

  /** {@code expect any { P; P }}. */
  private record AnyOrder(List<Patterns.Built> built) implements Assertions.Form {
    @Override
    public Outcome ask(Cursor cursor, Place at, Frame frame) {
      return cursor.any(at, build(built, frame));
    }

    @Override
    public long patterns() {
      return built.size();
    }
  }
}
