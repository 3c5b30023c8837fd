package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies in the language: what they count as, when they begin, and what they leave alone. */
class StrategyTest {
  private static final String NEWEST =
      """
      policy newest {
        let frames = []
        on load(f) { frames.push(f) }
        on hit(f) { frames[-1].tag = frames.len() }
        on victim() { return frames.pop() }
      }
      """;

  @TempDir Path folder;

  private Cli run(String scenario, String... options) throws IOException {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "run";
    arguments[1] = "--trace";
    arguments[2] = "none";
    System.arraycopy(options, 0, arguments, 3, options.length);
    arguments[arguments.length - 1] =
        Files.writeString(folder.resolve("a.vsim"), scenario).toString();
    return Cli.run(arguments);
  }

  private String prints(String scenario, String... options) throws IOException {
    Cli result = run(scenario, options);
    assertEquals(0, result.status(), result.err());
    return result.out().replace("# ", "").strip();
  }

  private void trace() throws IOException {
    StringBuilder references = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      references.append(i % 7).append('\n');
    }
    Files.writeString(folder.resolve("references.txt"), references);
  }

  @Test
  void whatHandlersDoCountsAsWorkAndNotAsSteps() throws IOException {
    trace();
    String scenario =
        NEWEST
            + """
            process app < frames 8; policy newest >
            replay "references.txt" < format text >
            """;
    assertTrue(run(scenario, "--limit", "steps=100").err().isEmpty());
    Cli limited = run(scenario, "--limit", "work=5500");
    assertEquals(3, limited.status());
    assertTrue(limited.err().contains("V0705"), limited.err());
  }

  @Test
  void aHandlerAloneMayTakeNoMoreThanTheLimitOfSteps() throws IOException {
    String scenario =
        """
        policy busy {
          let queue = []
          on load(f) {
            queue.push(f)
            repeat 5000 { f.tag = 1 }
          }
          on victim() { return queue.shift() }
        }
        process app < frames 2; policy busy >
        access page 1, 2, 3
        """;
    assertTrue(run(scenario, "--limit", "steps=12000").err().isEmpty());
    Cli limited = run(scenario, "--limit", "steps=8000");
    assertEquals(3, limited.status());
    assertTrue(limited.err().contains("this loop was running"), limited.err());
  }

  @Test
  void itsVariablesAreMadeWhereItBegins() throws IOException {
    String scenario =
        """
        policy dividing {
          let share = 12 // (capacity - 3)
          let queue = []
          on victim() { return queue.shift() }
        }
        """;
    assertEquals("", run(scenario + "process a < frames 4; policy dividing >\n").err());
    Cli wrong = run(scenario + "process a < frames 3; policy dividing >\n");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("a.vsim:2:15: error V0307"), wrong.err());
  }

  /** Nobody acts in a strategy, so none of the machine need be there when it begins. */
  @Test
  void itCallsFunctionsOfOtherFilesBeforeThereIsAHost() throws IOException {
    String scenario =
        """
        use "std/dice"
        policy lucky {
          let number = dice.between(3, 3)
          let queue = []
          on load(f) { queue.push(f) }
          on victim() {
            print number
            return queue.shift()
          }
        }
        host esxi1 < mem 4K; policy lucky >
        access page 1, 2
        print esxi1.init.evictions
        """;
    assertEquals("3\n1", prints(scenario));
  }

  @Test
  void aParamOfItsFileIsRead() throws IOException {
    Files.writeString(
        folder.resolve("rules.vsim"),
        """
        param spared = 1
        policy sparing {
          let queue = []
          on load(f) { queue.push(f) }
          on victim() { return queue.pop(spared) }
        }
        """);
    String scenario =
        """
        use "rules"
        process app < frames 3; policy (rules.sparing) >
        access page 1, 2, 3, 4
        print app.page[1].present, app.page[2].present
        """;
    assertEquals("true false", prints(scenario));
  }

  @Test
  void aTextThatNamesNoneIsRefusedWithThoseThereAre() throws IOException {
    String scenario =
        NEWEST
            + """
            param rule = "oldest"
            process app < policy (rule) >
            """;
    assertEquals(0, run(scenario, "--set", "rule=newest").status());
    assertEquals(0, run(scenario, "--set", "rule=2q").status());
    Cli wrong = run(scenario);
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("`oldest` is not a replacement policy"), wrong.err());
  }

  @Test
  void itIsTheSameInTheFirstRunOfOptAndTheSecond() throws IOException {
    String scenario =
        NEWEST
            + """
            use "std/workloads"
            process a < frames 3; policy opt >
            process b < frames 3; policy newest >
            for n in 1..40 {
              on a { access page (random(7)) }
              on b { access page (random(7)) }
            }
            print b.faults, b.evictions
            """;
    assertEquals(
        prints(scenario.replace("policy opt", "policy lru")), prints(scenario), "b knows nothing");
  }
}
