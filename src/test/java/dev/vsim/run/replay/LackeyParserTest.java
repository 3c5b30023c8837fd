package dev.vsim.run.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LackeyParserTest {
  private static final TraceOptions LACKEY = TraceOptions.DEFAULT.withFormat(TraceFormat.LACKEY);
  private static final Path LS = Path.of("src/test/resources/data/ls.lackey.gz");

  @Test
  void readsEachKindOfReference() {
    Reading reading =
        read("I  0401ab70,3\n L 1fff000758,8\n S 1fff000750,4\n M 04947407,1\n", LACKEY);
    assertEquals(
        List.of("execute 0x401ab70", "read 0x1fff000758", "write 0x1fff000750", "write 0x4947407"),
        reading.references());
    assertEquals(new Tally(1, 1, 1, 1), reading.tally());
  }

  @Test
  void passesOverTheToolsOwnWords() {
    assertEquals(
        List.of("execute 0x400000"),
        read("==1== Lackey\n==1== \n\nI  00400000,3\n--1-- word\n==1== end", LACKEY).references());
  }

  @Test
  void takesUnusualSpellings() {
    Reading reading =
        read(
            "I 4000,3\r\n  L\t1FFF000758,16\n S ffffffffff600000,8\n L 000000000000000000401000,8",
            LACKEY);
    assertEquals(
        List.of("execute 0x4000", "read 0x1fff000758", "write 0xffffffffff600000", "read 0x401000"),
        reading.references());
  }

  @Test
  void anAccessAcrossThePagesEndIsTwoReferencesLowerFirst() {
    assertEquals(
        List.of("read 0x1ffe", "read 0x2000", "write 0x1ffe"),
        read(" L 00001ffe,4\n S 00001ffe,2\n", LACKEY).references());
  }

  @Test
  void orOneWhereOnlyTheFirstByteCounts() {
    Reading reading = read(" L 00001ffe,4\n M 00002ffc,8\n", LACKEY.withStraddle(Straddle.FIRST));
    assertEquals(List.of("read 0x1ffe", "write 0x2ffc"), reading.references());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 100})
  void aLargeAccessTouchesEachSmallPageWhateverTheBatch(int batchLength) {
    String trace = " L 00001003,30\n S 00002000,1\n";
    List<String> expected =
        List.of(
            "read 0x1003",
            "read 0x1008",
            "read 0x1010",
            "read 0x1018",
            "read 0x1020",
            "write 0x2000");
    assertEquals(
        expected,
        Reading.of("t", trace.getBytes(US_ASCII), LACKEY.withPageShift(3), batchLength)
            .references());
  }

  @Test
  void theLimitCountsReferencesAsRecorded() {
    Reading reading = read(" L 00001ffe,4\n L 00001ffe,4\n L 00005000,4\n", LACKEY.withLimit(2));
    assertEquals(
        List.of("read 0x1ffe", "read 0x2000", "read 0x1ffe", "read 0x2000"), reading.references());
    assertEquals(2, reading.tally().references());
  }

  @ParameterizedTest
  @CsvSource({
    "I  0401ab70, V0630",
    "I  0401ab70;3, V0630",
    "X  0401ab70;3, V0630",
    "I  0401ab7z;3, V0630",
    "I  ;3, V0630",
    "I;1;3, V0630",
    "I  0401ab70;3 x, V0630",
    "I  0401ab70;, V0630",
    "I  0401ab70;-3, V0630",
    " L 10000000000000000;3, V0631",
    " L 00001000;0, V0632",
    " L 00001000;65537, V0632",
    " L 00001000;99999999999999999999, V0632",
    " L ffffffffffffffff;2, V0632"
  })
  void refusesWhatIsNoReference(String line, String code) {
    String text =
        " L 00001000,8\n"
            + (line.startsWith("L") ? " " : "")
            + line.replace(';', ',')
            + "\n L 00002000,8\n";
    Reading reading = read(text, LACKEY);
    String expected = line.equals("I  0401ab70;3") ? "none" : code;
    assertEquals(expected, reading.code());
  }

  @Test
  void saysWhereAndWhatWasExpected() {
    Reading reading = read("I  0401ab70,3\nI  0401ab73,5\n S 1fff0\u001b[31m00758,8\n", LACKEY);
    assertEquals(3, reading.error().orElseThrow().line());
    assertEquals(
        "`t`, line 3: ` S 1fff0\\x1b[31m00758,8` is not a reference as lackey writes it"
            + " / expected `I  0401ab70,3` or ` L 1fff000758,8` (also S, M)",
        reading.message());
  }

  @Test
  void whatComesBeforeTheBrokenLineIsHandedOver() {
    assertEquals(
        List.of("read 0x1000"),
        read(" L 00001000,8\ngarbage\n L 00002000,8\n", LACKEY).references());
  }

  @Test
  void countsTheRealTraceAsItsRecorderDid() {
    RecordedTrace trace = open(LACKEY);
    Set<Long> pages = new HashSet<>();
    long[] batch = new long[4096];
    long touched = 0;
    for (int count = trace.next(batch); count > 0; count = trace.next(batch)) {
      touched += count;
      IntStream.range(0, count)
          .forEach(i -> pages.add(batch[i] >> ReferenceSource.VALUE_SHIFT >>> 12));
    }
    assertEquals(new Tally(569_937, 141_757, 59_588, 2_328), trace.tally());
    assertEquals(773_610, trace.references());
    assertEquals(267, pages.size());
    assertEquals(773_610 + straddlesOf(LS), touched);
    assertEquals(1.0, trace.fraction());
  }

  @Test
  void theRealTraceEqualsASlowReadingOfIt() throws Exception {
    List<String> slow =
        Naive.lines(LS).flatMap(line -> Naive.lackey(line).stream()).collect(Collectors.toList());
    for (int batchLength : new int[] {1, 4095, 100_000}) {
      assertEquals(slow, Reading.read(open(TraceOptions.DEFAULT), batchLength).references());
    }
  }

  /** The misses that libCacheSim counts, by the page of the first byte. */
  @ParameterizedTest
  @CsvSource({"16, 21386, 15765", "64, 1260, 754", "128, 450, 355"})
  void theRealTraceMissesAsOftenAsElsewhere(int frames, long fifo, long lru) {
    assertEquals(fifo, misses(frames, false));
    assertEquals(lru, misses(frames, true));
  }

  private static long misses(int frames, boolean byUse) {
    Map<Long, Long> resident = new LinkedHashMap<>(2 * frames, 0.75f, byUse);
    RecordedTrace trace = open(LACKEY.withStraddle(Straddle.FIRST));
    long misses = 0;
    long[] batch = new long[1000];
    for (int count = trace.next(batch); count > 0; count = trace.next(batch)) {
      for (int i = 0; i < count; i++) {
        long page = batch[i] >> ReferenceSource.VALUE_SHIFT >>> 12;
        if (resident.get(page) == null) {
          misses++;
          if (resident.size() == frames) {
            resident.remove(resident.keySet().iterator().next());
          }
          resident.put(page, page);
        }
      }
    }
    return misses;
  }

  private static long straddlesOf(Path file) {
    return Naive.lines(file).filter(line -> Naive.lackey(line).size() == 2).count();
  }

  private static RecordedTrace open(TraceOptions options) {
    return assertInstanceOf(OpenedTrace.Ready.class, RecordedTrace.open(LS, LS.toString(), options))
        .trace();
  }

  private static Reading read(String text, TraceOptions options) {
    return Reading.of("t", text, options);
  }

  /** The obvious way, a line at a time. */
  private static final class Naive {
    static java.util.stream.Stream<String> lines(Path file) {
      try (var in = new java.util.zip.GZIPInputStream(java.nio.file.Files.newInputStream(file))) {
        return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).lines();
      } catch (java.io.IOException failed) {
        throw new AssertionError(failed);
      }
    }

    static List<String> lackey(String line) {
      if (line.startsWith("==")) {
        return List.of();
      }
      long address = Long.parseUnsignedLong(line.substring(3, line.indexOf(',')), 16);
      long last = address + Integer.parseInt(line.substring(line.indexOf(',') + 1)) - 1;
      Op op = line.startsWith("I") ? Op.EXECUTE : line.charAt(1) == 'L' ? Op.READ : Op.WRITE;
      String word = op.name().toLowerCase(java.util.Locale.ROOT) + " 0x";
      String first = word + Long.toHexString(address);
      return address >>> 12 == last >>> 12
          ? List.of(first)
          : List.of(first, word + Long.toHexString(last & -4096));
    }
  }
}
