package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.ScenarioParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "access 1; assert p.faults == 1; expect page-fault; print p.faults | 3",
        "assert p.faults == 1; access 1 | 0",
        "access 1; print f(1); assert 1 == 1 | 1",
        "access 1; print [1, f(2)]; assert 1 == 1 | 1",
        "access 1; print \"${f()}\" | 0",
        "assert f(1) == 2 | 1",
        "let a = expect page-fault | 0",
        "if x { access 1 } | 0",
        "check \"a\" { access 1 } | 0"
      })
  void whatOnlyAsksIsCountedFromTheEnd(String statements, int questions) {
    Diagnostics diagnostics = new Diagnostics();
    SourceText source = new SourceText("", statements.replace("; ", "\n"));
    assertEquals(
        questions,
        Questions.atEndOf(new ScenarioParser().parse(source, diagnostics).statements()),
        statements);
    assertEquals(false, diagnostics.hasErrors(), statements);
  }
}
