package dev.vsim.syntax;

import dev.vsim.source.Characters;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.SyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Reads a text as a scenario, statement by statement. Whatever the text holds, it ends, tells every
 * mistake as a diagnostic, and goes on behind it; what could not be read stays in the tree as a
 * broken statement.
 */
public final class ScenarioParser {
  /** How many brackets may be open at once, and how many operators may stand in one expression. */
  public static final int MOST_NESTED = 250;

  /** Words and signs that one statement may have, without the statements inside it. */
  public static final int MOST_TOKENS = 300_000;

  /** The longest text in UTF-16 code units, unless told otherwise: 16 Mi. */
  public static final int LONGEST = 16 << 20;

  private final int longest;

  public ScenarioParser() {
    this(LONGEST);
  }

  /** A parser that refuses texts of more than {@code longest} UTF-16 code units. */
  public ScenarioParser(int longest) {
    this.longest = longest;
  }

  /** Reads the whole text. */
  public Scenario parse(SourceText source, Diagnostics diagnostics) {
    List<Stmt> statements = new ArrayList<>();
    Comments comments = new Comments(source);
    read(source, diagnostics, statements::add, comments, angle -> {});
    return new Scenario(source, List.copyOf(statements), comments.inOrder());
  }

  /** Hands on each statement of the outermost level as soon as it is read, and keeps none. */
  public void parse(SourceText source, Diagnostics diagnostics, Consumer<Stmt> statements) {
    read(source, diagnostics, statements, comment -> {}, angle -> {});
  }

  /**
   * Tells which {@code <} and {@code >} of a text are brackets, by their offsets; some may come
   * twice.
   */
  void angles(SourceText source, Diagnostics diagnostics, IntConsumer angles) {
    read(source, diagnostics, statement -> {}, comment -> {}, angles);
  }

  private void read(
      SourceText source,
      Diagnostics diagnostics,
      Consumer<Stmt> statements,
      Consumer<Lexeme> comments,
      IntConsumer angles) {
    if (source.text().length() > longest) {
      refuse(source, diagnostics, statements);
      return;
    }
    Characters.refuseControls(source, diagnostics);
    StatementReader reader = StatementReader.of(source, diagnostics, comments, angles);
    for (Stmt next = reader.next(); next != null; next = reader.next()) {
      statements.accept(next);
    }
  }

  private void refuse(SourceText source, Diagnostics diagnostics, Consumer<Stmt> statements) {
    int length = source.text().length();
    Span start = new Span(0, source.lineText(1).length());
    diagnostics.add(SyntaxProblem.TOO_LARGE, source, start, length, longest);
    statements.accept(new Stmt.Broken(new Span(0, length)));
  }
}
