package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see, held to the letter: each sketch of the guide as a scenario that draws it. */
class VoiceTest {
  private static final String FOUR_PAGES =
      """
      host < mem 16K; policy lru >
      pages A..E
      write A = 1
      read B
      read C
      read D
      read E
      read A
      """;

  @TempDir Path folder;

  /** What a scenario makes a person read, the file being called {@code lab.vsim}. */
  private String told(int status, String scenario, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("lab.vsim"), scenario);
    String[] arguments = new String[options.length + 4];
    arguments[0] = "run";
    arguments[1] = "--trace";
    arguments[2] = "none";
    System.arraycopy(options, 0, arguments, 3, options.length);
    arguments[arguments.length - 1] = file.toString();
    Cli result = Cli.run(arguments);
    assertEquals(status, result.status(), result.err());
    return (result.out() + result.err()).replace(folder + "/", "");
  }

  @Test
  void aMistakeInTheScenario() throws IOException {
    assertEquals(
        """
        lab.vsim:1:24: error V0203: `vmxnet4` is not a network card
          1 | vm linux < vcpu 2; nic vmxnet4 bridge >
            |                        ^^^^^^^
        help: did you mean `vmxnet3`? It can be e1000 or vmxnet3
        lab.vsim:2:9: error V0310: a size and a duration cannot be added
          2 | let x = 4K + 10ms
            |         ^^   ^^^^ a duration
            |         a size
        """,
        told(2, "vm linux < vcpu 2; nic vmxnet4 bridge >\nlet x = 4K + 10ms\n"));
  }

  @Test
  void anExpectationThatFails() throws IOException {
    assertEquals(
        """
        lab.vsim:10: failed: expect evict page A dirty false
          10 | expect evict page A dirty false
             | no such event among the 2 evict events since the start; nearest first:
             |   evict host.init page A frame 0x0 dirty true
             |                                          ^^^^ wanted false
             |   evict host.init page B frame 0x1 dirty false
             |                        ^ wanted A
        ✗ lab.vsim   1 assertion fails
        """,
        told(1, FOUR_PAGES + "rewind\nexpect evict page A dirty false\n"));
  }

  @Test
  void anAssertionShowsWhatItRead() throws IOException {
    assertEquals(
        """
        lab.vsim:10: failed: assert host.init.faults == 9 and now > 0ns
          10 | assert host.init.faults == 9 and now > 0ns
             |        host.init.faults is 6 (first-touch 5, major 1)
        lab.vsim:12: failed: assert seen[1] + k == e.frame "counted by hand"
          12 | assert seen[1] + k == e.frame "counted by hand"
             | counted by hand
             |        seen[1] is 5
             |                  k is 2
             |                       e.frame is 0x1
        ✗ lab.vsim   2 assertions fail, 1 assertion holds
        """,
        told(
            1,
            FOUR_PAGES
                + """
                rewind
                assert host.init.faults == 9 and now > 0ns
                let k = 2; let seen = [4, 5]; let e = expect evict page B
                assert seen[1] + k == e.frame "counted by hand"
                """));
  }

  @Test
  void aForbiddenEventNamesTheStatementThatMadeIt() throws IOException {
    String told = told(1, "host < mem 8K >\nforbid evict\naccess page 1, 2\naccess page 3\n");
    assertEquals(
        """
        lab.vsim:2: failed: forbid evict
          2 | forbid evict
            | this happened:
            |   evict host.init page 0x1 frame 0x0 dirty false
            | in line 4: access page 3
        ✗ lab.vsim   1 assertion fails
        """,
        told);
  }

  @Test
  void checksAreSummedUpByName() throws IOException {
    assertEquals(
        """
        in check "evictions":
        lab.vsim:9: failed: expect 2 evict
          9 | check "evictions" { rewind; expect 2 evict; expect no segfault }
            | wanted 2, found none since the start
        ✓ check "first"   1 assertion holds
        ✗ check "evictions"   1 assertion fails, 1 assertion holds
        ✗ lab.vsim   1 assertion fails, 2 assertions hold
        """,
        told(
            1,
            """
            host < mem 64K >
            pages A..E
            check "first" {
              read A
              expect page-fault
            }


            check "evictions" { rewind; expect 2 evict; expect no segfault }
            """));
  }

  @Test
  void allThatHoldsIsSaidInALine() throws IOException {
    assertEquals(
        "✓ lab.vsim   2 assertions hold\n",
        told(0, "access page 1\nexpect page-fault\nassert host.init.faults == 1\n"));
  }

  @Test
  void whatComesUpFirstIsToldFirst() throws IOException {
    String told =
        told(
            2,
            "access page 1\nmark\nexpect no evict\nassert 1 == 2\nlet x = 1 // (host.init.faults - 1)\n");
    int warning = told.indexOf("lab.vsim:3:1: warning V0510");
    int failure = told.indexOf("lab.vsim:4: failed: assert 1 == 2");
    int error = told.indexOf("lab.vsim:5:9: error");
    assertTrue(0 <= warning && warning < failure && failure < error, told);
  }

  @Test
  void why() throws IOException {
    assertEquals(
        """
        # why: evict host.init page B (rule lru: the page used longest ago goes)
        #   B  last used at reference 2   ← goes
        #   C  last used at reference 3
        #   D  last used at reference 4
        #   E  last used at reference 5
        #   by exact use: a record of every reference, which no hardware keeps
        #   clean, never written: dropped without a write
        """,
        told(0, FOUR_PAGES + "why\n"));
  }

  @Test
  void aPageTableAsTheTextbookDrawsIt() throws IOException {
    assertEquals(
        """
        # page table of host.init    4K pages, four levels
        # ┌──────┬──────────────┬───────┬───────┬─────┬──────┬──────┐
        # │ Page │ Frame Number │ Valid │ Dirty │ Ref │ Pres │ Swap │
        # ├──────┼──────────────┼───────┼───────┼─────┼──────┼──────┤
        # │ A    │ 0x0          │   1   │   1   │  1  │   1  │      │
        # │ B    │ –            │   1   │   0   │  0  │   0  │      │
        # └──────┴──────────────┴───────┴───────┴─────┴──────┴──────┘
        # swap of host    0 of 1048576 slots in use: empty
        """,
        told(0, "pages A, B\nwrite A = 1\nshow page-table\nshow swap\n"));
  }

  @Test
  void textsOfTheScenarioCannotForgeALine() throws IOException {
    String told = told(1, "assert 1 == 2 \"no\\n✓ lab.vsim   9 assertions hold\\u{1b}[2J\"\n");
    assertEquals(
        """
        lab.vsim:1: failed: assert 1 == 2 "no\\n✓ lab.vsim   9 assertions hold\\u{1b}[2J"
          1 | assert 1 == 2 "no\\n✓ lab.vsim   9 assertions hold\\u{1b}[2J"
            | no
            | ✓ lab.vsim   9 assertions hold\\u{1b}[2J
        ✗ lab.vsim   1 assertion fails
        """,
        told);
  }

  @Test
  void failuresAsJson() throws IOException {
    String told = told(1, "check \"c\" {\n  assert 1 == host.init.faults\n}\n", "--format", "json");
    JsonObject json = JsonParser.parseString(told).getAsJsonObject();
    assertEquals("failure", json.get("severity").getAsString());
    assertEquals("fail", json.get("status").getAsString());
    assertEquals(2, json.get("line").getAsInt());
    assertEquals(3, json.get("column").getAsInt());
    assertEquals(31, json.get("endColumn").getAsInt());
    assertEquals("host.init.faults is 0", json.get("message").getAsString());
    assertEquals("c", json.get("check").getAsString());
  }

  @Test
  void badUsageIsToldInPlainWords() throws IOException {
    assertTrue(
        told(2, "print 1\n", "--set", "n").startsWith("vsim: --set takes NAME=VALUE, not `n`\n"));
    assertTrue(
        Cli.run("test", "--jobs", "many")
            .err()
            .startsWith("vsim: --jobs takes a number above 0, not `many`\n"));
  }
}
