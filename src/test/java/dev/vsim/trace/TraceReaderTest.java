package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceReaderTest {
  private static final String HEADER = "# vsim trace 1\nrewind\n";

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void commentsBlankLinesAndRewindArePassedOver() {
    List<TraceLine> lines =
        read(
            HEADER
                + """

                #
                # access 0x1000
                expect access linux.init op read va 0x1000   # the first
                  expect\ttlb-miss
                   rewind
                expect tlb-miss linux.init page "a b"
                """
                    .replace("expect\t", "expect \t"));
    assertEquals(List.of(), messages());
    assertEquals(List.of(6, 7, 9), lines.stream().map(TraceLine::number).toList());
    assertEquals("access linux.init op read va 0x1000", lines.get(0).text());
    assertEquals(Optional.empty(), lines.get(1).subject());
    assertEquals(Optional.of("\"a b\""), lines.get(2).raw(Patterns.field("tlb-miss", "page")));
  }

  @Test
  void aByteOrderMarkAndForeignLineEndsDoNoHarm() {
    List<TraceLine> lines =
        read("\uFEFF# vsim trace 1  \r\nrewind\r\nexpect tlb-hit p page 1\r\n\r\n");
    assertEquals(List.of(), messages());
    assertEquals("tlb-hit p page 1", lines.get(0).text());
    assertTrue(TraceReader.isTrace("\uFEFF# vsim trace 1\r\n"));
    assertTrue(TraceReader.isTrace("# vsim trace 2"));
    assertFalse(TraceReader.isTrace("expect tlb-hit"));
    assertFalse(TraceReader.isTrace(""));
  }

  @Test
  void fieldsMayStandInAnyOrder() {
    TraceLine line = read(HEADER + "expect evict p dirty true page 1 frame 2\n").get(0);
    assertEquals(Optional.of("2"), line.raw(Patterns.field("evict", "frame")));
    assertEquals(Optional.of("true"), line.raw(Patterns.field("evict", "dirty")));
  }

  @Test
  void everyMistakeIsOneDiagnosticAtItsPlaceAndReadingGoesOn() {
    List<TraceLine> lines =
        read(
            HEADER
                + """
                expect page-faults linux.init va 0x1000
                expect page-fault linux.init address 0x1000
                expect page-fault linux.init cause first_touch
                expect page-fault linux.init va fast
                expect page-fault linux.init va 10ms
                expect evict p dirty maybe
                expect evict p page "open
                expect evict p page 1 page 2
                access 0x1000
                expect
                expect   # nothing
                expect evict p page 1
                """);
    assertEquals(
        List.of(
            "3:8 V0502 `page-faults` is not an event",
            "4:30 V0501 `page-fault` has no field `address`",
            "5:36 V0503 `first_touch` is not a word that `cause` of `page-fault` can be",
            "6:33 V0504 `fast` is not an address, which `va` is",
            "7:33 V0504 `10ms` is not an address, which `va` is",
            "8:22 V0504 `maybe` is not `true` or `false`, which `dirty` is",
            "9:21 V0504 `\"open` is not a page's number or label, which `page` is",
            "10:23 V0505 `page` is named twice",
            "11:1 V0521 a trace holds comments, `rewind` and `expect` lines, nothing else",
            "12:1 V0521 a trace holds comments, `rewind` and `expect` lines, nothing else",
            "13:8 V0506 an event is missing here"),
        messages());
    assertEquals(1, lines.size());
    List<String> helps = diagnostics.sorted().stream().map(Diagnostic::help).toList();
    assertEquals("its fields are: va, cause, error, scause, again", helps.get(1));
    assertEquals(
        "it is one of: first-touch, swapped, file, invalid, protection, copy-on-write",
        helps.get(2));
  }

  @Test
  void anotherVersionIsNotRead() {
    read("# vsim trace 2\nexpect evict\n");
    assertEquals(
        List.of(
            "1:1 V0520 this is not a trace that this vsim reads: it begins with `# vsim trace 2`"),
        messages());
  }

  @Test
  void theEndOfTheTextEndsTheLastLine() {
    assertEquals(1, read(HEADER + "expect evict").size());
    assertEquals(0, read("# vsim trace 1").size());
    assertEquals(List.of(), messages());
  }

  private List<TraceLine> read(String text) {
    return new TraceReader(new SourceText("lru.trace", text), diagnostics).rest();
  }

  private List<String> messages() {
    return diagnostics.sorted().stream().map(TraceReaderTest::message).toList();
  }

  private static String message(Diagnostic d) {
    int start = d.span().start();
    String place = d.source().line(start) + ":" + d.source().column(start);
    return place + " " + d.problem().code() + " " + d.message();
  }
}
