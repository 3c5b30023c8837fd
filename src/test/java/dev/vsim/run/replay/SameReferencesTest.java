package dev.vsim.run.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same references come out of each format, packed or not, named, told by the name or found out.
 */
class SameReferencesTest {
  private static final List<UnaryOperator<byte[]>> PACKERS =
      List.of(UnaryOperator.identity(), Packed::gzip, Packed::zstd);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 1000, 40_000})
  void inEveryFormatAndPacking(int count) {
    Recorded all = Recorded.all(new Dice(count), count);
    assertReads(all.lackey(), all.asAddresses(), TraceFormat.LACKEY, "a.lackey", true);
    assertReads(all.din(), all.asAddresses(), TraceFormat.DIN, "a.din", true);
    assertReads(all.addresses(), all.asAddresses(), TraceFormat.TEXT, "a.txt", true);
    assertReads(all.pages(), all.asPages(), TraceFormat.TEXT, "a.TXT", true);
    Recorded reads = Recorded.reads(new Dice(-count), count);
    assertReads(
        reads.oracle(), reads.asPages(), TraceFormat.ORACLE_GENERAL, "a.oracleGeneral.bin", true);
    assertReads(reads.u32(), reads.asPages(), TraceFormat.U32, "a.u32", false);
  }

  /** Records lie across the ends of the unpacking thread's chunks in every way. */
  @Test
  void howeverTheChunksCutThem() {
    Recorded all = Recorded.all(new Dice(5), 9000);
    for (int shift = 0; shift < 24; shift++) {
      byte[] text = Packed.joined(new byte[Chunk.SIZE - 1000 + shift], all.lackey());
      java.util.Arrays.fill(text, 0, Chunk.SIZE - 1000 + shift, (byte) '\n');
      assertEquals(
          all.asAddresses(),
          Reading.of("t", text, TraceOptions.DEFAULT.withFormat(TraceFormat.LACKEY)).references());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 500, 4096})
  void howeverTheyAreAskedFor(int batchLength) {
    Recorded all = Recorded.all(new Dice(6), 3000);
    assertEquals(
        all.asAddresses(),
        Reading.of("a.din", all.din(), TraceOptions.DEFAULT, batchLength).references());
    assertEquals(
        all.asPages(),
        Reading.of("a.txt", all.pages(), TraceOptions.DEFAULT, batchLength).references());
    Recorded reads = Recorded.reads(new Dice(7), 3000);
    assertEquals(
        reads.asPages(),
        Reading.of("a.u32", reads.u32(), TraceOptions.DEFAULT, batchLength).references());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64, 999, 1000, 1001})
  void upToTheLimit(int limit) {
    Recorded reads = Recorded.reads(new Dice(8), 1000);
    TraceOptions options = TraceOptions.DEFAULT.withLimit(limit);
    int expected = Math.min(limit, 1000);
    for (byte[] trace : List.of(reads.lackey(), reads.din(), reads.addresses(), reads.oracle())) {
      Reading reading = Reading.of("t", trace, options, 64);
      assertEquals(reads.asAddresses().subList(0, expected).size(), reading.references().size());
      assertEquals(expected, reading.tally().references());
      assertEquals(Optional.empty(), reading.error());
    }
  }

  private static void assertReads(
      byte[] trace, List<String> expected, TraceFormat format, String name, boolean canBeFound) {
    for (UnaryOperator<byte[]> packer : PACKERS) {
      byte[] packed = packer.apply(trace);
      assertEquals(
          expected, Reading.of("t", packed, TraceOptions.DEFAULT.withFormat(format)).references());
      assertEquals(expected, Reading.of(name, packed, TraceOptions.DEFAULT).references());
      assertEquals(expected, Reading.of(name + ".gz", packed, TraceOptions.DEFAULT).references());
      Reading found = Reading.of("t", packed, TraceOptions.DEFAULT);
      assertEquals(canBeFound ? expected : List.of(), found.references());
      assertEquals(canBeFound ? "none" : "V0628", found.code());
    }
  }
}
