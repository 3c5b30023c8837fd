package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What came of reading a text. */
public record Reading(Scenario scenario, List<Diagnostic> diagnostics, int dropped) {
  public static Reading of(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Scenario scenario = new ScenarioParser().parse(new SourceText("test.vsim", text), diagnostics);
    return new Reading(scenario, diagnostics.sorted(), diagnostics.dropped());
  }

  /** The statements of a text that must be right. */
  static List<Stmt> right(String text) {
    Reading reading = of(text);
    assertEquals(List.of(), reading.codes(), () -> text + "\n" + reading.diagnostics);
    return reading.statements();
  }

  static Stmt one(String text) {
    List<Stmt> statements = right(text);
    assertEquals(1, statements.size(), () -> text + "\n" + statements);
    return statements.get(0);
  }

  /** The value in {@code let x = TEXT}. */
  static Expr expression(String text) {
    return ((Stmt.Let) one("let x = " + text)).value();
  }

  List<Stmt> statements() {
    return scenario.statements();
  }

  public List<String> codes() {
    return diagnostics.stream().map(each -> each.problem().code()).toList();
  }

  String text(dev.vsim.source.Span span) {
    return scenario.source().text(span);
  }

  /** Records as text, without their places. */
  public static String shape(Object records) {
    return String.valueOf(records)
        .replaceAll("\\b(span|operatorSpan)=Span\\[start=\\d+, end=\\d+](, )?", "");
  }

  static String resource(String name) {
    try (InputStream stream = Reading.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
