package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.ScenarioParser;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "access 1; replay 2; assert p.faults == 1; expect page-fault; print p.faults | replay 2",
        "replay 2 | replay 2",
        "on p { replay 2 }; assert 1 == 1 | replay 2",
        "on p { replay 2; assert 1 == 1 } |",
        "on p { access 1; replay 2 } |",
        "on p; replay 2; assert 1 == 1 | replay 2",
        "replay 2; on p; assert 1 == 1 |",
        "replay 2; print f(1); assert 1 == 1 |",
        "replay 2; print [1, f(2)]; assert 1 == 1 |",
        "replay 2; print \"${f()}\" |",
        "replay 2; assert f(1) == 2 | replay 2",
        "replay 2; let a = expect page-fault |",
        "if x { replay 2 } |",
        "for i in 1..2 { replay 2 } |",
        "at 1ms { replay 2 } |",
        "start replay 2 |",
        "replay f(2) |",
        "check \"a\" { replay 2 } |",
        "assert 1 == 1 |"
      })
  void onlyACommandByItselfIsTheLast(String statements, String last) {
    Diagnostics diagnostics = new Diagnostics();
    SourceText source = new SourceText("", statements.replace("; ", "\n"));
    assertEquals(
        Optional.ofNullable(last),
        Questions.lastCommand(new ScenarioParser().parse(source, diagnostics).statements())
            .map(statement -> source.text(statement.span())));
    assertEquals(false, diagnostics.hasErrors(), statements);
  }
}
