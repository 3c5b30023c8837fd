package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.source.Problem;
import dev.vsim.source.Problems;
import dev.vsim.source.SyntaxProblem;
import dev.vsim.source.Unread;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code vsim explain} shows as wrong is wrong in just that way, and what it shows as right is
 * right.
 */
final class ExplanationTest {
  /** These have no example that fits into a few lines. */
  private static final Set<Problem> WITHOUT_EXAMPLE =
      Set.of(
          SyntaxProblem.CONTROL_CHARACTER,
          SyntaxProblem.TOO_DEEP,
          SyntaxProblem.TOO_MANY_OPERATORS,
          SyntaxProblem.TOO_LONG,
          SyntaxProblem.TOO_LARGE,
          SyntaxProblem.TOO_BROKEN);

  private static List<Problem> all() {
    return Problems.all().stream().filter(Unread.class::isInstance).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theExamplesAreWhatTheyAreSaidToBe(Problem problem) {
    String explanation = problem.explanation();
    boolean hasExample = explanation.contains("\nWrong:\n");
    assertEquals(WITHOUT_EXAMPLE.contains(problem), !hasExample);
    if (hasExample) {
      String wrong = example(explanation, "Wrong:");
      Reading reading = Reading.of(wrong);
      assertEquals(
          problem.code(), reading.codes().isEmpty() ? "none" : reading.codes().get(0), wrong);
      String right = example(explanation, "Right:");
      assertEquals(List.of(), Reading.of(right).codes(), right);
    }
  }

  private static String example(String explanation, String title) {
    return explanation
        .substring(explanation.indexOf(title) + title.length())
        .lines()
        .skip(1)
        .takeWhile(line -> line.startsWith("    "))
        .map(line -> line.substring(4))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void eachHasItsOwnCodeAndSpeaksInSentences() {
    assertEquals(all().size(), all().stream().map(Problem::code).distinct().count());
    for (Problem each : all()) {
      assertTrue(each.code().matches("V01\\d\\d"), each.code());
      assertFalse(each.template().endsWith("."), each.template());
      assertFalse(each.help().endsWith("."), each.help());
      assertTrue(each.explanation().strip().length() > 80, each.explanation());
    }
  }
}
