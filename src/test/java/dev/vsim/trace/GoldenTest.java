package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.vsim.event.EventKind;
import dev.vsim.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Golden traces: what counts as the same, and how the first difference is drawn (voice.md). */
class GoldenTest {
  private static final String GOLDEN =
      """
      # vsim trace 1
      rewind
      # access E
      expect access host.init op read va 0x4000
      expect tlb-miss host.init page E
      expect page-fault host.init va 0x4000 cause first-touch error 0x4
      expect evict host.init page A frame 0x0 dirty false
      expect frame-alloc host.init page E frame 0x0
      expect translate host.init va 0x4000 pa 0x0
      """;
  private static final String BLESS = "vsim test scenarios/memory/lru.vsim --bless";

  @Test
  void commentsLineEndsAndFieldsThatTheGoldenDoesNotNameDoNotCount() {
    assertSame(GOLDEN, GOLDEN);
    assertSame(GOLDEN.replace("# access E", "# written by hand\n\n#"), GOLDEN);
    assertSame(GOLDEN.replace("\n", "\r\n"), GOLDEN);
    assertSame(GOLDEN.replace(" error 0x4", ""), GOLDEN);
    assertSame(GOLDEN.replace("host.init ", ""), GOLDEN);
    assertSame(GOLDEN.replace("host.init", "host"), GOLDEN);
    assertSame(GOLDEN.strip(), GOLDEN);
    assertSame(GOLDEN.replace("\nrewind", ""), GOLDEN);
  }

  @Test
  void valuesCompareAsValuesAndPatternsServe() {
    assertSame(GOLDEN.replace("va 0x4000 cause", "va 16384 cause"), GOLDEN);
    assertSame(GOLDEN.replace("page A frame 0x0 dirty false", "dirty _ frame 0..3"), GOLDEN);
    assertSame(GOLDEN.replace("error 0x4", "again false error 4.."), GOLDEN);
    assertSame(GOLDEN.replace("error 0x4", "again none # no second time"), GOLDEN);
    assertDiffers(GOLDEN.replace("error 0x4", "again true"), GOLDEN);
    assertDiffers(GOLDEN.replace("va 0x4000 pa", "va 0x4001 pa"), GOLDEN);
    assertDiffers(GOLDEN.replace("page E frame", "page 0x4 frame"), GOLDEN);
  }

  @Test
  void aQuestionIsNotAnswered() {
    GoldenComparison.Unanswered unanswered =
        assertInstanceOf(
            GoldenComparison.Unanswered.class,
            compare(GOLDEN.replace("page A frame", "page ? frame"), GOLDEN));
    assertEquals(7, unanswered.line().number());
  }

  @Test
  void aGoldenThatCannotBeReadSaysWhy() {
    assertUnreadable("V0502", GOLDEN.replace("evict", "evicted"));
    assertUnreadable("V0520", GOLDEN.replace("trace 1", "trace 2"));
    assertUnreadable("V0520", "");
    assertUnreadable("V0521", GOLDEN.replace("expect evict", "evict"));
    assertUnreadable("V0501", GOLDEN.replace("page A", "page A colour 3"));
  }

  @Test
  void aFieldThatDiffersIsMarkedInBothLines() {
    assertDrawn(
        GOLDEN,
        GOLDEN.replace("page A frame 0x0", "page B frame 0x1"),
        """
        differs from lru.trace at its line 7
            6   page-fault host.init va 0x4000 cause first-touch error 0x4
          - 7   evict host.init page A frame 0x0 dirty false
          + 7   evict host.init page B frame 0x1 dirty false
                                     ^       ^^^
            8   frame-alloc host.init page E frame 0x0
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """);
    assertDrawn(
        GOLDEN,
        GOLDEN.replace("page A frame 0x0", "page 0x77 frame 0x0"),
        """
        differs from lru.trace at its line 7
            6   page-fault host.init va 0x4000 cause first-touch error 0x4
          - 7   evict host.init page A frame 0x0 dirty false
                                     ^
          + 7   evict host.init page 0x77 frame 0x0 dirty false
                                     ^^^^
            8   frame-alloc host.init page E frame 0x0
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """);
  }

  @Test
  void eventsInsertedLeftOutOrReplacedAreToldApart() {
    String line = "expect page-fault host.init va 0x4000 cause first-touch error 0x4\n";
    assertDrawn(
        GOLDEN,
        GOLDEN.replace(line, ""),
        """
        differs from lru.trace at its line 6
            5   tlb-miss host.init page E
          - 6   page-fault host.init va 0x4000 cause first-touch error 0x4
            7   evict host.init page A frame 0x0 dirty false
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """);
    assertDrawn(
        GOLDEN,
        GOLDEN.replace("# access E\n", "").replace(line, line + "expect tlb-hit x page 1\n"),
        """
        differs from lru.trace at its line 7
            6   page-fault host.init va 0x4000 cause first-touch error 0x4
          + 6   tlb-hit x page 1
            7   evict host.init page A frame 0x0 dirty false
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """
            .replace("at its line 7", "behind its line 6"));
    assertDrawn(
        GOLDEN,
        GOLDEN.replace(line, "expect tlb-hit host.init page E\n"),
        """
        differs from lru.trace at its line 6
            5   tlb-miss host.init page E
          - 6   page-fault host.init va 0x4000 cause first-touch error 0x4
                ^^^^^^^^^^
          + 6   tlb-hit host.init page E
                ^^^^^^^
            7   evict host.init page A frame 0x0 dirty false
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """);
  }

  @Test
  void atTheEndWhatIsMissingOrExtraIsCounted() {
    String hits = "expect tlb-hit x page 1\n".repeat(100);
    String drawing =
        """
        differs from lru.trace behind its line 9
             9   translate host.init va 0x4000 pa 0x0
          +  9   tlb-hit x page 1
          + 10   tlb-hit x page 1
          + 11   tlb-hit x page 1
          + 12   tlb-hit x page 1
          + 13   tlb-hit x page 1
          +      … and 95 more
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """;
    String actual = GOLDEN.replace("# access E\n", "") + hits;
    assertDrawn(GOLDEN, actual, drawing);
    assertDrawn(
        GOLDEN + "expect tlb-hit x page 1\n",
        GOLDEN,
        """
        differs from lru.trace at its line 10
             9   translate host.init va 0x4000 pa 0x0
          - 10   tlb-hit x page 1
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """);
    assertDrawn(
        "# vsim trace 1\n",
        "# vsim trace 1\nexpect tlb-hit x page 1\n",
        """
        differs from lru.trace behind its line 0
          + 2   tlb-hit x page 1
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """
            .replace("behind its line 0", "at its start"));
  }

  @Test
  void aHostileGoldenIsShownHarmless() {
    String hostile = GOLDEN.replace("page A frame", "page \"\u001b[2J\u202E\" frame");
    assertDrawn(
        hostile,
        GOLDEN,
        """
        differs from lru.trace at its line 7
            6   page-fault host.init va 0x4000 cause first-touch error 0x4
          - 7   evict host.init page "\\u{1b}[2J\\u{202e}" frame 0x0 dirty false
                                     ^^^^^^^^^^^^^^^^^^^
          + 7   evict host.init page A frame 0x0 dirty false
                                     ^
            8   frame-alloc host.init page E frame 0x0
          if this is right: vsim test scenarios/memory/lru.vsim --bless
        """);
  }

  /**
   * Changing one line of a random trace is found at that line; leaving out fields is not a
   * difference.
   */
  @Test
  void oneChangeInARandomTraceIsFoundWhereItIs() {
    SplittableRandom random = new SplittableRandom(99);
    for (int round = 0; round < 60; round++) {
      List<String> lines = randomTrace(round);
      String text = String.join("\n", lines);
      int at = 2 + random.nextInt(lines.size() - 2);
      assertSame(lessNamed(lines, at), text);
      List<String> changed = new ArrayList<>(lines);
      changed.set(at, "expect tlb-flush another page 0x1 targets 77");
      GoldenComparison.Differs differs =
          assertInstanceOf(
              GoldenComparison.Differs.class, compare(text, String.join("\n", changed)));
      assertEquals(at + 1, differs.line());
      changed = new ArrayList<>(lines);
      changed.add(at, "expect tlb-flush another page 0x1 targets 77");
      differs =
          assertInstanceOf(
              GoldenComparison.Differs.class, compare(text, String.join("\n", changed)));
      assertEquals(at == 2 ? 0 : at, differs.line());
    }
  }

  private static List<String> randomTrace(int seed) {
    RandomEvents events = new RandomEvents(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter writer =
        new TraceWriter(bytes, TraceWriter.Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    writer.header();
    for (int i = 0; i < 30; i++) {
      EventKind kind = EventKind.all().get(i % EventKind.all().size());
      writer.event(kind, events.of(kind));
    }
    writer.flush();
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String lessNamed(List<String> lines, int at) {
    List<String> less = new ArrayList<>(lines);
    String line = lines.get(at);
    less.set(at, line.substring(0, line.indexOf(' ', "expect ".length())));
    return String.join("\n", less);
  }

  private static GoldenComparison compare(String golden, String actual) {
    return Golden.compare(new SourceText("lru.trace", golden), actual);
  }

  private static void assertSame(String golden, String actual) {
    assertInstanceOf(GoldenComparison.Same.class, compare(golden, actual));
  }

  private static void assertDiffers(String golden, String actual) {
    assertInstanceOf(GoldenComparison.Differs.class, compare(golden, actual));
  }

  private static void assertUnreadable(String code, String golden) {
    GoldenComparison.Unreadable unreadable =
        assertInstanceOf(GoldenComparison.Unreadable.class, compare(golden, GOLDEN));
    assertEquals(code, unreadable.diagnostics().get(0).problem().code());
  }

  private static void assertDrawn(String golden, String actual, String drawing) {
    GoldenComparison.Differs differs =
        assertInstanceOf(GoldenComparison.Differs.class, compare(golden, actual));
    assertEquals(
        drawing, differs.headline("lru.trace") + "\n" + GoldenDrawing.draw(differs, BLESS));
  }
}
