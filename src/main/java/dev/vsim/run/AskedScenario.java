package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Printed;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Map;

/**
 * A scenario as a worksheet shows it: with the values that it was run with, and without what it
 * asserts at its top level, which would tell the answers.
 */
final class AskedScenario {
  private final CheckedProgram program;
  private final Map<String, String> set;
  private final StringBuilder out = new StringBuilder();
  private int copied;

  AskedScenario(CheckedProgram program, Map<String, String> set) {
    this.program = program;
    this.set = set;
  }

  /** Its text. */
  String text() {
    program.statements().forEach(this::statement);
    copyTo(source().text().length());
    return out.toString();
  }

  private SourceText source() {
    return program.source();
  }

  private void statement(Stmt statement) {
    if (statement instanceof Stmt.Param param && set.containsKey(param.name().text())) {
      replace(param.value().span(), literal(param, set.get(param.name().text())));
    } else if (statement instanceof Stmt.After after && looks(after.body().statements())) {
      replace(after.span(), source().text(after.command().span()));
    } else if (looks(statement)) {
      drop(statement.span());
    }
  }

  /** A value as it is written, which {@code --set} gives without quotes. */
  private static String literal(Stmt.Param param, String text) {
    return ParameterTexts.read(param, text) instanceof Value.Text words
        ? Printed.quoted(words.text())
        : text;
  }

  /** Whether a statement does nothing but look. */
  private static boolean looks(Stmt statement) {
    return statement instanceof Stmt.Expect
        || statement instanceof Stmt.Assert
        || statement instanceof Stmt.Forbid
        || statement instanceof Stmt.Allow
        || statement instanceof Stmt.Mark
        || statement instanceof Stmt.Rewind
        || statement instanceof Stmt.Check check && looks(check.body().statements());
  }

  private static boolean looks(List<Stmt> statements) {
    return statements.stream().allMatch(AskedScenario::looks);
  }

  private void replace(Span span, String with) {
    copyTo(span.start());
    out.append(with);
    copied = span.end();
  }

  /** Leaves out a statement, and its line if nothing else but a comment is in it. */
  private void drop(Span span) {
    String text = source().text();
    int begin = span.start();
    while (begin > copied && isBlank(text.charAt(begin - 1))) {
      begin--;
    }
    int end = span.end();
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    boolean first = begin == 0 || text.charAt(begin - 1) == '\n';
    boolean last = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '#';
    if (last) {
      int line = text.indexOf('\n', end);
      end = line < 0 ? text.length() : first ? line + 1 : line;
    } else if (text.charAt(end) == ';') {
      end++;
      while (isBlank(text.charAt(end))) {
        end++;
      }
    }
    copyTo(begin);
    copied = end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private void copyTo(int end) {
    out.append(source().text(), copied, Math.max(copied, end));
    copied = Math.max(copied, end);
  }
}
