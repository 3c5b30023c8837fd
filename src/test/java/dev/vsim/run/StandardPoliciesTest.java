package dev.vsim.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.world.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code std/policies}: each policy in the language makes the same events as the built-in one, on
 * random references of processes that fork, end, map and unmap, in sets of their own and together.
 */
@SuppressWarnings({"ReferenceEquality", "IntLongMath"}) // this very one is meant; small numbers
class StandardPoliciesTest {
  private static final int STATEMENTS = 250;
  private static final int CHILDREN = 4;
  private static final long HIGHEST_FRAME = 1023;

  /** Names that begin with a digit are no names. */
  private static final Map<String, String> CALLED = Map.of("2q", "two-queues");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> eachDoesWhatTheBuiltInOneDoes() {
    return Policies.ALL.stream()
        .filter(kind -> kind != Policies.OPT)
        .flatMap(
            kind ->
                Stream.of(1, 2, 3, 5, 12)
                    .flatMap(
                        frames ->
                            Stream.of(
                                DynamicTest.dynamicTest(
                                    kind.word() + " in sets of " + frames,
                                    () -> same(kind, frames, true)),
                                DynamicTest.dynamicTest(
                                    kind.word() + " in " + frames + " for all",
                                    () -> same(kind, frames, false)))));
  }

  private void same(PolicyKind kind, int frames, boolean local) throws IOException {
    String written = "(policies." + CALLED.getOrDefault(kind.word(), kind.word()) + ")";
    List<String> expected = events(new World(frames, local).scenario(kind.word()));
    List<String> found = events(new World(frames, local).scenario(written));
    assertEquals(expected, found);
    assertTrue(expected.stream().filter(line -> line.startsWith("expect evict")).count() > 50);
  }

  private List<String> events(String scenario) throws IOException {
    Path file = Files.writeString(folder.resolve("a.vsim"), scenario);
    Cli result = Cli.run("run", file.toString());
    assertEquals("", result.err(), scenario);
    return result.out().lines().filter(line -> line.startsWith("expect ")).toList();
  }

  /** Two processes and their children, in sets of frames of their own or in the host's. */
  private static final class World {
    private final int frames;
    private final boolean local;
    private final SplitMix64 random;
    private final List<String> processes = new ArrayList<>(List.of("a", "b"));
    private final StringBuilder text = new StringBuilder("use \"std/policies\"\n");
    private int children;
    private int time;

    World(int frames, boolean local) {
      this.frames = frames;
      this.local = local;
      this.random = new SplitMix64(31L * frames + (local ? 1 : 0));
    }

    String scenario(String policy) {
      if (local) {
        line("host < mem 4M; swap 4M >");
        line("process a < frames " + frames + "; policy " + policy + " >");
        line("process b < frames " + (frames + 1) + "; policy " + policy + " >");
      } else {
        line("host < mem " + 4 * frames + "K; swap 4M; policy " + policy + " >");
        line("process a\nprocess b");
      }
      line("trace < show memory; show steps; show tlb-flush >");
      for (time = 0; time < STATEMENTS; time++) {
        statement(processes.get((int) random.below(processes.size())));
      }
      return text.toString();
    }

    private void statement(String process) {
      switch ((int) random.below(40)) {
        case 0 -> fork(process);
        case 1 -> kill();
        case 2 -> unmap(process);
        case 3 -> map(process);
        case 4, 5, 6, 7, 8, 9, 10 -> access(process, page(), " write");
        default -> access(process, page(), "");
      }
    }

    /** Often the same pages, sometimes any. */
    private long page() {
      return random.below(random.below(3L * frames + 2) + 1);
    }

    private void fork(String process) {
      if (children < CHILDREN) {
        String child = "c" + ++children;
        line("fork " + process + " as " + child);
        processes.add(child);
      }
    }

    private void kill() {
      if (processes.size() > 2) {
        line("kill " + processes.remove(processes.size() - 1));
      }
    }

    /** Of a page that is not asked for again, which would end the process. */
    private void unmap(String process) {
      long page = 1000 + time;
      access(process, page, " write");
      access(process, page(), "");
      line("on " + process + " { unmap " + page * 4096 + " }");
    }

    private void map(String process) {
      if (local) {
        long frame = HIGHEST_FRAME - time;
        line("on " + process + " { map " + page() * 4096 + " -> " + frame * 4096 + " rw }");
      }
    }

    private void access(String process, long page, String op) {
      line("on " + process + " { access page " + page + op + " }");
    }

    private void line(String line) {
      text.append(line).append('\n');
    }
  }
}
