package dev.vsim.run.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherFormatsTest {
  private static final TraceOptions TEXT = TraceOptions.DEFAULT.withFormat(TraceFormat.TEXT);
  private static final TraceOptions DIN = TraceOptions.DEFAULT.withFormat(TraceFormat.DIN);
  private static final TraceOptions U32 = TraceOptions.DEFAULT.withFormat(TraceFormat.U32);
  private static final TraceOptions ORACLE =
      TraceOptions.DEFAULT.withFormat(TraceFormat.ORACLE_GENERAL);

  @Test
  void textHasAddressesPageNumbersWordsAndComments() {
    Reading reading =
        Reading.of("t", "# Belady's\n7\n 0x1000 \nR 1\nw 0X2fff\n3 I # code\n\n\t0x5 W", TEXT);
    assertEquals(
        List.of(
            "read page 7",
            "read 0x1000",
            "read page 1",
            "write 0x2fff",
            "execute page 3",
            "write 0x5"),
        reading.references());
    assertEquals(new Tally(1, 3, 2, 0), reading.tally());
  }

  @Test
  void textNumbersCanMeanOneThing() {
    assertEquals(
        List.of("read 0x10", "read 0xa"),
        Reading.of("t", "0x10\n10", TEXT.withNumbers(TraceNumbers.ADDRESSES)).references());
    assertEquals(
        List.of("read page 16", "read page 10"),
        Reading.of("t", "0x10\n10", TEXT.withNumbers(TraceNumbers.PAGES)).references());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R", "R R 1", "R 1 W", "1 2", "1,2", "0x", "0xg", "-1", "1.5", "R1", "1R x", "page 1", "١",
        "7;"
      })
  void textRefusesWhatIsNoReference(String line) {
    Reading reading = Reading.of("t", "1\n2\n" + line + "\n3", TEXT);
    assertEquals("V0630", reading.code());
    assertEquals(3, reading.error().orElseThrow().line());
  }

  @Test
  void textRefusesNumbersThatAreTooLarge() {
    assertEquals("none", Reading.of("t", "0xffffffffffffffff\n281474976710655", TEXT).code());
    assertEquals("V0633", Reading.of("t", "281474976710656", TEXT).code());
    assertEquals("V0633", Reading.of("t", "18446744073709551615", TEXT).code());
    assertEquals("V0631", Reading.of("t", "18446744073709551616", TEXT).code());
    assertEquals("V0631", Reading.of("t", "0x1ffffffffffffffff", TEXT).code());
  }

  @Test
  void dinHasLabelsAndCommentsBehindTheAddress() {
    Reading reading = Reading.of("t", "2 0\n0 70f60888\n1 70F6088c 4 bytes\n\n 0\t0x10\n", DIN);
    assertEquals(
        List.of("execute 0x0", "read 0x70f60888", "write 0x70f6088c", "read 0x10"),
        reading.references());
    assertEquals(new Tally(1, 2, 1, 0), reading.tally());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3 100", "4 0", "r 100", "0", "0 ", "0100", "0 x", "0 10g", "# 1"})
  void dinRefusesWhatIsNoReference(String line) {
    assertEquals("V0630", Reading.of("t", "0 1000\n" + line + "\n", DIN).code());
  }

  @Test
  void dinRefusesAnAddressThatIsTooLarge() {
    assertEquals("V0631", Reading.of("t", "0 10000000000000000", DIN).code());
  }

  @Test
  void u32ArePageNumbers() {
    byte[] bytes = {7, 0, 0, 0, -1, -1, -1, -1, 0, 0, 0, -128};
    assertEquals(
        List.of("read page 7", "read page 4294967295", "read page 2147483648"),
        Reading.of("t", bytes, U32).references());
  }

  @Test
  void oracleGeneralNamesObjects() {
    byte[] records =
        Packed.joined(Recorded.oracle(0, 7, 1, 2), Recorded.oracle(1, 0xffff_ffff_ffffL, 4096, -1));
    assertEquals(
        List.of("read page 7", "read page 281474976710655"),
        Reading.of("t", records, ORACLE).references());
  }

  @Test
  void oracleGeneralRefusesAnObjectThatIsNoPageNumber() {
    byte[] records =
        Packed.joined(Recorded.oracle(0, 7, 1, 2), Recorded.oracle(1, 1L << 48, 4096, -1));
    Reading reading = Reading.of("t", records, ORACLE);
    assertEquals(List.of("read page 7"), reading.references());
    assertEquals(
        "`t`, record 2: the page number in `0x1000000000000` is larger than 48 bits / number the pages anew, from 0",
        reading.message());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aCutRecordIsAnError(int missing) {
    byte[] bytes = java.util.Arrays.copyOf(new byte[] {1, 0, 0, 0, 2, 0, 0, 0}, 8 - missing);
    Reading reading = Reading.of("t.u32", bytes, TraceOptions.DEFAULT);
    assertEquals(List.of("read page 1"), reading.references());
    assertEquals(
        "`t.u32` is cut: "
            + (missing == 3 ? "1 byte is" : 4 - missing + " bytes are")
            + " left behind its last whole record / expected page numbers of 4 bytes",
        reading.message());
  }

  @Test
  void aMarkBeforeTextIsPassedOver() {
    assertEquals(List.of("read page 7"), Reading.of("t", "\ufeff7\n", TEXT).references());
    assertEquals(
        List.of("read page 7"), Reading.of("t", "\ufeff7\n", TraceOptions.DEFAULT).references());
  }
}
