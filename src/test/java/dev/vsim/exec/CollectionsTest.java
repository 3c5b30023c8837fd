package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, maps and texts: slices against a naive model, and what would never end. */
class CollectionsTest {
  private static final int LONGEST = 4;
  private static final int FARTHEST = 6;

  @TempDir Path folder;

  private Cli run(String scenario, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run", "--trace", "none"));
    arguments.addAll(List.of(options));
    arguments.add(Files.writeString(folder.resolve("a.vsim"), scenario).toString());
    return Cli.run(arguments.toArray(new String[0]));
  }

  /** The places that a slice takes: one after the other, each looked at by itself. */
  private static Optional<List<Integer>> places(int size, int from, int to) {
    int first = from < 0 ? from + size : from;
    int last = to < 0 ? to + size : to;
    boolean begins = first >= 0 && first <= size;
    boolean ends = last < first || last < size;
    if (!begins || !ends) {
      return Optional.empty();
    }
    List<Integer> places = new ArrayList<>();
    for (int place = first; place <= last; place++) {
      places.add(place);
    }
    return Optional.of(places);
  }

  @Test
  void slicesTakeWhatARangeSays() throws IOException {
    StringBuilder scenario = new StringBuilder();
    int refused = 0;
    for (int size = 0; size <= LONGEST; size++) {
      String text = "abcd".substring(0, size);
      for (int from = -FARTHEST; from <= FARTHEST; from++) {
        for (int to = -FARTHEST; to <= FARTHEST; to++) {
          Optional<List<Integer>> places = places(size, from, to);
          String slice = "list(\"" + text + "\")[" + from + ".." + to + "]";
          if (places.isEmpty()) {
            refused++;
            assertTrue(run("print " + slice + "\n").err().contains("V0315"), slice);
            continue;
          }
          StringBuilder taken = new StringBuilder();
          places.get().forEach(place -> taken.append(text.charAt(place)));
          scenario.append("assert \"\".join(").append(slice).append(") == \"");
          scenario.append(taken).append("\"\n");
          scenario.append("assert \"").append(text).append("\"[").append(from).append("..");
          scenario.append(to).append("] == \"").append(taken).append("\"\n");
        }
      }
    }
    assertEquals(0, run(scenario.toString()).status(), run(scenario.toString()).err());
    assertTrue(refused > 100, refused + " slices lie outside");
  }

  /** Each meets a limit that is deterministic, in no time and with little memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "let l = [1, 1]\nrepeat 40 { l = [l, l, l, l, l, l, l, l] }\nprint l",
        "let l = [1, 1]\nrepeat 40 { l = [l, l, l, l, l, l, l, l] }\nprint str(l).len()",
        "let l = [1]\nlet m = [1]\nrepeat 60 { l = [l, l]\n  m = [m, m] }\nprint l == m",
        "let l = [\"a\": 1]\nlet m = [\"a\": 1]\nrepeat 60 { l = [\"a\": l, \"b\": l]\n  m = [\"a\": m, \"b\": m] }\nprint l == m",
        "let t = \"x\"\nrepeat 60 { t = t + t }",
        "let t = \"x\"\nrepeat 60 { t = \"${t}${t}\" }",
        "print \"x\".repeat(9_000_000_000).len()",
        "print \"\".pad(9_000_000_000).len()",
        "print \"x\".repeat(1000).replace(\"x\", \"y\".repeat(1_000_000)).len()",
        "let l = [0]\nrepeat 60 { l.extend(l) }",
        "let l = [0]\nrepeat 60 { l = l + l }",
        "print len(list(1..9_000_000_000))",
        "let l = []\nwhile true { l.push(l.copy()) }",
      })
  void whatWouldNeverEndMeetsALimit(String scenario) throws IOException {
    Cli result = run(scenario + "\n", "--limit", "work=3_000_000", "--limit", "memory=64M");
    assertEquals(3, result.status(), result.err());
  }

  @Test
  void aListMayHoldItself() throws IOException {
    Cli result =
        run(
            """
            let l = [1]
            let m = [1]
            l.push(l)
            m.push(m)
            print l == m, l[1][1][1][0], l.index(l), len(str(l)) > 10
            let n = ["n": 1]
            n["n"] = n
            print n == n, n["n"]["n"].len()
            """);
    assertEquals("# true 1 1 true\n# true 1\n", result.out(), result.err());
  }
}
