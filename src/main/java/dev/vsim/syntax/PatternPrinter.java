package dev.vsim.syntax;

import java.util.List;

/** Writes what assertions look for. */
final class PatternPrinter {
  private final StringBuilder out;
  private final ExpressionPrinter expressions;

  PatternPrinter(StringBuilder out, ExpressionPrinter expressions) {
    this.out = out;
    this.expressions = expressions;
  }

  void expect(Stmt.Expect expect) {
    out.append("expect ");
    if (expect.world() != null) {
      out.append("in ");
      expressions.expression(expect.world());
      out.append(' ');
    }
    expectation(expect.expectation());
  }

  private void expectation(Expectation expectation) {
    if (expectation instanceof Expectation.Some some) {
      pattern(some.pattern());
    } else if (expectation instanceof Expectation.Next next) {
      out.append("next ");
      pattern(next.pattern());
    } else if (expectation instanceof Expectation.No no) {
      out.append("no ");
      pattern(no.pattern());
    } else if (expectation instanceof Expectation.Count count) {
      count(count);
    } else if (expectation instanceof Expectation.Any any) {
      out.append("any ");
      patterns(any.patterns());
    } else if (expectation instanceof Expectation.Exactly exactly) {
      out.append("exactly ");
      patterns(exactly.patterns());
    } else {
      only((Expectation.Only) expectation);
    }
  }

  private void count(Expectation.Count count) {
    expressions.expression(count.least());
    if (count.most() == null) {
      out.append("..");
    } else if (!count.most().equals(count.least())) {
      out.append("..");
      expressions.expression(count.most());
    }
    out.append(' ');
    pattern(count.pattern());
  }

  void pattern(Pattern pattern) {
    out.append(pattern.event().text());
    for (Pattern.Item each : pattern.items()) {
      out.append(' ');
      item(each);
    }
  }

  private void patterns(List<Pattern> patterns) {
    out.append('{');
    String before = " ";
    for (Pattern each : patterns) {
      out.append(before);
      pattern(each);
      before = "; ";
    }
    out.append(" }");
  }

  private void only(Expectation.Only only) {
    out.append("only ").append(only.event().text()).append(" {");
    String before = "";
    for (Pattern each : only.patterns()) {
      out.append(before);
      for (Pattern.Item item : each.items()) {
        out.append(' ');
        item(item);
      }
      before = ";";
    }
    out.append(" }");
  }

  private void item(Pattern.Item item) {
    if (item instanceof Pattern.Item.Term term) {
      expressions.expression(term.value());
    } else if (item instanceof Pattern.Item.Interval interval) {
      expressions.expression(interval.from());
      out.append("..");
      if (interval.to() != null) {
        expressions.expression(interval.to());
      }
    } else {
      out.append(item instanceof Pattern.Item.Question ? '?' : '_');
    }
  }
}
