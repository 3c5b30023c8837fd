package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example of the language's description can be read. */
final class ExamplesTest {
  @ParameterizedTest
  @ValueSource(strings = {"language.vsim", "grading.vsim", "rules.vsim"})
  void everyExampleIsRead(String name) {
    String text = Reading.resource(name);
    Reading reading = Reading.of(text);
    assertEquals(List.of(), reading.diagnostics());
    long commentLines = text.lines().filter(line -> line.contains("#")).count();
    assertEquals(commentLines, reading.scenario().comments().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"language.vsim"})
  void theExamplesUseEveryForm(String name) {
    Set<String> used =
        Reading.of(Reading.resource(name))
            .statements()
            .toString()
            .lines()
            .flatMap(line -> java.util.Arrays.stream(line.split("\\[")))
            .map(part -> part.substring(part.lastIndexOf(' ') + 1).replaceAll(".*=", ""))
            .collect(Collectors.toSet());
    List<String> missing =
        java.util.stream.Stream.of(
                Stmt.class, Expr.class, Expectation.class, Item.class, Pattern.Item.class)
            .flatMap(family -> java.util.Arrays.stream(family.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .filter(form -> !form.equals("Broken") && !used.contains(form))
            .toList();
    assertTrue(missing.isEmpty(), missing.toString());
  }
}
