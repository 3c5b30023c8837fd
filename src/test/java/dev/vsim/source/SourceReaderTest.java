package dev.vsim.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceReaderTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private SourceText read(int... bytes) {
    byte[] made = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      made[i] = (byte) bytes[i];
    }
    return SourceReader.read("x.vsim", made, diagnostics);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "access 0x1000\n", "커널 é 🙂\r\n", "\uFEFFwait", "\uFFFD"})
  void utf8IsRead(String text) {
    assertEquals(
        text, SourceReader.read("x", text.getBytes(StandardCharsets.UTF_8), diagnostics).text());
    assertTrue(diagnostics.isEmpty());
  }

  @Test
  void whatIsNoUtf8IsToldWithItsByte() {
    SourceText source = read('a', 0xC3, 0xA9, 0xE9, 'b', 0xFF, 'c');
    assertEquals("a\u00e9\uFFFDb\uFFFDc", source.text());
    assertEquals(1, diagnostics.sorted().size());
    Diagnostic told = diagnostics.sorted().get(0);
    assertEquals("V0610", told.problem().code());
    assertEquals("here are bytes that are no UTF-8 text (byte 3 is 0xE9)", told.message());
    assertEquals(new Span(2, 3), told.span());
  }

  @Test
  void aTextThatEndsInACharacterIsTold() {
    assertEquals("a\uFFFD", read('a', 0xF0, 0x9F, 0x99).text());
    assertEquals(
        "here are bytes that are no UTF-8 text (byte 1 is 0xF0)",
        diagnostics.sorted().get(0).message());
  }

  @Test
  void longWaysAndSurrogatesAreNoUtf8() {
    read(0xC0, 0x80);
    read(0xED, 0xA0, 0x80);
    read(0xF5, 0x80, 0x80, 0x80);
    assertEquals(List.of("V0610", "V0610", "V0610"), codes());
  }

  @Test
  void utf16IsNamed() {
    assertEquals("", read(0xFF, 0xFE, 'a', 0).text());
    read(0xFE, 0xFF, 0, 'a');
    assertEquals(List.of("V0611", "V0611"), codes());
  }

  @Test
  void nulIsTold() {
    assertEquals("a\u0000b", read('a', 0, 'b').text());
    assertEquals(List.of("V0113"), codes());
  }

  @Test
  void aFileOfNulsIsNotToldWithoutEnd() {
    read(new int[100_000]);
    assertEquals(100, diagnostics.sorted().size());
  }

  @Test
  void everyPairOfBytesIsRead() {
    for (int first = 0; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        SourceText source = read('a', first, second);
        boolean good =
            StandardCharsets.UTF_8.newEncoder().canEncode(source.text())
                && !source.text().contains("\uFFFD");
        String plain =
            new String(new byte[] {'a', (byte) first, (byte) second}, StandardCharsets.UTF_8);
        assertEquals(plain.contains("\uFFFD"), !good && !source.text().isEmpty());
      }
    }
  }

  private List<String> codes() {
    return diagnostics.sorted().stream().map(each -> each.problem().code()).toList();
  }
}
