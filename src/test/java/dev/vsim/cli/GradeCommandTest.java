package dev.vsim.cli;

import static dev.vsim.cli.Coursework.check;
import static dev.vsim.cli.Coursework.message;
import static dev.vsim.cli.Coursework.points;
import static dev.vsim.cli.Coursework.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an assignment asks, and what submissions get for it (grading.md, "vsim grade"). */
class GradeCommandTest {
  /** grading.md's own example, with a string for which FIFO faults seven times. */
  private static final String HOMEWORK =
      """
      assignment "Homework 3: replacement" < submit "belady.vsim"; limits < steps 1_000_000; trace 100_000 > >

      check "it runs" points 10 { simulate submission }
      check "more frames, more faults" points 40 needs "it runs" {
        let small = simulate submission < frames 3; lock costs, paging, mem >
        let large = simulate submission < frames 4; lock costs, paging, mem >
        assert large.p.faults > small.p.faults "under FIFO the larger memory must fault more often here"
      }
      check "nobody crosses" points 20 {
        let r = simulate submission
        in r { after access page 9 < > { expect page-fault p } }
      }
      check "my policy, your string" points 30 hidden after due {
        use submission as s
        process p < frames 4; policy (s.mine) >
        access page 1, 2, 3, 4, 1, 2, 5, 1
        assert p.faults == 6
      }
      """;

  private static final String FIFO =
      """
      param frames in 1..9 = 3
      policy mine {
        let queue = []
        on load(f) { queue.push(f) }
        on victim() { return queue.shift() }
      }
      process p < frames (frames); policy mine >
      access page 1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5
      """;

  @TempDir Path folder;
  private Coursework work;

  @BeforeEach
  void makeRoom() {
    work = new Coursework(folder);
  }

  @Test
  void theExampleOfTheDesignIsGraded() {
    work.assignment(HOMEWORK.replace("< > {", "{"));
    JsonObject good = work.object(FIFO);
    assertEquals("vsim-grade/1", good.get("schema").getAsString());
    assertEquals("Homework 3: replacement", good.get("assignment").getAsString());
    assertEquals("graded", good.get("status").getAsString());
    assertEquals(100, good.get("score").getAsDouble(), good.toString());
    assertEquals(100, good.get("maxScore").getAsDouble());
    assertEquals(42, good.get("seed").getAsLong());
    assertTrue(good.get("steps").getAsLong() > 50);
    JsonObject lifo = work.object(FIFO.replace("shift()", "pop()"));
    assertEquals("fail", status(lifo, "more frames, more faults"));
    assertEquals(
        "under FIFO the larger memory must fault more often here",
        message(lifo, "more frames, more faults"));
    assertEquals(7, check(lifo, "more frames, more faults").get("line").getAsInt());
  }

  @Test
  void whatCannotBeReadIsUngradableAndListsEveryCheck() {
    work.assignment(HOMEWORK.replace("< > {", "{"));
    JsonObject broken = work.object("process p < frames 3\naccess page 1");
    assertEquals("ungradable", broken.get("status").getAsString());
    assertEquals(0, broken.get("score").getAsDouble());
    assertEquals(100, broken.get("maxScore").getAsDouble());
    assertEquals(4, broken.getAsJsonArray("checks").size());
    assertTrue(message(broken, "it runs").startsWith("V01"), broken.toString());
    assertEquals("kim.vsim", check(broken, "it runs").get("file").getAsString());
    assertEquals("error", status(broken, "it runs"));
  }

  @Test
  void whatNeedsACheckThatFailsIsLeftOut() {
    work.assignment(HOMEWORK.replace("< > {", "{"));
    JsonObject fails = work.object("process p\nfail \"I give up\"");
    assertEquals("fail", status(fails, "it runs"));
    assertTrue(message(fails, "it runs").contains("I give up"), fails.toString());
    assertEquals(2, check(fails, "it runs").get("line").getAsInt());
    assertEquals("skip", status(fails, "more frames, more faults"));
    assertTrue(message(fails, "more frames, more faults").contains("it runs"));
  }

  @Test
  void aLimitSaysWhichLineAndLoop() {
    work.assignment(HOMEWORK.replace("< > {", "{"));
    JsonObject endless = work.object("process p\nwhile true { access page 1 }");
    assertEquals("limit", status(endless, "it runs"));
    assertTrue(message(endless, "it runs").contains("1000000"), endless.toString());
    assertEquals(2, check(endless, "it runs").get("line").getAsInt());
  }

  @Test
  void aParamThatIsMissingIsTheSubmissionsMistake() {
    work.assignment(HOMEWORK.replace("< > {", "{"));
    JsonObject without = work.object("process p < frames 3 >\naccess page 1");
    String said = message(without, "more frames, more faults");
    assertTrue(said.startsWith("V1223") && said.contains("`frames`"), said);
    assertEquals("kim.vsim", check(without, "more frames, more faults").get("file").getAsString());
  }

  @Test
  void rulesReadTheSource() {
    work.assignment(
        """
        assignment "Rules" < submit "a.vsim" >
        check "locked" points 1 { simulate submission < lock mem, frames > }
        check "required" points 2 { require policy mine }
        check "forbidden" points 4 {
          forbid-command fork, kill
          simulate submission
        }
        """);
    JsonObject honest = work.object(FIFO.replace("frames (frames); ", ""));
    assertEquals(7, honest.get("score").getAsDouble(), honest.toString());
    JsonObject not =
        work.object("host < mem 1G >\nprocess p\nif false { fork p as q }\naccess page 1");
    assertEquals(0, not.get("score").getAsDouble());
    assertTrue(message(not, "locked").startsWith("V1220 at line 1: `mem`"), not.toString());
    assertTrue(message(not, "required").startsWith("V1221"), not.toString());
    assertTrue(message(not, "forbidden").startsWith("V1222 at line 3: `fork`"), not.toString());
  }

  @Test
  void rulesOfTheAssignmentHoldForEveryCheckAndForFilesInUse() {
    work.assignment(
        """
        assignment "Rules" < submit "a.vsim"; forbid-command fork >
        check "one" points 1 { simulate submission }
        check "two" points 1 { simulate submission }
        """);
    work.write("subs/kim/a.vsim", "use \"lib/b\"\nprocess p\naccess page 1");
    work.write("subs/kim/lib/b.vsim", "def f() { fork p as q }");
    JsonObject used = work.objects(List.of(folder.resolve("subs/kim"))).get(0);
    assertEquals(0, used.get("score").getAsDouble(), used.toString());
    assertEquals("lib/b.vsim", check(used, "two").get("file").getAsString());
    String dynamic = "let n = \"b\"\nprocess p\naccess page 1\nlet r = simulate \"lib/${n}\"";
    work.write("subs/lee/a.vsim", dynamic);
    work.write("subs/lee/lib/b.vsim", "process p\nfork p as q");
    JsonObject late = work.objects(List.of(folder.resolve("subs/lee"))).get(0);
    assertEquals("fail", status(late, "one"), late.toString());
  }

  @Test
  void partsGiveTheirPointsByThemselves() {
    work.assignment(
        """
        assignment "Parts" < submit "a.vsim" >
        check "parts" points 10 {
          let r = simulate submission
          assert r.p.faults == 2 points 3
          assert r.p.faults == 3 points 4
        }
        check "only parts" {
          let r = simulate submission
          assert r.p.faults == 2 points 1.5
          assert r.p.faults == 3 points 2.5
        }
        check "tolerant" points 1 {
          let r = simulate submission
          assert r.p.faults == 5 "about five" within 60% points 1
        }
        """);
    JsonObject two = work.object("process p\naccess page 1, 2");
    assertEquals(6, points(two, "parts"), "3 for the first, 3 for the rest");
    assertEquals(1.5, points(two, "only parts"));
    assertEquals(4, check(two, "only parts").get("maxPoints").getAsDouble());
    assertEquals(1, points(two, "tolerant"));
    JsonObject four = work.object("process p\naccess page 1, 2, 3, 4");
    assertEquals(3, points(four, "parts"), "nothing but the rest");
    JsonObject broken = work.object("process p\naccess page 1, 2\nfail \"no\"");
    assertEquals(0, points(broken, "parts"));
  }

  @Test
  void aPartThatFailsOnceIsLost() {
    work.assignment(
        """
        assignment "Loop" < submit "a.vsim" >
        check "each" points 4 {
          let r = simulate submission
          for n in 1..3 { assert r.p.faults >= n points 4 }
        }
        """);
    assertEquals(0, points(work.object("process p\naccess page 1, 2"), "each"));
    assertEquals(4, points(work.object("process p\naccess page 1, 2, 3"), "each"));
  }

  @Test
  void aLoopOverARangeIsWrittenOut() {
    work.assignment(
        """
        assignment "Loop" < submit "a.vsim" >
        for n in 2..4 {
          let wanted = n + 1
          check "with ${n} frames" points 5 {
            let r = simulate submission < frames (n) >
            assert r.p.faults == wanted
          }
        }
        """);
    JsonObject grade =
        work.object(
            "param frames = 1\nprocess p < frames (frames) >\n"
                + "access page 0..frames\nassert p.faults > 0");
    assertEquals(15, grade.get("score").getAsDouble(), grade.toString());
    assertEquals("pass", status(grade, "with 4 frames"));
  }

  @Test
  void eachCheckHasAWorldOfItsOwnWithWhatStandsAboveIt() {
    work.assignment(
        """
        assignment "Worlds" < submit "a.vsim" >
        process p < frames 2 >
        let seen = []
        check "one" points 1 { access page 1; seen.push(1); assert p.faults == 1; assert len(seen) == 1 }
        access page 2
        check "two" points 1 {
          process q
          access page 1
          assert q.faults == 1
          assert p.faults == 1 "what stands between the checks has run, the first check has not"
          assert len(seen) == 0
        }
        check "three" points 1 { process q; assert q.faults == 0 }
        """);
    JsonObject grade = work.object("print 1");
    assertEquals(3, grade.get("score").getAsDouble(), grade.toString());
  }

  @Test
  void aCheckThatChecksNothingIsAnError() {
    work.assignment(
        """
        assignment "Nothing" < submit "a.vsim" >
        process p
        assert p.faults == 0
        check "nothing" points 5 { access page 1 }
        check "nothing may be evicted" points 1 { forbid evict; access page 1 }
        """);
    JsonObject grade = work.object("print 1");
    assertEquals("error", status(grade, "nothing"));
    assertEquals("nothing was checked", message(grade, "nothing"));
    assertEquals(1, grade.get("score").getAsDouble(), grade.toString());
  }

  @Test
  void theSubmissionsOwnAssertionsAndPointsCountNothing() {
    work.assignment(
        """
        assignment "Own" < submit "a.vsim" >
        check "faults" points 5 { let r = simulate submission; assert r.p.faults == 1 }
        """);
    String own =
        """
        process p
        access page 1
        assert p.faults == 7
        check "faults" points 1000 hidden { assert true points 500 }
        check "mine" points 1000 { expect page-fault }
        """;
    JsonObject grade = work.object(own);
    assertEquals(5, grade.get("score").getAsDouble(), grade.toString());
    assertEquals(1, grade.getAsJsonArray("checks").size());
    Cli page = work.grade(List.of(folder.resolve("subs/kim.vsim")), "--format", "gradescope");
    assertTrue(page.out().contains("your own assertions: 1 hold, 2 fail"), page.out());
  }

  @Test
  void theTeacherSeesEveryEventAndHasACursorOfHisOwn() {
    work.assignment(
        """
        assignment "Cursor" < submit "a.vsim" >
        check "all events" points 5 {
          let r = simulate submission
          expect in r page-fault p page 1
          expect in r page-fault p page 2
          in r { expect no page-fault; rewind; expect 2 page-fault }
        }
        """
            .replace(" page 1", " va 0x1000")
            .replace(" page 2", " va 0x2000"));
    JsonObject grade = work.object("trace < hide memory >\nprocess p\naccess page 1, 2\nmark");
    assertEquals(5, grade.get("score").getAsDouble(), grade.toString());
  }

  @Test
  void definitionsOfTheSubmissionComeWithoutWhatItDoes() {
    work.assignment(
        """
        assignment "Use" < submit "a.vsim" >
        check "double" points 5 {
          use submission as s
          assert s.double(4) == 8
        }
        check "missing" points 5 { use submission as s; assert s.triple(4) == 12 }
        """);
    JsonObject grade =
        work.object(
            """
            let two = 2
            def double(n) { return n * two }
            process p
            let r = p.faults
            access page 1
            """);
    assertEquals("pass", status(grade, "double"), grade.toString());
    assertEquals("error", status(grade, "missing"));
    assertTrue(message(grade, "missing").contains("triple"), grade.toString());
  }

  @Test
  void everyStudentHasAVariantOfHisOwnAndItsSeedIsTold() {
    work.assignment(
        """
        assignment "Variants" < submit "a.vsim" >
        param student = "nobody"
        param seed = 0
        let pages = [random(50), random(50), random(50)]
        check "mine" points 5 { print student, pages; assert student == "kim"; assert seed > 0 }
        """);
    Path kim = work.write("subs/kim.vsim", "print 1");
    Path lee = work.write("subs/lee.vsim", "print 1");
    List<JsonObject> first = work.objects(List.of(kim, lee));
    List<JsonObject> again = work.objects(List.of(lee, kim));
    assertEquals(first.get(0), again.get(1), "the same whoever else is graded");
    assertNotEquals(first.get(0).get("seed"), first.get(1).get("seed"));
    assertEquals("pass", status(first.get(0), "mine"), first.toString());
    assertEquals("fail", status(first.get(1), "mine"));
    assertEquals("pass", status(work.objects(List.of(lee), "--student", "kim").get(0), "mine"));
    assertNotEquals(
        first.get(0).get("seed"), work.objects(List.of(kim), "--seed", "7").get(0).get("seed"));
  }

  @Test
  void samplesHoldTheirDeclaredTotals() {
    work.assignment(
        """
        assignment "Samples" < submit "a.vsim"; samples < good 5; bad 0; broken ungradable > >
        check "one" points 5 { let r = simulate submission; assert r.p.faults == 1 }
        """);
    work.write("hw/samples/good.vsim", "process p\naccess page 1");
    work.write("hw/samples/good.trace", "not a sample");
    work.write("hw/samples/bad/a.vsim", "process p\naccess page 1, 2");
    work.write("hw/samples/broken.vsim", "process p <");
    Cli all = Cli.run("grade", "--try", work.assignment().toString());
    assertEquals(0, all.status(), all.out() + all.err());
    work.write("hw/samples/bad/a.vsim", "process p\naccess page 1");
    work.write("hw/samples/new.vsim", "process p");
    Cli not = Cli.run("grade", "--try", work.assignment().toString());
    assertEquals(1, not.status());
    assertTrue(not.out().contains("gets 5, and is declared to get 0"), not.out());
    assertTrue(not.out().contains("`samples < new 0 >`"), not.out());
  }

  @Test
  void whatIsWrongWithTheAssignmentOrTheCommandIsRefused() {
    work.assignment(
        "assignment \"Wrong\" < submit \"a.vsim\" >\ncheck \"x\" points 1 { asert 1 == 1 }");
    Path kim = work.write("subs/kim.vsim", "print 1");
    Cli wrong = Cli.run("grade", work.assignment().toString(), kim.toString());
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("hw/assignment.vsim:2:"), wrong.err());
    assertEquals("", wrong.out());
    assertEquals(2, Cli.run("grade", folder.resolve("none").toString(), "x").status());
    work.assignment(
        "assignment \"Right\" < submit \"a.vsim\" >\ncheck \"x\" points 1 { assert 1 == 1 }");
    String hw = work.assignment().toString();
    assertEquals(2, Cli.run("grade", hw).status());
    assertEquals(2, Cli.run("grade", hw, kim.toString(), "--format", "xls").status());
    assertEquals(2, Cli.run("grade", hw, kim.toString(), "--audience", "parents").status());
    assertEquals(2, Cli.run("grade", "--try", hw).status(), "there are no samples");
    assertEquals(0, Cli.run("grade", hw, kim.toString()).status());
  }

  @Test
  void anAssignmentIsCheckedLikeAnyScenarioAndNotRun() {
    Path hw = work.assignment(HOMEWORK.replace("< > {", "{"));
    String file = hw.resolve("assignment.vsim").toString();
    assertEquals(0, Cli.run("check", file).status());
    Cli run = Cli.run("run", file);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("V1202"), run.err());
  }

  @Test
  void aMistakeInACheckThatUsesTheSubmissionIsFoundByTheBestSample() {
    Path hw =
        work.assignment(
            """
            assignment "Use" < submit "a.vsim"; samples < bad 0; good 1 > >
            check "uses" points 1 {
              use submission as s
              acces page 1
              assert s.g(1) == 2
            }
            """);
    String file = hw.resolve("assignment.vsim").toString();
    assertEquals(0, Cli.run("check", file).status(), "without a sample nobody knows");
    work.write("hw/samples/good.vsim", "def f(n) { return n + 1 }");
    Cli checked = Cli.run("check", file);
    assertEquals(2, checked.status());
    assertTrue(checked.err().contains("assignment.vsim:4:3: error V02"), checked.err());
    assertTrue(checked.err().contains("assignment.vsim:5:"), checked.err());
  }

  @Test
  void theTableSaysWhatATeacherLooksFor() {
    work.assignment(HOMEWORK.replace("< > {", "{"));
    List<Path> all =
        List.of(
            work.write("subs/kim.vsim", FIFO),
            work.write("subs/lee.vsim", FIFO.replace("shift", "pop")),
            work.write("subs/park.vsim", "process p <"));
    String table = work.grade(all).out();
    List<String> lines = table.lines().toList();
    assertTrue(lines.get(0).startsWith("Homework 3: replacement"), table);
    assertTrue(lines.get(0).endsWith("4 checks, 100 points, seed 42"), table);
    assertTrue(lines.get(1).contains("100   ████████████████████"), table);
    assertTrue(lines.get(2).contains("\"more frames, more faults\": under FIFO"), table);
    assertTrue(lines.get(3).contains("–   V0"), table);
    assertTrue(lines.get(4).startsWith("  3 submissions, median "), table);
    assertFalse(table.contains("\u001b"), "no colours where nobody looks");
  }
}
